package portico.program;

import java.util.LinkedHashMap;
import java.util.Map;
import portico.catalog.Ownership;

/**
 * The tags of one environment's resources. Of tags with the same key the later wins: a name that
 * the program makes up, the environment's, the resource's own, and last Portico's, without which a
 * resource could not be found again.
 *
 * @param environment those that the user wants on everything
 */
record ResourceTags(Map<String, String> environment, Ownership ownership) {

  Map<String, String> of(Map<String, String> own) {
    return joined(Map.of(), own);
  }

  /** For resources that AWS shows by their Name tag. */
  Map<String, String> named(String name) {
    return joined(Map.of("Name", name), Map.of());
  }

  /** As {@link #named(String)}, with a name that the user chose if it is not empty. */
  Map<String, String> named(String name, String chosen) {
    return joined(Map.of("Name", name), chosen.isEmpty() ? Map.of() : Map.of("Name", chosen));
  }

  private Map<String, String> joined(Map<String, String> usual, Map<String, String> own) {
    Map<String, String> tags = new LinkedHashMap<>(usual);
    tags.putAll(environment);
    tags.putAll(own);
    tags.putAll(ownership.tags());
    return tags;
  }
}
