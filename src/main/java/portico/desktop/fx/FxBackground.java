package portico.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Background work on virtual threads. What work or its continuation throws is a defect, since
 * failures that a user can meet are values; it goes to the handler, on the FX thread.
 */
public final class FxBackground implements Background {
  private final Consumer<Throwable> unexpected;

  public FxBackground(Consumer<Throwable> unexpected) {
    this.unexpected = unexpected;
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<? super T> then) {
    Thread.ofVirtual()
        .name("portico-background")
        .start(
            () -> {
              T value;
              try {
                value = work.get();
              } catch (RuntimeException | Error defect) {
                onFx(() -> unexpected.accept(defect));
                return;
              }
              onFx(() -> then.accept(value));
            });
  }

  @Override
  public void onFx(Runnable action) {
    Platform.runLater(() -> guarded(action));
  }

  @Override
  public void onPulse(Runnable action) {
    Platform.runLater(() -> new OncePerPulse(action).start());
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error defect) {
      unexpected.accept(defect);
    }
  }

  /** A timer that fires at the next pulse and never again. */
  private final class OncePerPulse extends AnimationTimer {
    private final Runnable action;

    OncePerPulse(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      stop();
      guarded(action);
    }
  }
}
