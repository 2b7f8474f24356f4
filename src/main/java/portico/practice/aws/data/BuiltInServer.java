package portico.practice.aws.data;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import portico.practice.aws.state.Behaviour;
import portico.practice.aws.state.Instance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The servers that seeded instances pretend to run. It answers on the paths that an instance serves
 * and 404 on all others.
 *
 * <ul>
 *   <li>{@code /v1/models} and {@code /v1/chat/completions} answer as OpenAI's do. With {@code
 *       "stream": true} tokens come one by one, {@code portico_gap_ms} milliseconds apart (50), as
 *       many as {@code max_tokens} (8).
 *   <li>{@code /portico/silent?seconds=N} says nothing for so long, 600 s at most, and then
 *       answers: that shows what an idle timeout does.
 * </ul>
 */
final class BuiltInServer {
  /** Names the instance and the port that a request is for. */
  static final String FOR = "X-Portico-For";

  private static final String CHAT = "/v1/chat/completions";
  private static final String SILENT = "/portico/silent";
  private static final List<String> WORDS =
      List.of("This", " is", " practice", " mode", ":", " no", " model", " answered", ".");

  private final Vertx vertx;
  private final Function<String, Optional<Instance>> instances;
  private final JsonMapper json = new JsonMapper();

  /**
   * A server.
   *
   * @param instances finds the instance behind a target's id
   */
  BuiltInServer(Vertx vertx, Function<String, Optional<Instance>> instances) {
    this.vertx = vertx;
    this.instances = instances;
  }

  void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response().putHeader(Pages.MARK, "simulated");
    String[] whom = Optional.ofNullable(request.getHeader(FOR)).orElse("").split(" ");
    Optional<Instance> instance = whom.length == 2 ? instances.apply(whom[0]) : Optional.empty();
    int port = instance.isPresent() ? Integer.parseInt(whom[1]) : 0;
    var served = instance.flatMap(each -> each.serving(port));
    if (served.isEmpty()) {
      response.setStatusCode(404).end();
      return;
    }
    String path = Optional.ofNullable(request.path()).orElse("/");
    if (path.equals(SILENT) && served.get().behaviour() == Behaviour.ANSWERS) {
      silent(request);
      return;
    }
    int status = served.get().statusFor(path);
    response.setStatusCode(status);
    boolean good = status == 200;
    if (good && path.equals("/v1/models")) {
      sendJson(response, models());
    } else if (good && path.equals(CHAT) && request.method().name().equals("POST")) {
      request.body().onSuccess(body -> chat(body, response));
    } else {
      sendJson(response, plain(request, instance.get(), port));
    }
  }

  private void sendJson(HttpServerResponse response, ObjectNode body) {
    response.putHeader("Content-Type", "application/json").end(json.writeValueAsString(body));
  }

  private ObjectNode plain(HttpServerRequest request, Instance instance, int port) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("simulated", true)
        .put("message", "This is practice mode: no server answered, Portico made this up.")
        .put("path", request.uri())
        .put("target", instance.id())
        .put("port", port)
        .put("instance", instance.tags().getOrDefault("Name", instance.id()));
  }

  private void silent(HttpServerRequest request) {
    String asked = Optional.ofNullable(request.getParam("seconds")).orElse("");
    long millis =
        asked.matches("\\d{1,3}(\\.\\d{1,3})?")
            ? Math.min(600_000, (long) (Double.parseDouble(asked) * 1000))
            : 90_000;
    HttpServerResponse response = request.response();
    long _ =
        vertx.setTimer(
            Math.max(1, millis),
            _ -> {
              if (!response.closed()) {
                response.end("silent for " + millis + " ms\n");
              }
            });
  }

  private ObjectNode models() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
    body.putArray("data")
        .addObject()
        .put("id", "practice-model")
        .put("object", "model")
        .put("owned_by", "portico");
    return body;
  }

  private void chat(Buffer body, HttpServerResponse response) {
    JsonNode asked;
    try {
      asked = json.readTree(body.getBytes());
    } catch (JacksonException malformed) {
      response.setStatusCode(400).end("the body is not JSON\n");
      return;
    }
    int tokens = Math.clamp(asked.path("max_tokens").asInt(8), 1, 10_000);
    int gap = Math.clamp(asked.path("portico_gap_ms").asInt(50), 1, 600_000);
    if (asked.path("stream").asBoolean(false)) {
      response.putHeader("Content-Type", "text/event-stream").setChunked(true);
      stream(response, 0, tokens, gap);
    } else {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < tokens; i++) {
        text.append(WORDS.get(i % WORDS.size()));
      }
      ObjectNode answer = JsonNodeFactory.instance.objectNode().put("object", "chat.completion");
      answer
          .put("model", "practice-model")
          .putArray("choices")
          .addObject()
          .put("index", 0)
          .put("finish_reason", "stop")
          .putObject("message")
          .put("role", "assistant")
          .put("content", text.toString());
      sendJson(response, answer);
    }
  }

  private void stream(HttpServerResponse response, int done, int tokens, int gapMillis) {
    if (response.closed()) {
      return;
    }
    if (done == tokens) {
      response.end("data: [DONE]\n\n");
      return;
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("object", "chat.completion.chunk");
    event
        .put("model", "practice-model")
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .putObject("delta")
        .put("content", WORDS.get(done % WORDS.size()));
    response.write("data: " + json.writeValueAsString(event) + "\n\n");
    long _ = vertx.setTimer(gapMillis, _ -> stream(response, done + 1, tokens, gapMillis));
  }
}
