package portico.proof;

/**
 * A field of a request's head. Refuses, as an illegal argument, what cannot stand there, such as a
 * line break.
 */
public record HeaderField(String name, String value) {
  public HeaderField {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
        || value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new IllegalArgumentException("not a header field: " + name);
    }
  }

  /** Whether a text would end the line that it stands in, or a word of it. */
  static boolean breaks(String text) {
    return text.chars().anyMatch(c -> c <= ' ' || c == 127);
  }
}
