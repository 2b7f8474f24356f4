package portico.text;

/**
 * What a user is told when something did not work.
 *
 * @param what what happened, in one sentence
 * @param resources whether AWS resources may exist; an empty text when the question does not arise
 * @param next what to do next
 */
public record Message(String what, String resources, String next) {
  /** The whole in one line. */
  public String inOneLine() {
    return String.join(" ", what, resources, next).replaceAll("\\s+", " ").strip();
  }
}
