package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.model.Rule;
import portico.model.Violation;
import portico.model.Warning;

/** The words of every rule against the facts that its description names. */
class RuleTextTest {
  private static final Path RULES = Path.of("src/main/java/portico/model/Rule.java");
  private static final Pattern CONSTANT =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z][A-Z0-9_]+)\\b", Pattern.DOTALL);

  private final FailureText text = new FailureText(Words.core());

  @ParameterizedTest
  @EnumSource(Rule.class)
  void the_message_carries_every_fact_of_the_rule(Rule rule) throws IOException {
    List<String> facts =
        IntStream.range(0, Objects.requireNonNull(documentedFacts().get(rule.name())))
            .mapToObj("<fact %d>"::formatted)
            .toList();

    String message = text.of(new Violation("field", rule, List.copyOf(facts)));

    assertThat(message).doesNotContain("{").matches("(?s).*[.?]");
    assertThat(facts).allSatisfy(fact -> assertThat(message).contains(fact));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void every_rule_has_a_test_with_its_boundary_values(Rule rule) throws IOException {
    assertThat(modelTests()).containsPattern("Rule\\." + rule.name() + "\\b");
  }

  static Stream<Warning> warnings() {
    return Stream.of(
        new Warning.OpenToTheWorld(List.of("web", "more")),
        new Warning.PlainHttp("web", 8080),
        new Warning.KeyOverPlainHttp("web", 8080),
        new Warning.NoTargets("group"),
        new Warning.UnusedTargetGroup("group"),
        new Warning.HiddenRule("web", 20, 10),
        new Warning.KeepAliveTooShort(5, 600),
        new Warning.KeepAliveUnknown(600),
        new Warning.SilenceTooLong(120, 60),
        new Warning.HealthTimeoutShort("group", 3));
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void the_words_of_a_warning_carry_its_facts(Warning warning) throws ReflectiveOperationException {
    String words = new WarningText(Words.core()).of(warning);

    for (var part : warning.getClass().getRecordComponents()) {
      Object fact = part.getAccessor().invoke(warning);
      assertThat(words)
          .contains(
              fact instanceof List<?> list ? String.valueOf(list.getLast()) : fact.toString());
    }
    assertThat(words).endsWith(".").doesNotContain("{");
  }

  @Test
  void every_kind_of_warning_has_words() {
    assertThat(warnings().map(Warning::getClass).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Warning.class.getPermittedSubclasses())
                .map(kind -> kind.asSubclass(Warning.class))
                .collect(Collectors.toList()));
  }

  /** How many facts each constant's description names in brackets. */
  private static Map<String, Integer> documentedFacts() throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Matcher matcher = CONSTANT.matcher(Files.readString(RULES));
    while (matcher.find()) {
      String doc = matcher.group(1).replaceAll("\\s*\\*\\s*", " ").strip();
      String facts = doc.substring(doc.lastIndexOf('[') + 1, doc.lastIndexOf(']'));
      counts.put(matcher.group(2), facts.isBlank() ? 0 : facts.split(",").length);
    }
    return counts;
  }

  private static String modelTests() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/portico/model"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
