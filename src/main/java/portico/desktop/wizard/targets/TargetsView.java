package portico.desktop.wizard.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Swap;

/** The targets step on the screen: the groups' names, and the group that is shown. */
public final class TargetsView extends VBox {
  private final TargetsViewModel model;
  private final Texts texts;

  /** Kept while its group is there: what was unfolded stays so. */
  private final Map<GroupViewModel, GroupView> views = new HashMap<>();

  public TargetsView(TargetsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    Swap shown = new Swap(model.selectedProperty(), group -> List.of(viewOf(group)));
    getChildren().addAll(new GroupBar(model, texts), shown);
    model
        .groups()
        .addListener(
            (ListChangeListener<GroupViewModel>)
                change -> views.keySet().retainAll(model.groups()));
  }

  private GroupView viewOf(GroupViewModel group) {
    return views.computeIfAbsent(group, made -> new GroupView(model, made, texts));
  }
}
