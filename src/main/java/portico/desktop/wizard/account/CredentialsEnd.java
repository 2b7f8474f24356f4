package portico.desktop.wizard.account;

import java.time.Duration;
import java.time.Instant;

/**
 * When credentials end, and how long a deployment is going to need them.
 *
 * @param expected how long a deployment is going to take, as far as those before it tell
 */
public record CredentialsEnd(Instant at, Duration expected) {
  /** Less is told as a warning, however short a deployment is. */
  private static final Duration SHORT = Duration.ofMinutes(15);

  /** Whether less is left than a deployment and a look at it take. */
  public boolean isShort(Instant now) {
    Duration left = Duration.between(now, at);
    return left.compareTo(SHORT) < 0 || left.compareTo(expected) < 0;
  }
}
