package portico.desktop.wizard.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import portico.desktop.widget.Nodes;

/** Shows what fits a value now; takes no room when that is nothing. */
public final class Swap extends VBox {
  public <T> Swap(ObservableValue<T> value, Function<? super T, List<? extends Node>> render) {
    getStyleClass().add("swap");
    value.subscribe(
        now -> {
          List<? extends Node> nodes = render.apply(now);
          getChildren().setAll(nodes);
          Nodes.show(this, !nodes.isEmpty());
        });
  }
}
