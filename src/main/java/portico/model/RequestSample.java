package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as far as rules look at it.
 *
 * @param method such as {@code GET}
 * @param host the Host header, with or without a port; may be empty
 * @param path without query, begins with a slash
 * @param query the parameters in order, not decoded
 * @param headers in order; a name may come twice
 * @param source the client's address, if it is known
 */
public record RequestSample(
    String method,
    String host,
    String path,
    List<Pair> query,
    List<Pair> headers,
    Optional<String> source) {
  public RequestSample {
    query = List.copyOf(query);
    headers = List.copyOf(headers);
  }

  /** A name with its value: of a header, or of a parameter. */
  public record Pair(String name, String value) {}

  /**
   * Takes a request target such as {@code /v1/models?limit=5} apart; one without a leading slash
   * gets it.
   */
  public static RequestSample of(
      String method, String host, String target, List<Pair> headers, Optional<String> source) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return new RequestSample(
        method,
        host,
        path.startsWith("/") ? path : "/" + path,
        mark < 0 ? List.of() : parameters(target.substring(mark + 1)),
        headers,
        source);
  }

  private static List<Pair> parameters(String query) {
    List<Pair> found = new ArrayList<>();
    for (String each : query.split("&", -1)) {
      int equals = each.indexOf('=');
      if (!each.isEmpty()) {
        found.add(
            equals < 0
                ? new Pair(each, "")
                : new Pair(each.substring(0, equals), each.substring(equals + 1)));
      }
    }
    return found;
  }

  /** The host without its port. */
  public String hostName() {
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return end <= 0 ? host : host.substring(0, end);
  }
}
