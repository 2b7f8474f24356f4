package portico.desktop.widget;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Content that takes no input, behind a veil with words, while something is waited for. */
public final class BusyOverlay extends StackPane {
  public BusyOverlay(Node content, String text, ObservableValue<Boolean> busy) {
    BusyRow row = new BusyRow(text);
    row.setAlignment(Pos.CENTER);
    StackPane veil = new StackPane(row);
    veil.getStyleClass().add("busy-veil");
    getChildren().addAll(content, veil);
    busy.subscribe(
        now -> {
          Nodes.show(veil, now);
          content.setDisable(now);
        });
  }
}
