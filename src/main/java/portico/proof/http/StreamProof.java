package portico.proof.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import portico.proof.ProofControl;
import portico.proof.ProofProblem;
import portico.proof.StreamFacts;
import portico.proof.Streaming;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a streamed answer and watches it come. */
final class StreamProof {
  /** More than any list of models. */
  private static final int LIST_LIMIT = 1 << 20;

  /** A stream that does not end by itself is proven by then. */
  private static final long BODY_LIMIT = 32L << 20;

  private final Wire.Way way;
  private final Requests requests;
  private final Duration shortLimit;
  private final ProofControl control;
  private final JsonMapper json = new JsonMapper();

  StreamProof(Wire.Way way, Requests requests, Duration shortLimit, ProofControl control) {
    this.way = way;
    this.requests = requests;
    this.shortLimit = shortLimit;
    this.control = control;
  }

  /** What came of it. */
  sealed interface Result {
    record Came(StreamFacts facts) implements Result {}

    record Went(ProofProblem problem) implements Result {}
  }

  Result ask(Streaming.Ask ask, Duration limit) {
    String body = ask.body();
    if (body.contains(Streaming.MODEL) && ask.models().isPresent()) {
      switch (model(ask.models().get())) {
        case Model.Known(String name) ->
            body = body.replace(Streaming.MODEL, json.writeValueAsString(name));
        case Model.Unknown(ProofProblem problem) -> {
          return new Result.Went(problem);
        }
      }
    }
    return send(ask, body, limit);
  }

  private sealed interface Model {
    record Known(String name) implements Model {}

    record Unknown(ProofProblem problem) implements Model {}
  }

  private Model model(Streaming.Models models) {
    try (Wire wire = Wire.open(way, Deadline.in(shortLimit), control)) {
      wire.send(requests.get(models.path(), true, false));
      Head head = wire.head();
      if (head.status() != 200) {
        return new Model.Unknown(
            new ProofProblem.WrongStatus(models.path(), head.status(), head.server()));
      }
      byte[] list = wire.body(head).readNBytes(LIST_LIMIT);
      JsonNode first = json.readTree(list).path(models.list()).path(0).path(models.name());
      return first.isString()
          ? new Model.Known(first.asString())
          : new Model.Unknown(new ProofProblem.NoModel(models.path(), "the list is empty"));
    } catch (JacksonException malformed) {
      return new Model.Unknown(new ProofProblem.NoModel(models.path(), "the list is no JSON"));
    } catch (IOException | RuntimeException failed) {
      return new Model.Unknown(Faults.of(failed, shortLimit, way.address().toString(), control));
    }
  }

  private Result send(Streaming.Ask ask, String body, Duration limit) {
    try (Wire wire = Wire.open(way, Deadline.in(shortLimit), control)) {
      wire.limit(Deadline.in(limit));
      long start = System.nanoTime();
      wire.send(requests.ask(ask, body));
      Head head = wire.head();
      if (head.noTargets()) {
        return new Result.Went(new ProofProblem.NoTargets());
      }
      if (head.status() < 200 || head.status() > 299) {
        return new Result.Went(
            new ProofProblem.WrongStatus(ask.path(), head.status(), head.server()));
      }
      return read(ask.path(), wire.body(head), head, start, limit);
    } catch (IOException | RuntimeException failed) {
      return new Result.Went(Faults.of(failed, limit, way.address().toString(), control));
    }
  }

  private Result read(String path, InputStream body, Head head, long start, Duration limit) {
    Events events = new Events(Events.form(head), start, System.nanoTime());
    byte[] bytes = new byte[16 * 1024];
    long all = 0;
    try {
      int read = body.read(bytes);
      while (read >= 0 && all < BODY_LIMIT) {
        all += read;
        events.take(bytes, read, System.nanoTime());
        read = body.read(bytes);
      }
    } catch (IOException | RuntimeException broken) {
      StreamFacts facts = events.facts(path, head, System.nanoTime());
      if (control.cancelled()) {
        return new Result.Went(new ProofProblem.Cancelled());
      }
      String why =
          broken instanceof SocketTimeoutException
              ? "not over after " + limit.toSeconds() + " s"
              : Faults.text(broken);
      return new Result.Went(new ProofProblem.StreamBroken(facts, why));
    }
    StreamFacts facts = events.facts(path, head, System.nanoTime());
    return events.apart()
        ? new Result.Came(facts)
        : new Result.Went(new ProofProblem.NotStreamed(facts));
  }
}
