package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.model.HealthCheckSpec;
import portico.model.TimeoutLadder;
import portico.model.TimeoutLadder.Finding;
import portico.model.TimeoutLadder.Kind;

class LadderTextTest {
  private final LadderText text = new LadderText(Words.core());

  static Stream<Finding> findings() {
    return Stream.of(
        new Finding.KeepAliveTooShort(5, 600),
        new Finding.KeepAliveUnknown(600),
        new Finding.SilenceReachesIdle(300, 60),
        new Finding.SilenceBeyondAws(5000, 4000),
        new Finding.SilenceUnknown(60),
        new Finding.ServerGivesUp(30, 300),
        new Finding.ServerLimitBelowIdle(30, 60),
        new Finding.ClientGivesUp(30, 300),
        new Finding.ClientBelowIdle(30, 60),
        new Finding.DrainCutsAnswers(10, 300),
        new Finding.HealthTimeoutShort(3));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void every_finding_says_what_and_what_next(Finding finding) {
    Message message = text.of(finding);

    assertThat(message.what()).endsWith(".").containsPattern("\\d").doesNotContain("{");
    assertThat(message.next()).endsWith(".").doesNotContain("{");
    assertThat(text.of(finding.severity())).isNotBlank();
  }

  @Test
  void every_kind_of_finding_is_among_the_samples() {
    assertThat(findings().map(Object::getClass))
        .hasSameElementsAs(List.of(Finding.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_rung_has_a_name(Kind kind) {
    assertThat(text.of(kind)).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, not known",
    "5, 5 s",
    "60, 60 s",
    "600, 600 s (10 min)",
    "610, 610 s",
    "3600, 3600 s (1 h)",
    "86400, no limit"
  })
  void a_length_is_told_in_seconds_with_minutes_where_they_help(int seconds, String told) {
    assertThat(text.length(seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds)))
        .isEqualTo(told);
  }

  @Test
  void a_health_check_says_when_a_target_goes_out_and_comes_back() {
    assertThat(text.health(new HealthCheckSpec("/health", 15, 10, 2, 5)))
        .contains("after 75 s")
        .contains("5 failed checks")
        .contains("after 30 s");
  }

  @Test
  void the_summary_counts_what_is_weak() {
    assertThat(text.summary(ladder())).contains("fit together");
    assertThat(text.summary(ladder(new Finding.KeepAliveUnknown(60)))).contains("known");
    assertThat(text.summary(ladder(new Finding.HealthTimeoutShort(3)))).startsWith("One link");
    assertThat(
            text.summary(
                ladder(new Finding.HealthTimeoutShort(3), new Finding.DrainCutsAnswers(1, 2))))
        .startsWith("2 links");
  }

  private static TimeoutLadder ladder(Finding... findings) {
    return new TimeoutLadder(List.of(), List.of(findings));
  }
}
