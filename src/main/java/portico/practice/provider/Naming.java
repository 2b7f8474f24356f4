package portico.practice.provider;

import java.util.Optional;

/**
 * Names for resources whose program gives none: the logical name, a hyphen and seven hexadecimal
 * digits, as the official provider makes them. A name once made is kept.
 *
 * @param logical the resource's name in the program
 * @param seed random hexadecimal digits of the engine's choice, at least seven
 * @param earlier the inputs of the last run
 * @param proposed the engine's own proposal (auto-naming settings), if any
 * @param allowed false when the engine's settings forbid made-up names
 */
record Naming(
    String logical, String seed, PropertyMap earlier, Optional<String> proposed, boolean allowed) {
  static final String NAME = "name";
  static final String PREFIX = "namePrefix";
  private static final int DIGITS = 7;

  /** The inputs with a name; {@code longest} is AWS's limit in characters. */
  PropertyMap named(PropertyMap inputs, int longest, Checker checker) {
    return named(inputs, NAME, PREFIX, longest, checker);
  }

  /** The same for a type that calls its name something else. */
  PropertyMap named(
      PropertyMap inputs, String property, String prefixed, int longest, Checker checker) {
    if (inputs.fields().containsKey(property)) {
      if (inputs.fields().containsKey(prefixed)) {
        checker.fail(prefixed, "cannot be given together with " + property);
      }
      return inputs;
    }
    if (inputs.unknown(prefixed)) {
      return inputs;
    }
    Optional<String> prefix = inputs.text(prefixed);
    String name = kept(prefix, property, prefixed).orElseGet(() -> madeUp(prefix));
    if (!allowed && prefix.isEmpty()) {
      checker.fail(property, "is required: automatic names are switched off");
    } else if (name.length() > longest) {
      checker.fail(
          property,
          "would be \"%s\", longer than the %d characters that AWS allows; give a name, or shorten \"%s\""
              .formatted(name, longest, prefix.orElse(logical)));
    }
    java.util.List<String> defaults = new java.util.ArrayList<>(inputs.texts(Checker.DEFAULTS));
    defaults.add(property);
    defaults.sort(null);
    return inputs
        .with(property, PropertyValue.of(name))
        .with(Checker.DEFAULTS, PropertyValue.of(defaults));
  }

  private String madeUp(Optional<String> prefix) {
    return prefix
        .map(given -> given + digits())
        .orElseGet(() -> proposed.orElseGet(() -> logical + "-" + digits()));
  }

  private Optional<String> kept(Optional<String> prefix, String property, String prefixed) {
    return earlier
        .text(property)
        .filter(name -> earlier.texts(Checker.DEFAULTS).contains(property))
        .filter(name -> earlier.text(prefixed).equals(prefix));
  }

  private String digits() {
    return seed.substring(0, DIGITS);
  }
}
