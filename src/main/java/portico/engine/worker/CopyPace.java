package portico.engine.worker;

import java.util.function.LongSupplier;

/**
 * How often the state is copied: each copy is of the whole of it, so that a copy at every step
 * would cost the square of the number of resources. Copying takes at most a tenth of the time.
 */
final class CopyPace {
  private static final long REST = 9;

  private final LongSupplier nanoTime;
  private long notBefore;
  private boolean begun;

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  CopyPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Runs {@code copy}, unless the last one was too short a time ago. */
  synchronized void step(Runnable copy) {
    if (!begun || nanoTime.getAsLong() - notBefore >= 0) {
      begun = true;
      long start = nanoTime.getAsLong();
      copy.run();
      long end = nanoTime.getAsLong();
      notBefore = end + REST * (end - start);
    }
  }
}
