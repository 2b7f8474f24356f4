package portico.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The references in a Pulumi program in YAML. */
final class YamlReferences {
  private static final Pattern REFERENCE = Pattern.compile("(?<![$])[$][{]([^}]*)[}]");

  private YamlReferences() {}

  static List<String> of(Object node) {
    List<String> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(Object node, List<String> found) {
    switch (node) {
      case Map<?, ?> map -> map.values().forEach(value -> collect(value, found));
      case Collection<?> list -> list.forEach(value -> collect(value, found));
      case String text ->
          REFERENCE.matcher(text).results().forEach(match -> found.add(match.group(1)));
      default -> {}
    }
  }
}
