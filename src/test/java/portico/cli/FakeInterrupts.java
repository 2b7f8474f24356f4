package portico.cli;

import java.util.ArrayList;
import java.util.List;

/** Ctrl+C by hand. */
final class FakeInterrupts implements Interrupts {
  private final List<Runnable> actions = new ArrayList<>();

  void press() {
    List.copyOf(actions).forEach(Runnable::run);
  }

  /** Whether someone answers to Ctrl+C now. */
  boolean isWatched() {
    return !actions.isEmpty();
  }

  @Override
  public Registration onInterrupt(Runnable action) {
    actions.add(action);
    return () -> actions.remove(action);
  }
}
