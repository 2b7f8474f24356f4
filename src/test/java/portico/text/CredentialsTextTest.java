package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CredentialsTextTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:45:10Z");
  private static final CredentialsText TEXT = new CredentialsText(Words.core(), ZoneOffset.UTC);

  private static String in(Duration left) {
    return TEXT.end(NOW.plus(left), NOW);
  }

  @Test
  void full_minutes_and_the_time_of_day_are_told() {
    assertThat(in(Duration.ofMinutes(47).plusSeconds(59)))
        .isEqualTo("Credentials end in 47 min (14:33)");
    assertThat(in(Duration.ofSeconds(30))).isEqualTo("Credentials end in 0 min (13:45)");
    assertThat(in(Duration.ofMinutes(125))).isEqualTo("Credentials end in 2 h 5 min (15:50)");
  }

  @Test
  void another_day_is_told_with_its_date() {
    assertThat(in(Duration.ofHours(11)))
        .isEqualTo("Credentials end in 11 h 0 min (2026-11-25 00:45)");
  }

  @Test
  void what_is_over_is_told_as_over() {
    assertThat(in(Duration.ZERO)).isEqualTo("Credentials have ended (13:45)");
    assertThat(in(Duration.ofMinutes(-5))).isEqualTo("Credentials have ended (13:40)");
  }
}
