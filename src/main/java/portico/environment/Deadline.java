package portico.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an environment ends by itself.
 *
 * @param due from then on it is to be destroyed
 * @param since what its length is counted from: when it was set, or the end of the deployment that
 *     it was chosen with
 * @param setBy the user's name on this machine, if known
 */
public record Deadline(Instant due, Instant since, Optional<String> setBy) {

  /** The time left; negative once it is past due. */
  public Duration left(Instant now) {
    return Duration.between(now, due);
  }

  public boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  /**
   * When it would be due if it were put off: counted from now where it is past due, and never
   * farther away than the longest lifetime.
   */
  public Instant putOff(Duration by, Instant now) {
    Instant later = (isDue(now) ? now : due).plus(by);
    Instant latest = now.plus(Lifetime.LONGEST);
    return later.isAfter(latest) ? latest : later;
  }
}
