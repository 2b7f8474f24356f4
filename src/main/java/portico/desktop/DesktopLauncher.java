package portico.desktop;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import portico.desktop.app.WizardFactory;
import portico.service.Services;
import portico.service.ServicesFactory;

/** Starts the desktop. Does not extend Application, as JavaFX on the class path requires. */
public final class DesktopLauncher {
  /** How it went. */
  public enum Ended {
    /** The window was shown, and closed by the user. */
    CLOSED,
    /** There is no display; nothing was left running. */
    NO_DISPLAY
  }

  private DesktopLauncher() {}

  /**
   * Shows the window and returns when it is closed.
   *
   * @throws java.io.UncheckedIOException when the home folder can be neither used nor created
   */
  public static Ended launch(ServicesFactory factory, Path home, WizardFactory wizard)
      throws InterruptedException {
    if (!DisplayCheck.isPresent()) {
      return Ended.NO_DISPLAY;
    }
    try (Services services = factory.open(home)) {
      CountDownLatch closed = new CountDownLatch(1);
      DesktopApp app = new DesktopApp(services, wizard, closed::countDown);
      try {
        Platform.startup(() -> app.start(new Stage()));
      } catch (UnsupportedOperationException e) {
        return Ended.NO_DISPLAY;
      }
      closed.await();
      Platform.exit();
      return Ended.CLOSED;
    }
  }
}
