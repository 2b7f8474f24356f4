package portico;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The product's own main, whose window is asked to close as soon as it shows the wizard. */
final class MainThatIsClosed {
  static final String CLOSING = "the window is there and is being closed";

  private static final int LOOK_EVERY_MILLIS = 200;

  private MainThatIsClosed() {}

  public static void main(String[] args) throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    new Timer("closer", true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                try {
                  Platform.runLater(() -> closeIfShown(asked));
                } catch (IllegalStateException notStarted) {
                  // JavaFX is not up yet: the next look finds it.
                }
              }
            },
            LOOK_EVERY_MILLIS,
            LOOK_EVERY_MILLIS);
    Main.main(args);
  }

  private static void closeIfShown(AtomicBoolean asked) {
    for (Window window : Window.getWindows()) {
      if (window instanceof Stage stage
          && stage.isShowing()
          && "Portico".equals(stage.getTitle())
          && stage.getScene().lookup("#wizard-serve-other") != null
          && asked.compareAndSet(false, true)) {
        System.out.println(CLOSING);
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
      }
    }
  }
}
