package portico.desktop.wizard.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.map.MapNode;
import portico.desktop.widget.map.ResourceMapView;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.model.EnvironmentSpec;

/**
 * The map of what a deployment would leave behind. Drawn only while it is in view: the draft
 * changes with every key that is typed in the steps before.
 */
final class PlannedMap extends VBox {
  private final Texts texts;
  private final BiConsumer<StepId, Optional<String>> edit;
  private final ResourceMapView map;
  private Optional<EnvironmentSpec> wanted = Optional.empty();
  private Optional<EnvironmentSpec> drawn = Optional.empty();

  /**
   * @param edit goes back to a step, and there to a target group
   */
  PlannedMap(
      ObservableValue<Optional<EnvironmentSpec>> planned,
      Texts texts,
      BiConsumer<StepId, Optional<String>> edit) {
    this.texts = texts;
    this.edit = edit;
    map = ResourceMapView.inPage(texts.get("review.map"));
    map.setId("wizard-map");
    map.setFurtherDetails(this::links);
    getChildren().add(map);
    planned.subscribe(
        spec -> {
          wanted = spec;
          Nodes.show(this, spec.isPresent());
          drawIfInView();
        });
    sceneProperty().subscribe(this::drawIfInView);
  }

  private void drawIfInView() {
    if (getScene() != null && !wanted.equals(drawn)) {
      wanted.ifPresent(map::showPlanned);
      drawn = wanted;
    }
  }

  private List<Node> links(MapNode node) {
    MapOwner owner = MapOwner.of(node.subject());
    FlowPane links = new FlowPane(14, 4);
    owner.steps().forEach(step -> links.getChildren().add(link(step, owner.group())));
    return List.of(links);
  }

  private Node link(StepId step, Optional<String> group) {
    Hyperlink link = new Hyperlink(texts.get("review.map.edit", texts.get("step." + step.name())));
    link.setGraphic(Nodes.icon(Feather.EDIT_2));
    link.setId("wizard-map-edit-" + step.name().toLowerCase(Locale.ROOT));
    link.setOnAction(event -> edit.accept(step, group));
    return link;
  }
}
