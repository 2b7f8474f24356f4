package portico.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How near an environment's end is, in the steps at which its owner is told. */
public enum Reminder {
  TWO_DAYS(Duration.ofDays(2)),
  TWO_HOURS(Duration.ofHours(2)),
  HALF_HOUR(Duration.ofMinutes(30)),
  /** Time is counted by the second. */
  COUNTDOWN(Duration.ofMinutes(5)),
  DUE(Duration.ZERO);

  private final Duration before;

  Reminder(Duration before) {
    this.before = before;
  }

  /**
   * The nearest step that is reached. Who chose two hours is not reminded two hours before: a step
   * counts only where the lifetime is longer, save for the last two, which always do.
   */
  public static Optional<Reminder> of(Deadline deadline, Instant now) {
    Duration left = deadline.left(now);
    Duration whole = Duration.between(deadline.since(), deadline.due());
    Optional<Reminder> reached = Optional.empty();
    for (Reminder each : values()) {
      boolean told = each.compareTo(COUNTDOWN) >= 0 || whole.compareTo(each.before) > 0;
      if (told && left.compareTo(each.before) <= 0) {
        reached = Optional.of(each);
      }
    }
    return reached;
  }
}
