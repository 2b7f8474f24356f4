package portico.practice.provider;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the waits of one run of the engine: when it asks for it, or when it is no longer there. */
final class Cancellation {
  private static final Duration LONGEST_UNOBSERVED = Duration.ofMillis(250);

  private final CountDownLatch cancelled = new CountDownLatch(1);

  void cancel() {
    cancelled.countDown();
  }

  /** For the next run: this one, unless it was cancelled. */
  Cancellation renewed() {
    return cancelled.getCount() == 0 ? new Cancellation() : this;
  }

  boolean isCancelled() {
    return cancelled.getCount() == 0 || Context.current().isCancelled();
  }

  /** Waits so long, less when cancelled; true when cancelled. */
  boolean pause(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (isCancelled()
          || cancelled.await(Math.min(left, LONGEST_UNOBSERVED.toNanos()), TimeUnit.NANOSECONDS)) {
        return true;
      }
    }
    return isCancelled();
  }
}
