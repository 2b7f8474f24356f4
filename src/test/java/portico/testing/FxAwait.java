package portico.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Waits, with a limit, for what the FX thread is going to show. */
public final class FxAwait {
  private static final int LIMIT_SECONDS = 10;

  private FxAwait() {}

  /** Until the condition, asked on the FX thread, holds. */
  public static void until(String what, Callable<Boolean> condition) {
    until(LIMIT_SECONDS, what, condition);
  }

  /** Until the condition, asked on the FX thread, holds; for as many seconds. */
  public static void until(int seconds, String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          seconds,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(LIMIT_SECONDS * 1000L, condition));
    } catch (TimeoutException e) {
      throw new AssertionError("did not happen in " + seconds + " s: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Until a node with the id is there and visible. */
  public static <T extends Node> T node(FxRobot robot, Class<T> type, String id) {
    until(
        id + " is visible",
        () -> robot.lookup("#" + id).queryAll().stream().anyMatch(FxAwait::isShown));
    return type.cast(robot.lookup("#" + id).match(FxAwait::isShown).query());
  }

  /** Whether a node is in a window and visible with all that it stands in. */
  public static boolean isShown(Node node) {
    return node.getScene() != null
        && node.isVisible()
        && (node.getParent() == null || isShown(node.getParent()));
  }
}
