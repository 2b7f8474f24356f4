package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** AWS's rules on tags (API_Tag), for one entry of a form and for the tags of a spec. */
public final class TagRules {
  public static final int KEY_MAX = 128;
  public static final int VALUE_MAX = 256;

  /** Per resource, what Portico adds included. */
  public static final int TAGS_MAX = 50;

  /** What Portico itself puts on every resource: whose it is. */
  private static final Set<String> PORTICOS = Set.of("portico:environment", "portico:installation");

  /** What listeners, rules and security groups have beside it, for AWS's pages. */
  private static final String NAME = "Name";

  private TagRules() {}

  public static List<Violation> key(String field, String key) {
    List<Violation> found =
        new ArrayList<>(FieldRules.length(field, Rule.TAG_KEY_LENGTH, key, KEY_MAX));
    found.addAll(FieldRules.characters(field, Rule.TAG_CHARACTERS, key, TagRules::isTagCharacter));
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.startsWith("aws:")) {
      found.add(Violation.of(field, Rule.TAG_AWS_PREFIX, key));
    }
    if (lower.startsWith("portico:")) {
      found.add(Violation.of(field, Rule.TAG_PORTICO_PREFIX, key));
    }
    return found;
  }

  /** May be empty. */
  public static List<Violation> value(String field, String value) {
    List<Violation> found =
        new ArrayList<>(FieldRules.atMost(field, Rule.TAG_VALUE_LENGTH, value, VALUE_MAX));
    found.addAll(
        FieldRules.characters(field, Rule.TAG_CHARACTERS, value, TagRules::isTagCharacter));
    return found;
  }

  /** {@code [\p{L}\p{Z}\p{N}_.:/=+\-@]}. */
  static boolean isTagCharacter(int point) {
    return Character.isLetter(point)
        || Character.isSpaceChar(point)
        || isNumber(point)
        || "_.:/=+-@".indexOf(point) >= 0;
  }

  private static boolean isNumber(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** Each tag by itself; an entry's field is {@code tags[key]}. */
  static List<Violation> each(String field, Map<String, String> tags) {
    List<Violation> found = new ArrayList<>();
    tags.forEach(
        (key, value) -> {
          String at = field + "[" + key + "]";
          found.addAll(key(at, key));
          found.addAll(value(at, value));
        });
    return found;
  }

  /** How many tags listeners, rules and the security group have: none of their own. */
  static List<Violation> ofEnvironment(String field, Map<String, String> environment) {
    return together(field, environment, Map.of(NAME, ""));
  }

  /** How many tags the resource has with all that it inherits and Portico adds. */
  static List<Violation> together(
      String field, Map<String, String> environment, Map<String, String> own) {
    Set<String> keys = new HashSet<>(PORTICOS);
    keys.addAll(environment.keySet());
    keys.addAll(own.keySet());
    return keys.size() <= TAGS_MAX
        ? List.of()
        : List.of(Violation.of(field, Rule.TAGS_TOO_MANY, keys.size(), TAGS_MAX));
  }
}
