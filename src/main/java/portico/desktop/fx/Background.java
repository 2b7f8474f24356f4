package portico.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs work off the FX thread and hands its result back to it. View models get one in their
 * constructor; tests give them {@link InlineBackground}. Work must copy its inputs before the hop.
 */
public interface Background {
  /** Runs {@code work} in the background, then {@code then} with its result on the FX thread. */
  <T> void run(Supplier<T> work, Consumer<? super T> then);

  /** Runs {@code action} on the FX thread, soon; from any thread. */
  void onFx(Runnable action);

  /** Runs {@code action} on the FX thread at the next pulse; from any thread. */
  default void onPulse(Runnable action) {
    onFx(action);
  }
}
