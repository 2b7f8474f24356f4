package portico.desktop;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps remarks of JavaFX about itself from standard error. A list with more rows than its height
 * has pixels, scrolled to its end, makes its VirtualFlow say at INFO "index exceeds maxCellCount.
 * Check size calculations": nothing is wrong with the list, and nobody who starts Portico in a
 * terminal could act on it. Warnings are still shown.
 */
final class ToolkitLog {
  /** The log manager holds loggers weakly: without this one the level would be lost. */
  private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

  private ToolkitLog() {}

  /** From now on to the end of the process. */
  static void quieten() {
    CONTROLS.setLevel(Level.WARNING);
  }
}
