package portico.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/** A turning circle with words for what is waited for. */
public final class BusyRow extends HBox {
  public BusyRow(String text) {
    ProgressIndicator circle = new ProgressIndicator();
    circle.getStyleClass().add("busy-circle");
    circle.setAccessibleText(text);
    circle.setFocusTraversable(false);
    getStyleClass().add("busy-row");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(circle, Nodes.label(text, "text-muted"));
  }
}
