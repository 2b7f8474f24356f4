package portico.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command line reads and writes.
 *
 * @param out results
 * @param err progress and complaints
 * @param in answers to questions, or a spec
 * @param interactive whether someone can be asked
 * @param environment the process's environment variables
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    Reader in,
    boolean interactive,
    Map<String, String> environment) {

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /** Standard input, output and error of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.out,
        System.err,
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
        System.getenv());
  }

  /** The line typed after the question; empty when the input is over or broken. */
  Optional<String> ask(String question) {
    err.print(question);
    err.flush();
    StringBuilder line = new StringBuilder();
    try {
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          // The last line of a file may lack its end.
          return Optional.of(line.toString().strip()).filter(last -> !last.isEmpty());
        }
        line.append((char) next);
      }
      return Optional.of(line.toString().strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * As {@link #ask}, with what is typed kept off the screen where this is the process's own
   * terminal. For an empty question, as of a program, nothing is printed.
   */
  Optional<String> askSecret(String question) {
    Optional<Console> console =
        Optional.ofNullable(System.console())
            .filter(each -> interactive && err.equals(System.err) && !question.isEmpty())
            .filter(Console::isTerminal);
    return console.isPresent()
        ? Optional.ofNullable(console.get().readPassword("%s", question))
            .map(typed -> new String(typed).strip())
        : ask(question);
  }

  /** The variable's value, unless it is missing or empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
