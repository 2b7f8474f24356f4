package portico.proof.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The moment at which a step has taken too long.
 *
 * @param limit how long it may take
 * @param end as of {@link System#nanoTime}
 */
record Deadline(Duration limit, long end) {
  static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /** Milliseconds left, at least one: zero means no limit to sockets. */
  int left() throws SocketTimeoutException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("out of time");
    }
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, Integer.MAX_VALUE);
  }

  /** One of {@code parts} equal parts of the time left, in milliseconds. */
  int share(int parts) throws SocketTimeoutException {
    return Math.max(1, left() / parts);
  }
}
