package portico.spec;

import java.util.Map;
import java.util.Optional;

/**
 * Where each field stands in the text it was read from.
 *
 * @param byField by field path, such as {@code listeners[0].port}
 */
public record SpecPositions(Map<String, SpecPosition> byField) {
  /** For a spec that no one wrote. */
  public static final SpecPositions NONE = new SpecPositions(Map.of());

  public SpecPositions {
    byField = Map.copyOf(byField);
  }

  /** The field's place, or that of the innermost field around it that is in the text. */
  public Optional<SpecPosition> at(String field) {
    String path = field;
    while (!path.isEmpty()) {
      SpecPosition position = byField.get(path);
      if (position != null) {
        return Optional.of(position);
      }
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return Optional.empty();
  }
}
