package portico.desktop.wizard.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntoView;

/**
 * Scrolls a pane to whatever inside it gets the focus, which JavaFX does not: without it, the Tab
 * key leads out of sight. A form field comes into view with its label and with what stands below
 * it, also when that is an error which appears while the user types.
 */
public final class FollowFocus {
  private final ScrollPane pane;
  private Subscription growth = Subscription.EMPTY;

  private FollowFocus(ScrollPane pane) {
    this.pane = pane;
  }

  public static void in(ScrollPane pane) {
    FollowFocus follower = new FollowFocus(pane);
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((observed, before, now) -> follower.follow(now));
  }

  private void follow(@Nullable Node focused) {
    growth.unsubscribe();
    growth = Subscription.EMPTY;
    if (focused == null) {
      return;
    }
    fieldAround(focused)
        .ifPresentOrElse(
            field -> {
              show(field);
              growth = field.heightProperty().subscribe(() -> show(field));
            },
            () -> {
              if (isInside(focused, pane.getContent())) {
                show(focused);
              }
            });
  }

  /** The form field that a control belongs to, unless it is too tall to be shown whole. */
  private Optional<FormField> fieldAround(Node focused) {
    for (Node each = focused; each != null; each = each.getParent()) {
      if (each instanceof FormField field) {
        boolean fits =
            field.getHeight() + 2 * IntoView.MARGIN < pane.getViewportBounds().getHeight();
        return fits && isInside(field, pane.getContent()) ? Optional.of(field) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void show(Node wanted) {
    IntoView.show(pane, wanted, Double.MAX_VALUE);
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
