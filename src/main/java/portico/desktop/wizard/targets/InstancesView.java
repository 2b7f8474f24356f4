package portico.desktop.wizard.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import portico.catalog.Accelerator;
import portico.catalog.Instance;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceList;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Loaded;
import portico.desktop.wizard.view.Notice;

/** The instances of the VPC to choose a group's targets from. */
final class InstancesView extends VBox {
  private final InstanceTargets targets;
  private final Texts texts;
  private final ChoiceList<TargetRow> list;
  private final Map<TargetRow, FormField> portFields = new HashMap<>();

  InstancesView(TargetsViewModel step, InstanceTargets targets, Texts texts) {
    this.targets = targets;
    this.texts = texts;
    list = list();
    getChildren()
        .add(
            Loaded.of(
                "wizard-targets",
                step.instancesProperty(),
                texts,
                texts.get("targets.busy"),
                step::reload,
                this::found));
  }

  private List<Node> found(List<Instance> found) {
    return found.isEmpty()
        ? List.of(
            new Notice("wizard-targets-empty", Tone.INFO, texts.get("targets.instances.none")))
        : List.of(list);
  }

  private ChoiceList<TargetRow> list() {
    ChoiceList<TargetRow> list =
        new ChoiceList<>(
                "wizard-targets",
                new ChoiceList.Words(
                    texts.get("targets.title"),
                    texts.get("targets.search"),
                    texts.get("targets.search.prompt"),
                    texts.get("targets.instances.no-match")),
                Nodes.paragraph(texts.get("targets.instances.help"), "form-help"),
                targets.rows(),
                this::rowText)
            .named(
                texts.get("targets.column.chosen"),
                texts.get("targets.column.name"),
                200,
                row -> row.instance().name(),
                row -> row.instance().id())
            .withSummary(this::chosenLine, true)
            .withGone(targets.goneProperty(), ids -> texts.get("targets.gone", ids))
            .with(ownPorts());
    list.table()
        .textColumn(texts.get("targets.column.state"), 76, row -> row.instance().state())
        .nodeColumn(
            texts.get("targets.column.type"),
            132,
            row -> ChoiceTable.twoLines(row.instance().type(), underType(row)))
        .textColumn(texts.get("targets.column.ip"), 108, row -> row.instance().privateIp());
    return list;
  }

  private static String underType(TargetRow row) {
    return Stream.concat(
            row.instance().accelerator().map(Accelerator::title).stream(),
            Stream.of(row.instance().zone()))
        .collect(Collectors.joining(", "));
  }

  private String rowText(TargetRow row) {
    Instance instance = row.instance();
    return texts.get(
        "targets.row.accessible",
        row.displayName(),
        instance.state(),
        row.typeText(),
        instance.zone(),
        instance.privateIp());
  }

  private String chosenLine(List<TargetRow> chosen) {
    return switch (chosen.size()) {
      case 0 -> texts.get("targets.instances.chosen.none");
      case 1 -> texts.get("targets.instances.chosen.one");
      default -> texts.get("targets.instances.chosen", chosen.size());
    };
  }

  /** A port for each chosen instance that does not listen on the target group's own. */
  private TitledPane ownPorts() {
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("form-flow");
    TitledPane pane = new TitledPane(texts.get("targets.own-ports"), fields);
    pane.setId("wizard-target-ports");
    pane.setAnimated(false);
    pane.setExpanded(false);
    pane.expandedProperty().subscribe(expanded -> showOwnPorts(pane, fields));
    targets
        .rows()
        .chosenProperty()
        .subscribe(
            rows -> {
              Nodes.show(pane, !rows.isEmpty());
              if (rows.stream().anyMatch(TargetRow::hasOwnPort)) {
                pane.setExpanded(true);
              }
              showOwnPorts(pane, fields);
            });
    return pane;
  }

  /** Only what can be seen is made: a group may have a thousand targets. */
  private void showOwnPorts(TitledPane pane, FlowPane fields) {
    if (pane.isExpanded()) {
      List<TargetRow> chosen = targets.rows().chosen();
      portFields.keySet().retainAll(chosen);
      fields
          .getChildren()
          .setAll(
              chosen.stream().map(row -> portFields.computeIfAbsent(row, this::ownPort)).toList());
    }
  }

  private FormField ownPort(TargetRow row) {
    return FieldView.number(row.port(), "", texts.get("targets.instance.port.prompt"));
  }
}
