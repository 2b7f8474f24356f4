package portico.practice.provider;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tags as properties, and what they say about who made a resource. */
final class Tagging {
  static final String TAGS = "tags";
  static final String ALL = "tagsAll";

  /** Keys that begin so tell which environment of which installation made a resource. */
  private static final String OWNER = "portico:";

  private static final String AWS = "aws:";

  private Tagging() {}

  /** The two properties of every type that has tags; API_Tag, EC2 tag restrictions. */
  static Property[] properties() {
    return new Property[] {
      Property.dictionary(TAGS).rule(Tagging::problem), Property.dictionary(ALL).output()
    };
  }

  /** The state's two properties; AWS's own tags are not the program's. */
  static PropertyMap state(PropertyMap state, Map<String, String> tags) {
    Map<String, String> own = new TreeMap<>(tags);
    own.keySet().removeIf(key -> key.startsWith(AWS));
    PropertyMap value = PropertyMap.ofTexts(own);
    return state.with(TAGS, value).with(ALL, value);
  }

  /**
   * Whether something that carries {@code actual} was made by an earlier, interrupted run of the
   * environment that now asks for {@code requested}: all requested ownership tags are there, and
   * there is at least one.
   */
  static boolean owned(Map<String, String> requested, Map<String, String> actual) {
    Map<String, String> owner =
        requested.entrySet().stream()
            .filter(tag -> tag.getKey().startsWith(OWNER))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return !owner.isEmpty() && actual.entrySet().containsAll(owner.entrySet());
  }

  /** The tags of {@code wanted} that {@code actual} lacks or has with another value. */
  static Map<String, String> toSet(Map<String, String> wanted, Map<String, String> actual) {
    Map<String, String> missing = new TreeMap<>(wanted);
    missing.entrySet().removeAll(actual.entrySet());
    return missing;
  }

  /** The keys of {@code actual} that {@code wanted} has not, apart from AWS's own. */
  static java.util.List<String> toRemove(Map<String, String> wanted, Map<String, String> actual) {
    return actual.keySet().stream()
        .filter(key -> !wanted.containsKey(key) && !key.startsWith(AWS))
        .sorted()
        .toList();
  }

  private static java.util.Optional<String> problem(PropertyValue value) {
    if (!(value instanceof PropertyMap(var tags))) {
      return java.util.Optional.empty();
    }
    for (var tag : tags.entrySet()) {
      if (tag.getKey().isEmpty() || tag.getKey().length() > 128) {
        return java.util.Optional.of(
            "has a key that is not 1 to 128 characters long: \"" + tag.getKey() + "\"");
      }
      if (tag.getKey().startsWith(AWS)) {
        return java.util.Optional.of(
            "has a key that AWS keeps for itself: \"" + tag.getKey() + "\"");
      }
      if (tag.getValue() instanceof PropertyValue.Text(var text) && text.length() > 256) {
        return java.util.Optional.of(
            "has a value longer than 256 characters at \"" + tag.getKey() + "\"");
      }
    }
    return java.util.Optional.empty();
  }
}
