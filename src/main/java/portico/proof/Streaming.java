package portico.proof;

import java.util.List;
import java.util.Optional;

/** What is asked for a streamed answer. */
public sealed interface Streaming {
  /** Stands for the model's name in a body, quotes included. */
  String MODEL = "{model}";

  /**
   * One request. Refuses, as an illegal argument, what cannot stand in a request's head.
   *
   * @param method such as POST
   * @param path begins with a slash
   * @param headers beside those of every request
   * @param body may hold {@link #MODEL}; empty for none
   * @param models where the model's name is asked for if the body needs it
   * @param own whether the user wrote it
   */
  record Ask(
      String method,
      String path,
      List<HeaderField> headers,
      String body,
      Optional<Models> models,
      boolean own)
      implements Streaming {
    public Ask {
      headers = List.copyOf(headers);
      if (!method.matches("[A-Z]{1,20}") || !path.startsWith("/") || HeaderField.breaks(path)) {
        throw new IllegalArgumentException("not a request: " + method + " " + path);
      }
    }
  }

  /** Sixteen and more tokens in OpenAI's form, which most servers speak. */
  Ask CHAT =
      new Ask(
          "POST",
          "/v1/chat/completions",
          List.of(new HeaderField("Content-Type", "application/json")),
          "{\"model\":{model},\"messages\":[{\"role\":\"user\","
              + "\"content\":\"Count from one to twenty in words.\"}],"
              + "\"max_tokens\":24,\"stream\":true}",
          Optional.of(new Models("/v1/models", "data", "id")),
          false);

  /**
   * What a server is asked, by its preset's id; see the preset file's sources for each server's
   * interface.
   */
  static Streaming of(String server) {
    return switch (server) {
      case "vllm", "sglang", "llamacpp", "nim", "litellm" -> CHAT;
      case "ollama" ->
          new Ask(
              "POST",
              "/api/generate",
              List.of(new HeaderField("Content-Type", "application/json")),
              "{\"model\":{model},\"prompt\":\"Count from one to twenty in words.\","
                  + "\"options\":{\"num_predict\":24},\"stream\":true}",
              Optional.of(new Models("/api/tags", "models", "name")),
              false);
      case "tgi" ->
          new Ask(
              "POST",
              "/generate_stream",
              List.of(new HeaderField("Content-Type", "application/json")),
              "{\"inputs\":\"Count from one to twenty in words.\","
                  + "\"parameters\":{\"max_new_tokens\":24}}",
              Optional.empty(),
              false);
      default -> new NoneKnown();
    };
  }

  /** The user does not want it. */
  record NotAsked() implements Streaming {}

  /** No streamed answer by HTTP/1.1 is known of the server. */
  record NoneKnown() implements Streaming {}

  /**
   * A list of models, of which the first is taken.
   *
   * @param path begins with a slash
   * @param list the field with the list
   * @param name the field of an entry with its name
   */
  record Models(String path, String list, String name) {}
}
