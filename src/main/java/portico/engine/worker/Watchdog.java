package portico.engine.worker;

import java.time.Duration;

/**
 * Notices when nothing is heard for too long. Uses the monotonic clock: a suspended laptop is not a
 * stalled engine.
 */
final class Watchdog implements AutoCloseable {
  private static final int POLL_MILLIS = 500;

  private final Runnable onSilence;
  private final Thread thread;
  private volatile long lastSign = System.nanoTime();
  private volatile Duration limit;
  private volatile boolean barked;
  private volatile boolean closed;

  Watchdog(Duration limit, Runnable onSilence) {
    this.limit = limit;
    this.onSilence = onSilence;
    this.thread = Thread.ofPlatform().name("watchdog").daemon().start(this::watch);
  }

  private void watch() {
    while (!closed && !barked) {
      if (silence().compareTo(limit) > 0) {
        barked = true;
        onSilence.run();
        return;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSign);
  }

  /** Something was heard; from now on {@code newLimit} holds. */
  void sign(Duration newLimit) {
    lastSign = System.nanoTime();
    limit = newLimit;
  }

  /** Whether the limit was passed. */
  boolean barked() {
    return barked;
  }

  Duration limit() {
    return limit;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
