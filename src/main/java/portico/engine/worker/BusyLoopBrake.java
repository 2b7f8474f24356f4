package portico.engine.worker;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Slows a loop in com.pulumi:pulumi down. While a program waits for its resources, {@code
 * DeploymentImpl} re-submits a task to the common pool without pause, which keeps a core busy for
 * as long as AWS takes. The loop logs each turn, so a logger of that name can pause it.
 */
final class BusyLoopBrake extends Logger {
  private static final String LOOPING_CLASS = "com.pulumi.deployment.internal.DeploymentImpl";
  private static final int PAUSE_MILLIS = 20;

  /** The log manager keeps loggers weakly. */
  @SuppressWarnings("unused")
  private static final BusyLoopBrake KEPT = new BusyLoopBrake();

  private BusyLoopBrake() {
    super(LOOPING_CLASS, null);
  }

  /** Call before the first use of com.pulumi. */
  static void install() {
    LogManager.getLogManager().addLogger(KEPT);
  }

  @Override
  public void log(Level level, String message) {
    if (message.startsWith("Remaining tasks")) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return;
    }
    // Nothing finer: at FINEST the class writes the whole environment.
    if (level.intValue() >= Level.WARNING.intValue()) {
      super.log(level, message);
    }
  }
}
