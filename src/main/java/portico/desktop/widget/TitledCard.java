package portico.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A bordered group with a title, and room for small actions at its right. */
public final class TitledCard extends VBox {
  private final HBox head;

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
}
