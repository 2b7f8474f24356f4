package portico.desktop.fx;

import java.util.function.Consumer;

/** Lets only the newest of several racing reloads apply its result. Used on the FX thread alone. */
public final class Latest {
  private long newest;

  /**
   * Begins a reload: the consumer returned passes its value on only if no later reload has begun.
   */
  public <T> Consumer<T> begin(Consumer<? super T> apply) {
    newest++;
    long mine = newest;
    return value -> {
      if (mine == newest) {
        apply.accept(value);
      }
    };
  }
}
