package portico.spec;

import java.util.Map;
import java.util.Optional;

/**
 * Where each field stands in the text it was read from.
 *
 * @param byField by field path, such as {@code listeners[0].port}
 * @param shortForms the path that a field has in the text, by the path that it has in the model,
 *     where the text uses a shorter form: {@code listeners[0].forward} by {@code
 *     listeners[0].defaultAction}
 */
public record SpecPositions(Map<String, SpecPosition> byField, Map<String, String> shortForms) {
  /** For a spec that no one wrote. */
  public static final SpecPositions NONE = new SpecPositions(Map.of(), Map.of());

  public SpecPositions {
    byField = Map.copyOf(byField);
    shortForms = Map.copyOf(shortForms);
  }

  /** The field's place, or that of the innermost field around it that is in the text. */
  public Optional<SpecPosition> at(String field) {
    String path = field;
    while (!path.isEmpty()) {
      SpecPosition position = byField.get(path);
      if (position != null) {
        return Optional.of(position);
      }
      path = outer(path);
    }
    return Optional.empty();
  }

  /** The path that a field of the model has in the text. */
  public String inText(String modelField) {
    String path = modelField;
    while (!path.isEmpty()) {
      String written = shortForms.get(path);
      if (written != null) {
        return written + modelField.substring(path.length());
      }
      path = outer(path);
    }
    return modelField;
  }

  private static String outer(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }
}
