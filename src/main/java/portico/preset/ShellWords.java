package portico.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a text into commands and words as a POSIX shell does: quotes, backslashes, continued
 * lines, comments, and the signs between commands. Nothing is expanded.
 */
final class ShellWords {
  /**
   * What was read.
   *
   * @param closed false when a quote was opened and not closed
   */
  record Split(List<List<String>> commands, boolean closed) {}

  private static final String SEPARATORS = "\n;|&";

  private final String text;
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> command = new ArrayList<>();
  private Optional<StringBuilder> word = Optional.empty();
  private int at;
  private boolean closed = true;

  private ShellWords(String text) {
    this.text = text;
  }

  static Split split(String text) {
    return new ShellWords(joined(text)).read();
  }

  /** Joins continued lines, also those of other shells and with blanks behind the sign. */
  private static String joined(String text) {
    return text.replace("\r", "").replaceAll("[ \\t]+[\\\\^`][ \\t]*\\n|\\\\[ \\t]*\\n", " ");
  }

  private Split read() {
    while (at < text.length()) {
      char next = text.charAt(at);
      at++;
      if (next == '\'' || next == '"') {
        quoted(next);
      } else if (next == '\\' && at < text.length()) {
        current().append(text.charAt(at));
        at++;
      } else if (next == '#' && word.isEmpty()) {
        skipLine();
      } else if (SEPARATORS.indexOf(next) >= 0) {
        endCommand();
      } else if (Character.isWhitespace(next)) {
        endWord();
      } else {
        current().append(next);
      }
    }
    endCommand();
    return new Split(List.copyOf(commands), closed);
  }

  private StringBuilder current() {
    if (word.isEmpty()) {
      word = Optional.of(new StringBuilder());
    }
    return word.get();
  }

  private void quoted(char quote) {
    StringBuilder target = current();
    while (at < text.length()) {
      char next = text.charAt(at);
      at++;
      if (next == quote) {
        return;
      }
      if (next == '\\' && quote == '"' && at < text.length() && isEscaped(text.charAt(at))) {
        target.append(text.charAt(at));
        at++;
      } else {
        target.append(next);
      }
    }
    closed = false;
  }

  /** What a backslash takes the meaning from within double quotes. */
  private static boolean isEscaped(char after) {
    return after == '"' || after == '\\' || after == '$' || after == '`';
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void endWord() {
    word.ifPresent(found -> command.add(found.toString()));
    word = Optional.empty();
  }

  private void endCommand() {
    endWord();
    if (!command.isEmpty()) {
      commands.add(List.copyOf(command));
      command = new ArrayList<>();
    }
  }
}
