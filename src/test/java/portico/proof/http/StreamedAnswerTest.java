package portico.proof.http;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.proof.http.Asked.problem;
import static portico.proof.http.Asked.step;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portico.proof.HeaderField;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.ProofVerdict;
import portico.proof.StreamFacts;
import portico.proof.Streaming;

/** A streamed answer is timed event by event. */
@Timeout(60)
class StreamedAnswerTest {
  private static final String MODELS = "{\"data\":[{\"id\":\"a \\\"small\\\" model\"}]}";

  private static boolean rest(RawServer.Request request, RawServer.Out out) throws IOException {
    return request.is("GET /v1/models")
        ? out.send(200, "application/json", MODELS)
        : out.send(request.is("GET /health") ? 200 : 404, "text/plain", "ok");
  }

  private static RawServer chat(RawServer.Script answer) {
    return new RawServer(
        (request, out) ->
            request.is("POST /v1/chat/completions")
                ? answer.answer(request, out)
                : rest(request, out));
  }

  private static ProofReport ask(RawServer server, Streaming stream) {
    Asked asked = new Asked(server.address());
    asked.stream = stream;
    return asked.prove();
  }

  private static StreamFacts facts(ProofReport report) {
    return ((ProofStep.Streamed) step(report, Stage.STREAM)).facts();
  }

  @Test
  void tokens_are_counted_and_gaps_are_at_least_as_long_as_they_were_sent() {
    try (RawServer server =
        chat(
            (request, out) -> {
              out.streamed("text/event-stream; charset=utf-8");
              out.chunks(40, "data: {\"n\":1}\n\n", "data: {\"n\":2}\n\n");
              out.chunk(": keep-alive\n\n");
              out.chunks(120, "data: {\"n\":3}\n\ndata: [DONE]\n\n");
              return out.end();
            })) {
      ProofReport report = ask(server, Streaming.CHAT);
      StreamFacts facts = facts(report);

      assertThat(facts.form()).isEqualTo(StreamFacts.Form.SERVER_SENT_EVENTS);
      assertThat(facts.events()).isEqualTo(3);
      assertThat(facts.arrivals()).hasSize(3).isSorted();
      assertThat(facts.first().orElseThrow()).isGreaterThanOrEqualTo(facts.head());
      assertThat(facts.longestGap()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
      assertThat(facts.longestSilence()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
      assertThat(facts.total()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
      assertThat(facts.simulated()).isFalse();
    }
  }

  @Test
  void the_model_is_asked_for_and_named_as_json_writes_it() {
    List<String> bodies = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (RawServer server =
        chat(
            (request, out) -> {
              bodies.add(request.body());
              out.streamed("text/event-stream");
              out.chunks(20, "data: 1\n\n", "data: 2\n\n");
              return out.end();
            })) {
      facts(ask(server, Streaming.CHAT));

      assertThat(bodies).singleElement().asString().contains("\"a \\\"small\\\" model\"");
    }
  }

  @Test
  void a_server_without_models_is_not_asked_further() {
    try (RawServer server =
        new RawServer(
            (request, out) ->
                request.is("GET /v1/models")
                    ? out.send(200, "application/json", "{\"data\":[]}")
                    : rest(request, out))) {
      ProofReport report = ask(server, Streaming.CHAT);

      assertThat(problem(report, Stage.STREAM, ProofProblem.NoModel.class).path())
          .isEqualTo("/v1/models");
      assertThat(server.heads).noneMatch(head -> head.startsWith("POST"));
    }
  }

  @Test
  void lines_of_json_are_events_too() {
    var ask = new Streaming.Ask("POST", "/api/generate", List.of(), "{}", Optional.empty(), true);
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              if (!request.is("POST")) {
                return rest(request, out);
              }
              out.streamed("application/x-ndjson");
              out.chunks(30, "{\"a\":1}\n", "{\"a\":", "2}\n", "{\"a\":3}");
              return out.end();
            })) {
      StreamFacts facts = facts(ask(server, ask));

      assertThat(facts.form()).isEqualTo(StreamFacts.Form.LINES);
      assertThat(facts.events()).isEqualTo(3);
      assertThat(facts.medianGap()).isPositive();
    }
  }

