package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import portico.model.Rule;

/** docs/rules.md tells what is true. */
class RuleTableTest {
  private static final int COLUMNS = 6;

  private final RuleTable table = new RuleTable();

  @Test
  void it_has_one_row_for_each_rule_in_their_order() {
    assertThat(table.rows().stream().map(RuleTable.Row::rule))
        .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(Rule::name).toList());
  }

  @Test
  void every_cell_is_filled() {
    assertThat(table.rows())
        .allSatisfy(
            row -> assertThat(row.cells()).hasSize(COLUMNS).noneMatch(cell -> cell.isBlank()));
  }

  @Test
  void it_names_the_rules_that_only_portico_has_with_their_reasons() {
    for (RuleTable.Row row : table.rows()) {
      Rule rule = Rule.valueOf(row.rule());
      if (PorticosOwn.REASONS.containsKey(rule)) {
        assertThat(row.enforced())
            .isEqualTo("only Portico: " + PorticosOwn.REASONS.getOrDefault(rule, ""));
        assertThat(row.codes()).as(row.rule()).isEmpty();
      } else {
        assertThat(row.enforced()).startsWith("both");
        assertThat(row.codes()).as(row.rule()).isNotEmpty();
      }
    }
  }

  @Test
  void its_numbers_are_right() throws IOException {
    assertThat(table.number("rules")).isEqualTo(Rule.values().length);
    assertThat(table.number("of them AWS's"))
        .isEqualTo(Rule.values().length - PorticosOwn.REASONS.size());
    assertThat(table.number("specs")).isEqualTo(ModelAgreesWithAwsTest.SPECS);
    assertThat(tests("model") + tests("practice/aws"))
        .isGreaterThanOrEqualTo(table.number("test methods"));
  }

  private static int tests(String folder) throws IOException {
    int count = 0;
    try (Stream<Path> files = Files.list(Path.of("src/test/java/portico").resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
        List<String> lines = Files.readAllLines(file);
        count += (int) lines.stream().filter(RuleTableTest::isTest).count();
      }
    }
    return count;
  }

  private static boolean isTest(String line) {
    return line.strip().equals("@Test") || line.strip().startsWith("@ParameterizedTest");
  }
}
