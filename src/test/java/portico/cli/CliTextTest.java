package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import portico.catalog.CloudAccount;
import portico.operation.OperationKind;
import portico.probe.ProbeResult;

class CliTextTest {
  private final CliText text = new CliText();

  @ParameterizedTest
  @CsvSource({"400, 0.4 s", "9999, 9.9 s", "10000, 10 s", "59999, 59 s", "125000, 2 min 5 s"})
  void durations_are_as_exact_as_they_need_to_be(long millis, String words) {
    assertThat(text.of(Duration.ofMillis(millis))).isEqualTo(words);
  }

  @Test
  void an_endpoint_with_a_profile_tells_both() {
    assertThat(text.of(new CloudAccount.Endpoint(URI.create("http://a:1"), Optional.of("moto"))))
        .isEqualTo("endpoint http://a:1 with profile moto");
  }

  @ParameterizedTest
  @EnumSource(ProbeResult.Verdict.class)
  void every_verdict_has_words(ProbeResult.Verdict verdict) {
    assertThat(text.probe.shortVerdict(verdict)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(OperationKind.class)
  void every_operation_has_a_closing_line(OperationKind kind) {
    assertThat(text.get("done." + kind.name(), "demo", "1 s", "2 create")).contains("2 create");
  }

  @ParameterizedTest
  @EnumSource(CatalogPart.class)
  void every_part_of_the_catalogue_has_a_heading(CatalogPart part) {
    assertThat(text.get("part." + part.name())).isNotEmpty();
  }

  /** Keys are written as literals, or begin with one that ends in a dot. */
  @Test
  void no_text_is_left_unused() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/portico/cli"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"")
            .matcher(Files.readString(source))
            .results()
            .forEach(match -> literals.add(match.group(1)));
      }
    }
    List<String> unused =
        ResourceBundle.getBundle("portico.cli.cli").keySet().stream()
            .filter(key -> literals.stream().noneMatch(literal -> isFor(literal, key)))
            .toList();
    assertThat(unused).isEmpty();
  }

  private static boolean isFor(String literal, String key) {
    return key.equals(literal)
        || (literal.endsWith(".") && key.startsWith(literal))
        || key.equals(literal + ".what")
        || key.equals(literal + ".next")
        || key.equals("label." + literal)
        || key.equals("field." + literal);
  }
}
