package portico.desktop.wizard.view;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls a pane to whatever inside it gets the focus, which JavaFX does not: without it, the Tab
 * key leads out of sight.
 */
public final class FollowFocus {
  private static final double MARGIN = 24;

  private final ScrollPane pane;

  private FollowFocus(ScrollPane pane) {
    this.pane = pane;
  }

  public static void in(ScrollPane pane) {
    FollowFocus follower = new FollowFocus(pane);
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((observed, before, now) -> follower.show(now));
  }

  private void show(@Nullable Node focused) {
    Node content = pane.getContent();
    if (focused == null || !isInside(focused, content)) {
      return;
    }
    Bounds inContent = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
    double view = pane.getViewportBounds().getHeight();
    double hidden = content.getBoundsInLocal().getHeight() - view;
    if (hidden <= 0) {
      return;
    }
    double top = pane.getVvalue() * hidden;
    double wanted = top;
    if (inContent.getMaxY() + MARGIN > top + view) {
      wanted = inContent.getMaxY() + MARGIN - view;
    }
    if (inContent.getMinY() - MARGIN < wanted) {
      wanted = inContent.getMinY() - MARGIN;
    }
    pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
  }

  private static boolean isInside(Node node, Node ancestor) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
