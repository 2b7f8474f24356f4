package portico.export;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that code can have. */
final class Names {
  private final Set<String> taken = new HashSet<>();

  /** Lower-case words joined by underscores, which no earlier answer was. */
  String unique(String name) {
    String words = words(name);
    String unique = words;
    for (int number = 2; !taken.add(unique); number++) {
      unique = words + "_" + number;
    }
    return unique;
  }

  static String words(String name) {
    String words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return words.isEmpty() ? "unnamed" : words;
  }

  /** targetGroup of target_group. */
  static String camel(String words) {
    String pascal = pascal(words);
    return Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
  }

  /** TargetGroup of target_group. */
  static String pascal(String words) {
    return Arrays.stream(words.split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
