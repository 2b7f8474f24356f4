package portico.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes values from any thread and hands them to the FX thread in one batch per pulse, in order: a
 * burst of engine events lays the window out once.
 */
public final class PulseQueue<T> {
  private final Background background;
  private final Consumer<List<T>> drain;
  private final Object lock = new Object();
  private List<T> waiting = new ArrayList<>();

  public PulseQueue(Background background, Consumer<List<T>> drain) {
    this.background = background;
    this.drain = drain;
  }

  /** Adds a value; from any thread. */
  public void put(T value) {
    boolean first;
    synchronized (lock) {
      first = waiting.isEmpty();
      waiting.add(value);
    }
    if (first) {
      background.onPulse(this::flush);
    }
  }

  private void flush() {
    List<T> batch;
    synchronized (lock) {
      batch = waiting;
      waiting = new ArrayList<>();
    }
    if (!batch.isEmpty()) {
      drain.accept(batch);
    }
  }
}
