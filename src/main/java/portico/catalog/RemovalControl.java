package portico.catalog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops one removal between two requests, so that what it tells is what happened. Thread-safe. */
public final class RemovalControl {
  private final CountDownLatch stop = new CountDownLatch(1);

  /** The request that is under way is waited for, and no other one is sent. */
  public void stop() {
    stop.countDown();
  }

  public boolean stopped() {
    return stop.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @return false when it was stopped, or the thread interrupted
   */
  public boolean rest(Duration pause) {
    try {
      return !stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
