package portico.desktop.wizard.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A column with one node for each form of a list; a form that stays keeps its node. */
final class Rows<F> extends VBox {
  private final ObservableList<F> forms;
  private final Function<F, Node> make;
  private final Map<F, Node> nodes = new HashMap<>();

  /** Held: the list knows it weakly, so that a column that is gone costs nothing. */
  private final ListChangeListener<F> listener = change -> show();

  Rows(ObservableList<F> forms, String styleClass, Function<F, Node> make) {
    this.forms = forms;
    this.make = make;
    getStyleClass().add(styleClass);
    forms.addListener(new WeakListChangeListener<>(listener));
    show();
  }

  private void show() {
    nodes.keySet().retainAll(forms);
    List<Node> wanted = forms.stream().map(form -> nodes.computeIfAbsent(form, make)).toList();
    if (!wanted.equals(getChildren())) {
      getChildren().setAll(wanted);
    }
  }
}
