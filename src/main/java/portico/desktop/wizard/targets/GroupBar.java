package portico.desktop.wizard.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceTable;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** The target groups side by side, to turn to one of them, add and remove; of one, nothing. */
final class GroupBar extends VBox {
  private final TargetsViewModel model;
  private final Texts texts;
  private final FlowPane tabs = new FlowPane();
  private final Map<GroupViewModel, ToggleButton> buttons = new HashMap<>();

  GroupBar(TargetsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    tabs.setId("wizard-target-groups");
    tabs.getStyleClass().add("group-tabs");
    getStyleClass().add("group-bar");
    getChildren().addAll(head(), tabs);
    model.groups().addListener((ListChangeListener<GroupViewModel>) change -> showTabs());
    model.selectedProperty().addListener((observed, before, now) -> press(now));
    showTabs();
  }

  private Node head() {
    Label intro = Nodes.paragraph(texts.get("targets.intro"), "step-intro");
    HBox.setHgrow(intro, Priority.ALWAYS);
    intro.setMaxWidth(Double.MAX_VALUE);
    Button add =
        Nodes.button("wizard-target-group-add", texts.get("targets.add"), Feather.PLUS, this::add);
    Button copy =
        Nodes.iconButton(
            "wizard-target-group-duplicate",
            texts.get("targets.duplicate"),
            Feather.COPY,
            model::duplicate);
    Button remove =
        Nodes.iconButton(
            "wizard-target-group-remove",
            texts.get("targets.remove"),
            Feather.TRASH_2,
            model::remove);
    model
        .groups()
        .addListener(
            (ListChangeListener<GroupViewModel>)
                change -> Nodes.show(remove, model.groups().size() > 1));
    Nodes.show(remove, model.groups().size() > 1);
    add.getStyleClass().add("small");
    HBox line = new HBox(intro, add, copy, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("group-head");
    return line;
  }

  private void add() {
    model.add();
    Optional.ofNullable(getScene())
        .map(scene -> scene.lookup("#wizard-target-group-name"))
        .ifPresent(Node::requestFocus);
  }

  private void showTabs() {
    buttons.keySet().retainAll(model.groups());
    tabs.getChildren()
        .setAll(
            model.groups().stream()
                .map(group -> buttons.computeIfAbsent(group, this::tab))
                .toList());
    Nodes.show(tabs, model.groups().size() > 1);
    press(model.selectedProperty().get());
  }

  private ToggleButton tab(GroupViewModel group) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().add("group-tab");
    button.setOnAction(event -> turnTo(group));
    group.draftProperty().subscribe(now -> show(button, group));
    group.problemProperty().subscribe(now -> show(button, group));
    return button;
  }

  private void turnTo(GroupViewModel group) {
    model.select(group);
    press(group);
  }

  private void press(GroupViewModel selected) {
    buttons.forEach((group, button) -> button.setSelected(group.equals(selected)));
  }

  /** Name and gist; an icon says that something is wrong with the group. */
  private void show(ToggleButton button, GroupViewModel group) {
    TargetGroupSpec now = group.draftProperty().get();
    Optional<Problem> problem = group.problemProperty().get();
    String name = now.name().isEmpty() ? texts.get("targets.unnamed") : now.name();
    HBox content = new HBox(ChoiceTable.twoLines(name, gist(now)));
    content.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("group-tab-content");
    problem.ifPresent(wrong -> content.getChildren().addFirst(Nodes.icon(Feather.ALERT_CIRCLE)));
    button.setGraphic(content);
    button.setAccessibleText(
        problem
            .map(wrong -> texts.get("targets.tab.wrong", name, gist(now), wrong.text()))
            .orElseGet(() -> texts.get("targets.tab", name, gist(now))));
  }

  private String gist(TargetGroupSpec group) {
    if (group.targetType() == TargetType.LAMBDA) {
      return texts.get("targets.type.LAMBDA");
    }
    String what = texts.get("targets.gist", group.protocol(), group.port());
    return switch (group.targets().size()) {
      case 0 -> texts.get("targets.gist.none", what);
      case 1 -> texts.get("targets.gist.one", what);
      default -> texts.get("targets.gist.count", what, group.targets().size());
    };
  }
}
