package portico.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a listener or a rule does with a request. */
public sealed interface ActionSpec {
  /**
   * Sends it to a target.
   *
   * @param targetGroups 1 to 5, each once
   * @param stickinessSeconds how long a client keeps its target group, 1 to 604800 seconds; empty
   *     for not at all
   */
  record Forward(List<WeightedTargetGroup> targetGroups, OptionalInt stickinessSeconds)
      implements ActionSpec {
    public Forward {
      targetGroups = List.copyOf(targetGroups);
    }

    /** All to one group. */
    public static Forward to(String targetGroup) {
      return new Forward(List.of(new WeightedTargetGroup(targetGroup, 1)), OptionalInt.empty());
    }
  }

  /**
   * Sends the client elsewhere (API_RedirectActionConfig). What is empty stays as in the request;
   * {@code #{host}}, {@code #{path}}, {@code #{port}}, {@code #{protocol}} and {@code #{query}}
   * stand for the request's own.
   *
   * @param permanent whether by 301, which clients remember, instead of 302
   * @param protocol HTTP or HTTPS; never from HTTPS to HTTP
   * @param port 1 to 65535
   * @param host 1 to 128 characters
   * @param path 1 to 128 characters, begins with a slash
   * @param query without a leading question mark, up to 128 characters; an empty text removes it
   */
  record Redirect(
      boolean permanent,
      Optional<Protocol> protocol,
      OptionalInt port,
      Optional<String> host,
      Optional<String> path,
      Optional<String> query)
      implements ActionSpec {
    /** The same address by HTTPS. */
    public static Redirect toHttps(int port) {
      return new Redirect(
          true,
          Optional.of(Protocol.HTTPS),
          OptionalInt.of(port),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Answers by itself (API_FixedResponseActionConfig).
   *
   * @param status 200 to 299 or 400 to 599
   * @param contentType one of text/plain, text/css, text/html, application/javascript,
   *     application/json
   * @param body up to 1024 characters
   */
  record FixedResponse(int status, String contentType, String body) implements ActionSpec {}
}
