package portico.proof.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an answer.
 *
 * @param status 100 to 999
 * @param fields its lines after the first
 */
record Head(int status, List<String> fields) {
  /** What practice marks the answers with that it made up. */
  private static final String SIMULATED = "X-Portico-Practice";

  static Head parse(List<String> lines) throws NotHttpException {
    if (lines.isEmpty() || !lines.getFirst().matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new NotHttpException("not an HTTP answer");
    }
    return new Head(
        Integer.parseInt(lines.getFirst().substring(9, 12)), lines.subList(1, lines.size()));
  }

  /** A field's first value. */
  Optional<String> field(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return fields.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }

  boolean says(String name, String part) {
    return field(name).filter(value -> value.toLowerCase(Locale.ROOT).contains(part)).isPresent();
  }

  String server() {
    return field("Server").orElse("");
  }

  /** Whether practice made the answer up. */
  boolean simulated() {
    return field(SIMULATED).isPresent();
  }

  /** Whether the load balancer itself says that it has no target. */
  boolean noTargets() {
    return status == 503 && server().startsWith("awselb");
  }
}
