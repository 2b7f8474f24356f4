package portico.practice.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for AWS by looking again and again, within a limit, and no longer than the engine wants.
 */
record Patience(ProviderTiming timing, Cancellation cancellation) {

  /**
   * Looks until there is an answer.
   *
   * @param awaited completes "waiting for ..." in messages
   * @param late tells, when the limit has passed, what still stands in the way
   * @throws Refusal when cancelled, or at the limit
   */
  <T> T until(String awaited, Duration limit, Supplier<Optional<T>> look, Supplier<String> late) {
    long end = System.nanoTime() + limit.toNanos();
    Duration pause = timing.poll();
    while (true) {
      Optional<T> answer = look.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new Refusal(
            Refusal.Why.TIMEOUT,
            "waited %s for %s: %s".formatted(shown(limit), awaited, late.get()));
      }
      if (paused(shorter(pause, Duration.ofNanos(left)))) {
        throw new Refusal(Refusal.Why.CANCELLED, "stopped while waiting for " + awaited);
      }
      pause = shorter(pause.multipliedBy(3).dividedBy(2), timing.longestPoll());
    }
  }

  private boolean paused(Duration duration) {
    try {
      return cancellation.pause(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String shown(Duration limit) {
    return limit.toSeconds() >= 60 && limit.toSecondsPart() == 0
        ? limit.toMinutes() + " min"
        : limit.toSeconds() >= 1 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
