package portico.desktop.widget;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A bordered group with a title, and room for small actions at its right. It remembers how high it
 * is at a width: a page asks all its cards whenever something in one of them changes, and JavaFX
 * would break every line of text in them anew.
 */
public final class TitledCard extends VBox {
  private final HBox head;
  private final Map<Double, Double> heights = new HashMap<>();
  private final Map<Double, Double> leastHeights = new HashMap<>();

  public TitledCard(String title, Node... content) {
    head = new HBox(Nodes.label(title, "card-title"), Nodes.spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    getStyleClass().add("titled-card");
    getChildren().add(head);
    getChildren().addAll(content);
  }

  /** Puts nodes at the right end of the title's line. */
  public TitledCard withActions(Node... actions) {
    head.getChildren().addAll(actions);
    return this;
  }

  /** Something in it has changed. */
  @Override
  public void requestLayout() {
    heights.clear();
    leastHeights.clear();
    super.requestLayout();
  }

  // A get and a put: what is computed can lead back here.

  @Override
  protected double computePrefHeight(double width) {
    Double known = heights.get(width);
    if (known != null) {
      return known;
    }
    double computed = super.computePrefHeight(width);
    heights.put(width, computed);
    return computed;
  }

  @Override
  protected double computeMinHeight(double width) {
    Double known = leastHeights.get(width);
    if (known != null) {
      return known;
    }
    double computed = super.computeMinHeight(width);
    leastHeights.put(width, computed);
    return computed;
  }
}
