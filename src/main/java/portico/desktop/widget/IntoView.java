package portico.desktop.widget;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Scrolls a page so that a node on it can be seen. */
public final class IntoView {
  /** What stays free above and below, in pixels. */
  public static final double MARGIN = 24;

  private IntoView() {}

  /**
   * Scrolls the page that a node stands on, when the node has got its place there.
   *
   * @param most no more than so much of its height has to be seen, from its top, in pixels
   */
  public static void afterLayout(Node node, double most) {
    Scene scene = node.getScene();
    if (scene == null) {
      return;
    }
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            show(node, most);
          }
        });
  }

  private static void show(Node node, double most) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane) {
        show(pane, node, most);
        return;
      }
    }
  }

  /**
   * Scrolls a pane as little as brings a node into view.
   *
   * @param node within the pane's content
   * @param most as above
   */
  public static void show(ScrollPane pane, Node node, double most) {
    Node content = pane.getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double view = pane.getViewportBounds().getHeight();
    double hidden = content.getBoundsInLocal().getHeight() - view;
    if (hidden <= 0) {
      return;
    }
    double top = pane.getVvalue() * hidden;
    double wanted = top;
    double end = Math.min(place.getMaxY(), place.getMinY() + most) + MARGIN;
    if (end > top + view) {
      wanted = end - view;
    }
    if (place.getMinY() - MARGIN < wanted) {
      wanted = place.getMinY() - MARGIN;
    }
    pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
  }
}
