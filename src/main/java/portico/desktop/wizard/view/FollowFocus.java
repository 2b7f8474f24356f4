package portico.desktop.wizard.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import portico.desktop.widget.IntoView;

/**
 * Scrolls a pane to whatever inside it gets the focus, which JavaFX does not: without it, the Tab
 * key leads out of sight.
 */
public final class FollowFocus {
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
    IntoView.show(pane, focused, Double.MAX_VALUE);
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
