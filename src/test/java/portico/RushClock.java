package portico;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time, until it is let loose: then each look at it is an hour later than the last. */
final class RushClock extends Clock {
  private final Clock real = Clock.systemUTC();
  private Duration ahead = Duration.ZERO;
  private boolean rushing;

  /** From now on nothing in AWS takes long. */
  synchronized void rush() {
    rushing = true;
  }

  /** Real time again, from where the clock stands. */
  synchronized void calm() {
    rushing = false;
  }

  @Override
  public synchronized Instant instant() {
    if (rushing) {
      ahead = ahead.plusHours(1);
    }
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
