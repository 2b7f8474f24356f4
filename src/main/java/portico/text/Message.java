package portico.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user is told when something did not work.
 *
 * @param what what happened, in one sentence
 * @param resources whether AWS resources may exist; an empty text when the question does not arise
 * @param next what to do next
 */
public record Message(String what, String resources, String next) {
  /** The whole in one line; a part that quotes others and ends without a stop gets one. */
  public String inOneLine() {
    return Stream.of(what, resources, next)
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .filter(part -> !part.isEmpty())
        .map(part -> part.matches(".*[.!?:]") ? part : part + ".")
        .collect(Collectors.joining(" "));
  }
}
