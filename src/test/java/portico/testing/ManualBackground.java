package portico.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import portico.desktop.fx.Background;

/** Keeps work until the test lets it run: shows what is seen while something is waited for. */
public final class ManualBackground implements Background {
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public <T> void run(Supplier<T> work, Consumer<? super T> then) {
    waiting.add(() -> then.accept(work.get()));
  }

  @Override
  public void onFx(Runnable action) {
    waiting.add(action);
  }

  /** How much waits. */
  public int waiting() {
    return waiting.size();
  }

  /** Runs the work that has waited longest. */
  public void runNext() {
    waiting.removeFirst().run();
  }

  /** Runs the newest work first: answers that overtake each other. */
  public void runNewest() {
    waiting.removeLast().run();
  }

  /** Runs everything, and what that adds. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      runNext();
    }
  }
}
