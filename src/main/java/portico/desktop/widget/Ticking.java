package portico.desktop.widget;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Repeats something on the FX thread while a screen is in view. */
public final class Ticking {
  private final Timeline timeline;

  /** Not started yet; the first time comes one period after {@link #start}. */
  public Ticking(java.time.Duration period, Runnable action) {
    timeline =
        new Timeline(
            new KeyFrame(Duration.millis((double) period.toMillis()), event -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  public void start() {
    timeline.playFromStart();
  }

  public void stop() {
    timeline.stop();
  }
}
