package portico.desktop.wizard.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Settings that few need to see, folded away under a line that sums them up. */
public final class Fold extends TitledPane {
  public Fold(String id, ObservableValue<String> title, Node... content) {
    setId(id);
    textProperty().bind(title);
    VBox box = new VBox(content);
    box.getStyleClass().add("fold");
    setContent(box);
    setAnimated(false);
    setExpanded(false);
    getStyleClass().add("fold-pane");
  }
}
