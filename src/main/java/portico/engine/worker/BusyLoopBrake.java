package portico.engine.worker;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Slows a loop in com.pulumi:pulumi down. While a program waits for its resources, {@code
 * DeploymentImpl} re-submits a task to the common pool without pause, which keeps a core busy for
 * as long as AWS takes. The loop logs each turn, so a logger of that name can pause it. Each turn
 * also writes a text that names every task that is not through, whether it is logged or not: the
 * longer that text, the longer the pause.
 */
final class BusyLoopBrake extends Logger {
  private static final String LOOPING_CLASS = "com.pulumi.deployment.internal.DeploymentImpl";
  private static final int SHORTEST_MILLIS = 20;

  /** No longer, because the end of the program is noticed only in the loop. */
  private static final int LONGEST_MILLIS = 250;

  /** Of a text that is written at each turn; a task that is not through takes about a hundred. */
  private static final int CHARACTERS_A_MILLI = 1000;

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

  /** How long a turn waits whose text has so many characters; milliseconds. */
  static int pauseMillis(int characters) {
    return Math.clamp(characters / CHARACTERS_A_MILLI, SHORTEST_MILLIS, LONGEST_MILLIS);
  }

  @Override
  public void log(Level level, String message) {
    if (message.startsWith("Remaining tasks")) {
      try {
        Thread.sleep(pauseMillis(message.length()));
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
