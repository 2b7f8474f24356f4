package portico.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is due, what putting it off does, and when its owner is reminded. */
class DeadlineTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  private static Deadline deadline(Duration whole, Duration left) {
    Instant due = NOW.plus(left);
    return new Deadline(due, due.minus(whole), Optional.empty());
  }

  @Test
  void it_is_due_from_its_moment_on() {
    Deadline deadline = deadline(FOUR_HOURS, Duration.ZERO);

    assertThat(deadline.isDue(NOW)).isTrue();
    assertThat(deadline.isDue(NOW.minusMillis(1))).isFalse();
    assertThat(deadline.left(NOW.plusSeconds(90))).isEqualTo(Duration.ofSeconds(-90));
  }

  @Test
  void putting_it_off_adds_to_what_is_left() {
    assertThat(deadline(FOUR_HOURS, Duration.ofMinutes(20)).putOff(FOUR_HOURS, NOW))
        .isEqualTo(NOW.plus(Duration.ofMinutes(260)));
  }

  @Test
  void past_due_it_is_counted_from_now() {
    assertThat(deadline(FOUR_HOURS, Duration.ofDays(-3)).putOff(FOUR_HOURS, NOW))
        .isEqualTo(NOW.plus(FOUR_HOURS));
  }

  @Test
  void it_is_never_put_off_beyond_the_longest_lifetime() {
    assertThat(deadline(Lifetime.LONGEST, Lifetime.LONGEST).putOff(FOUR_HOURS, NOW))
        .isEqualTo(NOW.plus(Lifetime.LONGEST));
  }

  @ParameterizedTest
  @CsvSource({
    "P3D, PT48H0.001S, ",
    "P3D, PT48H, TWO_DAYS",
    "P3D, PT2H0.001S, TWO_DAYS",
    "P3D, PT2H, TWO_HOURS",
    "P3D, PT30M, HALF_HOUR",
    "P3D, PT5M0.001S, HALF_HOUR",
    "P3D, PT5M, COUNTDOWN",
    "P3D, PT0S, DUE",
    "P3D, PT-9H, DUE",
    // Who chose two days or less is not reminded two days before.
    "P2D, PT47H, ",
    "PT4H, PT3H59M, ",
    "PT4H, PT2H, TWO_HOURS",
    "PT30M, PT29M, ",
    "PT10M, PT4M, COUNTDOWN"
  })
  void the_nearest_step_reminds(Duration whole, Duration left, Reminder expected) {
    assertThat(Reminder.of(deadline(whole, left), NOW)).isEqualTo(Optional.ofNullable(expected));
  }
}
