package portico.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:30:00Z");

  private final TimeText times = new TimeText(DesktopText.words(), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"-5, 0:00", "0, 0:00", "7, 0:07", "760, 12:40", "3723, 1:02:03"})
  void a_clock_shows_hours_only_when_there_are_some(long seconds, String shown) {
    assertThat(times.clock(Duration.ofSeconds(seconds))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"85, 85 ms", "4200, 4.2 s", "59999, 60.0 s", "185000, 3 min 5 s"})
  void a_length_has_the_unit_that_fits(long milliseconds, String shown) {
    assertThat(times.length(Duration.ofMillis(milliseconds))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "5, just now",
    "-30, just now",
    "300, 5 min ago",
    "7200, 2 h ago",
    "90000, 1 day ago",
    "400000, 4 days ago"
  })
  void an_age_is_coarse(long seconds, String shown) {
    assertThat(times.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(shown);
  }

  @Test
  void an_exact_time_names_its_zone() {
    assertThat(times.exact(NOW)).isEqualTo("2026-11-23 15:30:00 Z");
  }
}
