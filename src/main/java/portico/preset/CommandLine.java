package portico.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command without what stands before it: assignments, {@code sudo} and the like.
 *
 * @param environment what was assigned, also by earlier commands that export
 * @param words the program and its arguments; empty when the command only assigns
 */
record CommandLine(Map<String, String> environment, List<String> words) {
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final Set<String> BEFORE =
      Set.of(
          "sudo",
          "env",
          "exec",
          "nohup",
          "time",
          "uv",
          "uvx",
          "poetry",
          "pipenv",
          "pixi",
          "run",
          "command",
          "$",
          ">",
          "PS>",
          "setsid",
          "RUN",
          "CMD",
          "ENTRYPOINT",
          "then",
          "do");
  private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh");
  private static final Set<String> BEFORE_WITH_VALUE = Set.of("-u", "-g", "-n", "--user");

  CommandLine {
    environment = Map.copyOf(environment);
    words = List.copyOf(words);
  }

  static CommandLine of(Map<String, String> before, List<String> all) {
    Map<String, String> environment = new LinkedHashMap<>(before);
    List<String> rest = new ArrayList<>(all);
    boolean peeled = true;
    while (peeled && !rest.isEmpty()) {
      peeled = peel(environment, rest);
    }
    return inner(rest)
        .map(words -> of(environment, words))
        .orElseGet(() -> new CommandLine(environment, rest));
  }

  /** Of {@code sh -c "..."} the last command inside: what comes before it prepares. */
  private static Optional<List<String>> inner(List<String> words) {
    return words.size() > 2
            && SHELLS.contains(fileName(words.getFirst()))
            && words.get(1).matches("-[a-z]*c")
        ? ShellWords.split(words.get(2)).commands().stream().reduce((first, last) -> last)
        : Optional.empty();
  }

  /** Takes one word, or a flag with its value, from the front if it is none of the program. */
  private static boolean peel(Map<String, String> environment, List<String> rest) {
    String first = rest.getFirst();
    if (first.equals("export") || first.equals("set") || first.equals("ENV")) {
      rest.removeFirst();
      return true;
    }
    String assigned = first.startsWith("Environment=") ? first.substring(12) : first;
    if (ASSIGNMENT.matcher(assigned).matches()) {
      int equals = assigned.indexOf('=');
      environment.put(assigned.substring(0, equals), assigned.substring(equals + 1));
      rest.removeFirst();
      return true;
    }
    if (first.equals("ExecStart") || BEFORE.contains(first)) {
      rest.removeFirst();
      dropFlags(rest);
      return true;
    }
    return false;
  }

  private static void dropFlags(List<String> rest) {
    while (!rest.isEmpty() && rest.getFirst().startsWith("-") && !rest.getFirst().equals("-m")) {
      if (BEFORE_WITH_VALUE.contains(rest.removeFirst()) && !rest.isEmpty()) {
        rest.removeFirst();
      }
    }
  }

  /** The program's name without its folder; empty when there is none. */
  String program() {
    return words.isEmpty() ? "" : fileName(words.getFirst());
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The value of the first of these names that is set, with what sets it. */
  Optional<Setting> setting(List<String> names) {
    for (String name : names) {
      Optional<Setting> found =
          name.startsWith("-")
              ? flag(name)
              : Optional.ofNullable(environment.get(name))
                  .map(value -> new Setting(name, value, name + "=" + value));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The last time that the flag is given counts, as with every option parser that matters here. */
  private Optional<Setting> flag(String name) {
    for (int index = words.size() - 1; index >= 0; index--) {
      String word = words.get(index);
      if (word.startsWith(name + "=")) {
        return Optional.of(new Setting(name, word.substring(name.length() + 1), word));
      }
      if (word.equals(name)) {
        boolean hasValue = index + 1 < words.size() && !words.get(index + 1).startsWith("--");
        String value = hasValue ? words.get(index + 1) : "";
        return Optional.of(new Setting(name, value, (word + " " + value).strip()));
      }
    }
    return Optional.empty();
  }

  /**
   * A value that a command sets.
   *
   * @param value may be empty
   * @param from the words that set it
   */
  record Setting(String name, String value, String from) {}
}
