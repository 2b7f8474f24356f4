package portico.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {
  @ParameterizedTest
  @CsvSource({
    "10m, PT10M",
    "30m, PT30M",
    "8h, PT8H",
    "2d, PT48H",
    "90d, PT2160H",
    "129600m, PT2160H"
  })
  void minutes_hours_and_days_are_read(String text, Duration length) {
    assertThat(Lifetime.parse(text)).contains(new Lifetime(length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8",
        "h",
        "9m",
        "0h",
        "91d",
        "2161h",
        "-8h",
        "8 h",
        "8H",
        "1.5h",
        "1h30m",
        "9999999d"
      })
  void everything_else_is_refused(String text) {
    assertThat(Lifetime.parse(text)).isEmpty();
  }

  @Test
  void one_that_is_too_short_cannot_be_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lifetime(Duration.ofMinutes(10).minusMillis(1)));
  }
}
