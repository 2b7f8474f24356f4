package portico.proof;

import java.util.ArrayList;
import java.util.List;

/** Cancels one proof. Thread-safe. */
public final class ProofControl {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Ends the proof; what runs on cancel is run once, on this thread. */
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  public boolean cancelled() {
    synchronized (actions) {
      return cancelled;
    }
  }

  /**
   * Runs {@code action} on cancel, at once if that was before; until the registration is closed.
   */
  public Registration onCancel(Runnable action) {
    boolean late;
    synchronized (actions) {
      late = cancelled;
      if (!late) {
        actions.add(action);
      }
    }
    if (late) {
      action.run();
    }
    return () -> withdraw(action);
  }

  private void withdraw(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }

  /** Ends with {@link #close()}. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
