package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import portico.desktop.wizard.draft.StepId;

/** docs/features.md names tests, commands and pages that there are. */
class FeatureTableTest {
  private static final Path PAGE = Path.of("docs", "features.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final int FEATURES = 63;

  /** Not begun; listed below the tables. */
  private static final Set<Integer> LATER = Set.of(18, 23, 29, 60);

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern PLACE = Pattern.compile("\\*([^*`]+)\\*");

  private String text = "";
  private List<Row> rows = List.of();

  private record Row(
      int number, String need, String state, String where, String proof, String missing) {
    static Row of(String line) {
      List<String> cells =
          Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
              .map(String::strip)
              .toList();
      assertThat(cells).as(line).hasSize(7);
      return new Row(
          Integer.parseInt(cells.get(0)),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          cells.get(5),
          cells.get(6));
    }
  }

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(PAGE);
    rows = text.lines().filter(line -> line.matches("\\| \\d+ \\|.*")).map(Row::of).toList();
  }

  @Test
  void every_feature_has_one_row_or_comes_later() {
    assertThat(rows.stream().map(Row::number).sorted().toList())
        .isEqualTo(
            IntStream.rangeClosed(1, FEATURES)
                .boxed()
                .filter(number -> !LATER.contains(number))
                .toList());
    String later = text.substring(text.indexOf("## Later"));
    assertThat(LATER).allSatisfy(number -> assertThat(later).contains("(" + number + ")"));
  }

  @Test
  void what_is_done_has_a_proof_and_what_is_not_says_why() {
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.need()).isIn("M", "S");
              switch (row.state()) {
                case "done" -> assertThat(row.proof()).isNotEmpty();
                case "partly" -> {
                  assertThat(row.proof()).isNotEmpty();
                  assertThat(row.missing()).isNotEmpty();
                }
                case "not" -> assertThat(row.missing()).isNotEmpty();
                default -> throw new AssertionError("no such state: " + row);
              }
            });
  }

  @Test
  void its_numbers_are_right() {
    assertThat(text).contains(counts("M") + "; " + counts("S"));
  }

  private String counts(String need) {
    return Stream.of("done", "partly", "not")
        .map(
            state ->
                "**%d** %s"
                    .formatted(
                        rows.stream()
                            .filter(row -> row.need().equals(need) && row.state().equals(state))
                            .count(),
                        state))
        .collect(Collectors.joining(", ", need + ": ", ""));
  }

  @Test
  void every_test_that_proves_a_row_exists() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
    }

    for (Row row : rows) {
      assertThat(found(CODE, row.proof())).as("row %d", row.number()).isSubsetOf(tests);
    }
  }

  @Test
  void every_command_can_be_given() {
    for (Row row : rows) {
      for (String code : found(CODE, row.where())) {
        assertThat(code).as("row %d", row.number()).startsWith("portico ");
        CommandLine command = new CliRun().cli().commands();
        List<String> unknown = new ArrayList<>();
        for (String word : code.substring("portico ".length()).split(" ")) {
          if (command.getSubcommands().containsKey(word)) {
            command = command.getSubcommands().get(word);
          } else if (!command.getCommandSpec().optionsMap().containsKey(word) && !isPart(word)) {
            unknown.add(word);
          }
        }
        assertThat(unknown).as("row %d: %s", row.number(), code).isEmpty();
      }
    }
  }

  private static boolean isPart(String word) {
    return Stream.of(CatalogPart.values()).anyMatch(part -> part.name().equalsIgnoreCase(word));
  }

  @Test
  void every_page_is_one_of_the_windows() {
    Set<String> pages = new TreeSet<>();
    ResourceBundle wizard = ResourceBundle.getBundle("portico.desktop.wizard.wizard");
    Stream.of(StepId.values()).map(step -> wizard.getString("step." + step)).forEach(pages::add);
    ResourceBundle desktop = ResourceBundle.getBundle("portico.desktop.text.desktop");
    Stream.of("map.title", "proof.tab", "cost.title", "export.tab")
        .map(desktop::getString)
        .forEach(pages::add);
    pages.add(desktop.getString("nav.environments").replace("_", ""));

    for (Row row : rows) {
      assertThat(found(PLACE, row.where())).as("row %d", row.number()).isSubsetOf(pages);
    }
  }

  private static List<String> found(Pattern pattern, String cell) {
    return pattern.matcher(cell).results().map((MatchResult each) -> each.group(1)).toList();
  }
}
