package portico.desktop.wizard.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column with one node for each form of a list; a form that stays keeps its node. Of many, those
 * that fill a window are there at once and the others follow frame by frame: a hundred rules at
 * once would hold the window for half a second.
 */
final class Rows<F> extends VBox {
  /** As many as a high window shows. */
  static final int AT_ONCE = 25;

  private static final int EACH_FRAME = 3;

  private final ObservableList<F> forms;
  private final Function<F, Node> make;
  private final Map<F, Node> nodes = new HashMap<>();
  private final AnimationTimer following =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          show(getChildren().size() + EACH_FRAME);
        }
      };

  /** Held: the list knows it weakly, so that a column that is gone costs nothing. */
  private final ListChangeListener<F> listener = change -> show(getChildren().size() + 1);

  Rows(ObservableList<F> forms, String styleClass, Function<F, Node> make) {
    this.forms = forms;
    this.make = make;
    getStyleClass().add(styleClass);
    forms.addListener(new WeakListChangeListener<>(listener));
    show(AT_ONCE);
  }

  private void show(int most) {
    nodes.keySet().retainAll(forms);
    List<Node> wanted =
        forms.stream()
            .limit(Math.max(most, AT_ONCE))
            .map(form -> nodes.computeIfAbsent(form, make))
            .toList();
    int there = getChildren().size();
    if (wanted.size() >= there && wanted.subList(0, there).equals(getChildren())) {
      getChildren().addAll(wanted.subList(there, wanted.size()));
    } else {
      getChildren().setAll(wanted);
    }
    if (wanted.size() < forms.size()) {
      following.start();
    } else {
      following.stop();
    }
  }
}