  @Test
  void an_answer_in_one_piece_is_no_stream() {
    try (RawServer server =
        chat((request, out) -> out.send(200, "application/json", "{\"choices\":[]}"))) {
      ProofReport report = ask(server, Streaming.CHAT);

      var problem = problem(report, Stage.STREAM, ProofProblem.NotStreamed.class);
      assertThat(problem.facts().status()).isEqualTo(200);
      assertThat(report.verdict().grade()).isEqualTo(ProofVerdict.Grade.PARTLY);
      assertThat(report.verdict().reasons())
          .contains(
              new ProofVerdict.Reason("web", Stage.STREAM, ProofVerdict.Kind.FAILED),
              new ProofVerdict.Reason("web", Stage.SILENCE, ProofVerdict.Kind.NOT_ASKED));
    }
  }

  @Test
  void a_server_that_closes_after_the_head_has_broken_its_stream() {
    try (RawServer server =
        chat(
            (request, out) -> {
              out.streamed("text/event-stream");
              return false;
            })) {
      ProofReport report = ask(server, Streaming.CHAT);

      var problem = problem(report, Stage.STREAM, ProofProblem.StreamBroken.class);
      assertThat(problem.facts().events()).isZero();
      assertThat(problem.facts().first()).isEmpty();
    }
  }

  @Test
  void a_stream_that_ends_without_its_last_chunk_is_broken() {
    try (RawServer server =
        chat(
            (request, out) -> {
              out.streamed("text/event-stream");
              out.chunks(20, "data: 1\n\n", "data: 2\n\n");
              return false;
            })) {
      var problem =
          problem(ask(server, Streaming.CHAT), Stage.STREAM, ProofProblem.StreamBroken.class);

      assertThat(problem.facts().events()).isEqualTo(2);
    }
  }

  @Test
  void an_error_is_told_with_its_status() {
    try (RawServer server = chat((request, out) -> out.send(400, "text/plain", "no"))) {
      var problem =
          problem(ask(server, Streaming.CHAT), Stage.STREAM, ProofProblem.WrongStatus.class);

      assertThat(problem)
          .isEqualTo(new ProofProblem.WrongStatus("/v1/chat/completions", 400, "raw"));
    }
  }

  @Test
  void the_key_and_the_users_own_fields_are_sent_and_the_key_is_in_no_report() {
    var own =
        new Streaming.Ask(
            "PUT",
            "/own?x=1",
            List.of(new HeaderField("Accept", "text/x"), new HeaderField("Host", "evil")),
            "body",
            Optional.empty(),
            true);
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              if (!request.is("PUT")) {
                return request.is("GET /portico/without-key")
                    ? out.send(401, "text/plain", "")
                    : rest(request, out);
              }
              out.streamed("text/plain");
              out.chunks(20, "one", "two");
              return out.end();
            })) {
      Asked asked = new Asked(server.address());
      asked.stream = own;
      asked.key =
          Optional.of(
              new ProofEndpoint.Key(
                  "X-Api-Key", "", Optional.of("s3cret"), true, "/portico/without-key"));
      ProofReport report = asked.prove();

      assertThat(step(report, Stage.GATE)).isInstanceOf(ProofStep.Refused.class);
      assertThat(facts(report).form()).isEqualTo(StreamFacts.Form.PIECES);
      String head = server.heads.getLast();
      assertThat(head)
          .startsWith("PUT /own?x=1 HTTP/1.1\nHost: demo-1.us-west-2.elb.localhost\n")
          .contains("X-Api-Key: s3cret", "Accept: text/x")
          .doesNotContain("evil", "Accept: */*");
      assertThat(server.heads)
          .filteredOn(each -> each.contains("without-key"))
          .singleElement()
          .asString()
          .doesNotContain("s3cret");
      assertThat(new portico.proof.json.ProofJson().write(report)).doesNotContain("s3cret");
      assertThat(asked.key.orElseThrow().toString()).doesNotContain("s3cret");
    }
  }
}
