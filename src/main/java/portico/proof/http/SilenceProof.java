package portico.proof.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import portico.proof.ProofControl;
import portico.proof.ProofProblem;
import portico.proof.ProofProblem.Cut;
import portico.proof.SilenceFacts;
import portico.proof.SilenceFacts.Way;

/** Says nothing for long, and sees whether the connection survives it. */
final class SilenceProof {
  /** What practice's built-in server says nothing on; see its own description. */
  private static final String SILENT_PATH = "/portico/silent?seconds=";

  /** How much earlier than its time an idle timeout may be seen. */
  private static final Duration EARLY = Duration.ofMillis(500);

  /** How much later: idle connections are looked for now and then. */
  private static final Duration LATE = Duration.ofSeconds(3);

  private final Wire.Way way;
  private final Requests requests;
  private final String healthPath;
  private final Limits limits;
  private final ProofControl control;

  SilenceProof(
      Wire.Way way, Requests requests, String healthPath, Limits limits, ProofControl control) {
    this.way = way;
    this.requests = requests;
    this.healthPath = healthPath;
    this.limits = limits;
    this.control = control;
  }

  /** What came of it. */
  sealed interface Result {
    record Kept(SilenceFacts facts) implements Result {}

    record Broken(ProofProblem problem) implements Result {}
  }

  /**
   * Keeps silent.
   *
   * @param simulated whether practice's built-in server is there, which can be asked to be silent
   */
  Result keep(Duration wanted, Duration idle, boolean simulated) {
    return simulated
        ? request(new SilenceFacts(wanted, Way.REQUEST, idle))
        : connection(new SilenceFacts(wanted, Way.CONNECTION, idle));
  }

  private Result request(SilenceFacts facts) {
    Duration limit = facts.wanted().plus(limits.spare());
    long start = System.nanoTime();
    try (Wire wire = Wire.open(way, Deadline.in(limits.step()), control)) {
      wire.limit(Deadline.in(limit));
      start = System.nanoTime();
      wire.send(requests.get(SILENT_PATH + seconds(facts.wanted()), true, false));
      Head head = wire.head();
      return switch (head.status()) {
        case 200 -> new Result.Kept(facts);
        case 504 -> cut(facts, start, Cut.GATEWAY_TIMEOUT);
        default -> cut(facts, start, Cut.OTHER_STATUS);
      };
    } catch (IOException | RuntimeException failed) {
      return broken(facts, start, failed, limit);
    }
  }

  private static String seconds(Duration wanted) {
    return "%d.%03d".formatted(wanted.toSeconds(), wanted.toMillisPart());
  }

  private Result connection(SilenceFacts facts) {
    long start = System.nanoTime();
    try (Wire wire = Wire.open(way, Deadline.in(limits.step()), control)) {
      Head before = exchange(wire);
      start = System.nanoTime();
      if (before.says("Connection", "close")) {
        return cut(facts, start, Cut.CLOSED);
      }
      Wire.Held held = wire.hold(facts.wanted());
      if (control.cancelled()) {
        return new Result.Broken(new ProofProblem.Cancelled());
      }
      return switch (held) {
        case CLOSED -> cut(facts, start, Cut.CLOSED);
        case SPOKEN -> cut(facts, start, Cut.OTHER_STATUS);
        case SILENT -> again(facts, start, wire, before);
      };
    } catch (IOException | RuntimeException failed) {
      return broken(facts, start, failed, limits.step());
    }
  }

  private Result again(SilenceFacts facts, long start, Wire wire, Head before) throws IOException {
    wire.limit(Deadline.in(limits.step()));
    Head after = exchange(wire);
    return after.status() == before.status() || after.status() < 500
        ? new Result.Kept(facts)
        : cut(facts, start, after.status() == 504 ? Cut.GATEWAY_TIMEOUT : Cut.OTHER_STATUS);
  }

  /** One request and its whole answer, so that the connection can be used again. */
  private Head exchange(Wire wire) throws IOException {
    wire.send(requests.get(healthPath, true, true));
    Head head = wire.head();
    try (var body = wire.body(head)) {
      long _ = body.transferTo(OutputStream.nullOutputStream());
    }
    return head;
  }

  private Result broken(SilenceFacts facts, long start, Exception failed, Duration limit) {
    if (control.cancelled() || failed instanceof SocketTimeoutException) {
      return new Result.Broken(Faults.of(failed, limit, way.address().toString(), control));
    }
    ProofProblem problem = Faults.of(failed, limit, way.address().toString(), control);
    return problem instanceof ProofProblem.NotHttp
        ? cut(facts, start, Cut.CLOSED)
        : new Result.Broken(problem);
  }

  private static Result cut(SilenceFacts facts, long start, Cut how) {
    Duration after = Duration.ofNanos(System.nanoTime() - start);
    Duration idle = facts.idleTimeout();
    boolean fits =
        after.compareTo(idle.minus(EARLY)) >= 0
            && after.compareTo(idle.plus(LATE).plus(idle.dividedBy(10))) <= 0;
    boolean byIdle = fits && how != Cut.OTHER_STATUS;
    return new Result.Broken(new ProofProblem.SilenceCut(facts, after, how, byIdle));
  }
}
