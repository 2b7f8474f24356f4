package portico.practice.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portico.model.Rule;

/** The table of docs/rules.md: of each rule AWS's codes for it, and who enforces it. */
final class RuleTable {
  static final Path PAGE = Path.of("docs", "rules.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /**
   * One row.
   *
   * @param codes AWS's error codes for what breaks the rule; none if only Portico has it
   * @param enforced begins with {@code both} or {@code only Portico:}
   */
  record Row(String rule, List<String> cells, Set<String> codes, String enforced) {}

  private final List<Row> rows = new ArrayList<>();
  private final String text;

  RuleTable() {
    try {
      text = Files.readString(PAGE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    for (String line :
        text.lines().filter(each -> each.matches("\\| `[A-Z0-9_]+` \\|.*")).toList()) {
      List<String> cells =
          Pattern.compile(" \\| ").splitAsStream(line.substring(2, line.length() - 2)).toList();
      rows.add(new Row(quoted(cells.getFirst()).getFirst(), cells, codes(cells), cells.getLast()));
    }
  }

  private static Set<String> codes(List<String> cells) {
    return Set.copyOf(quoted(cells.get(cells.size() - 2)));
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** AWS's codes by rule. */
  Map<Rule, Set<String>> codes() {
    Map<Rule, Set<String>> codes = new EnumMap<>(Rule.class);
    rows.forEach(row -> codes.put(Rule.valueOf(row.rule()), row.codes()));
    return codes;
  }

  /** A number that the page tells, such as that before {@code rules}. */
  int number(String what) {
    Matcher found = Pattern.compile("\\*\\*(\\d+)\\*\\* " + Pattern.quote(what)).matcher(text);
    return Optional.of(found)
        .filter(Matcher::find)
        .map(MatchResult.class::cast)
        .map(each -> Integer.parseInt(each.group(1)))
        .orElseThrow(() -> new AssertionError("no number of " + what + " in " + PAGE));
  }

  Set<String> names() {
    return rows.stream().map(Row::rule).collect(Collectors.toSet());
  }
}
