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
    if (inputs.fields().containsKey(NAME)) {
      if (inputs.fields().containsKey(PREFIX)) {
        checker.fail(PREFIX, "cannot be given together with name");
      }
      return inputs;
    }
    if (inputs.unknown(PREFIX)) {
      return inputs;
    }
    Optional<String> prefix = inputs.text(PREFIX);
    String name =
        kept(prefix)
            .orElseGet(
                () ->
                    prefix
                        .map(given -> given + digits())
                        .orElseGet(() -> proposed.orElseGet(() -> logical + "-" + digits())));
    if (!allowed && prefix.isEmpty()) {
      checker.fail(NAME, "is required: automatic names are switched off");
    } else if (name.length() > longest) {
      checker.fail(
          NAME,
          "would be \"%s\", longer than the %d characters that AWS allows; give a name, or shorten \"%s\""
              .formatted(name, longest, prefix.orElse(logical)));
    }
    java.util.List<String> defaults = new java.util.ArrayList<>(inputs.texts(Checker.DEFAULTS));
    defaults.add(NAME);
    defaults.sort(null);
    return inputs
        .with(NAME, PropertyValue.of(name))
        .with(Checker.DEFAULTS, PropertyValue.of(defaults));
  }

  private Optional<String> kept(Optional<String> prefix) {
    return earlier
        .text(NAME)
        .filter(name -> earlier.texts(Checker.DEFAULTS).contains(NAME))
        .filter(name -> earlier.text(PREFIX).equals(prefix));
  }

  private String digits() {
    return seed.substring(0, DIGITS);
  }
}
