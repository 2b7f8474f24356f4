package portico.desktop.wizard.service;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.Instance;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.SearchBox;
import portico.desktop.wizard.view.Swap;
import portico.model.Protocol;

/** The service step on the screen. */
public final class ServiceView extends VBox {
  private final ServiceViewModel model;
  private final Texts texts;
  private final VBox targets;

  public ServiceView(ServiceViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    targets = targets();
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("service.intro"), "step-intro"),
            group(),
            new TitledCard(
                    texts.get("service.targets"),
                    new Swap(model.instancesProperty(), this::instancesState))
                .withActions(
                    Nodes.iconButton(
                        "wizard-targets-reload",
                        texts.get("service.reload"),
                        Feather.ROTATE_CW,
                        model::reload)),
            health());
  }

  private Node group() {
    FormField name = FieldView.text(model.name(), texts.get("service.name.help"));
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(name, FieldView.number(model.port(), ""), protocol());
    row.getStyleClass().add("form-row");
    return row;
  }

  private FormField protocol() {
    ComboBox<Protocol> box = new ComboBox<>();
    box.getItems().setAll(Protocol.values());
    box.setMinWidth(110);
    model.protocolProperty().subscribe(box::setValue);
    box.valueProperty().subscribe(model::chooseProtocol);
    return new FormField(
        "wizard-target-group-protocol",
        texts.get("service.protocol"),
        box,
        "",
        new SimpleStringProperty(""));
  }

  private List<Node> instancesState(LoadState<List<Instance>> state) {
    return switch (state) {
      case LoadState.Idle<List<Instance>> idle -> List.of();
      case LoadState.Busy<List<Instance>> busy -> List.of(new BusyRow(texts.get("service.busy")));
      case LoadState.Failed<List<Instance>>(var failure) ->
          List.of(
              new FailureCard(
                  "wizard-targets", texts.failures().of(failure), Optional.of(model::reload)));
      case LoadState.Ready<List<Instance>>(var found) ->
          found.isEmpty()
              ? List.of(
                  new Notice("wizard-targets-empty", Tone.INFO, texts.get("service.targets.none")))
              : List.of(targets);
    };
  }

  private VBox targets() {
    ChoiceTable<TargetRow> table = table();
    HBox line =
        new HBox(
            Nodes.paragraph(texts.get("service.targets.help"), "form-help"),
            Nodes.spacer(),
            SearchBox.create(
                "wizard-targets-search",
                texts.get("service.search"),
                texts.get("service.search.prompt"),
                model.searchProperty()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("form-row");
    VBox box = new VBox(line, table, chosenLine(), gone(), ownPorts());
    box.getStyleClass().add("form-field");
    return box;
  }

  private ChoiceTable<TargetRow> table() {
    ChoiceTable<TargetRow> table =
        new ChoiceTable<>(
            "wizard-targets",
            texts.get("service.targets"),
            model.visibleRows(),
            TargetRow::chosenProperty,
            TargetRow::selectable,
            this::rowText);
    table.setPlaceholder(Nodes.paragraph(texts.get("service.targets.no-match")));
    table
        .choiceColumn(texts.get("service.column.chosen"), this::rowText)
        .wideColumn(texts.get("service.column.name"), 200, this::nameCell)
        .textColumn(texts.get("service.column.state"), 76, row -> row.instance().state())
        .nodeColumn(
            texts.get("service.column.type"),
            112,
            row -> ChoiceTable.twoLines(row.instance().type(), row.instance().zone()))
        .textColumn(texts.get("service.column.ip"), 108, row -> row.instance().privateIp());
    return table;
  }

  private Node nameCell(TargetRow row) {
    VBox cell =
        new VBox(
            ChoiceTable.twoLines(
                row.displayName(),
                row.displayName().equals(row.instance().id()) ? "" : row.instance().id()));
    cell.setAlignment(Pos.CENTER_LEFT);
    row.obstacle()
        .or(row::remark)
        .ifPresent(
            text -> {
              Label reason = Nodes.label(text, "cell-reason");
              reason.setGraphic(
                  Nodes.icon(row.obstacle().isPresent() ? Feather.SLASH : Tone.WARNING.icon()));
              reason.setTooltip(new Tooltip(text));
              cell.getChildren().add(reason);
            });
    return cell;
  }

  private String rowText(TargetRow row) {
    Instance instance = row.instance();
    String text =
        texts.get(
            "service.row.accessible",
            row.displayName(),
            instance.state(),
            instance.type(),
            instance.zone(),
            instance.privateIp());
    return row.obstacle().or(row::remark).map(reason -> text + ". " + reason).orElse(text);
  }

  private Label chosenLine() {
    Label line = Nodes.paragraph("", "form-help");
    line.setId("wizard-targets-chosen");
    model
        .choicesProperty()
        .subscribe(
            change -> {
              int count = model.chosen().size();
              line.setText(
                  switch (count) {
                    case 0 -> texts.get("service.targets.chosen.none");
                    case 1 -> texts.get("service.targets.chosen.one");
                    default -> texts.get("service.targets.chosen", count);
                  });
              line.setGraphic(count == 0 ? Nodes.icon(Tone.WARNING.icon()) : null);
            });
    return line;
  }

  private Swap gone() {
    return new Swap(
        model.goneProperty(),
        ids ->
            ids.isEmpty()
                ? List.of()
                : List.of(
                    new Notice(
                        "wizard-targets-gone",
                        Tone.WARNING,
                        texts.get("service.gone", String.join(", ", ids)))));
  }

  /** A port for each chosen instance that does not listen on the target group's own. */
  private TitledPane ownPorts() {
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("form-flow");
    TitledPane pane = new TitledPane(texts.get("service.own-ports"), fields);
    pane.setId("wizard-target-ports");
    pane.setAnimated(false);
    pane.setExpanded(false);
    model
        .chosenRowsProperty()
        .subscribe(
            rows -> {
              fields.getChildren().setAll(rows.stream().map(this::ownPort).toList());
              Nodes.show(pane, !rows.isEmpty());
              if (rows.stream().anyMatch(row -> !row.port().text().isEmpty())) {
                pane.setExpanded(true);
              }
            });
    return pane;
  }

  private FormField ownPort(TargetRow row) {
    IntegerField control = new IntegerField();
    control.setPromptText(texts.get("service.target.port.prompt"));
    return FieldView.of(row.port(), control, "");
  }

  private Node health() {
    HealthCheckForm health = model.health();
    FormField path = FieldView.text(health.path(), "");
    FlowPane numbers =
        new FlowPane(
            FieldView.number(health.interval(), ""),
            FieldView.number(health.timeout(), ""),
            FieldView.number(health.healthy(), texts.get("service.health.checks")),
            FieldView.number(health.unhealthy(), texts.get("service.health.checks")));
    numbers.getStyleClass().add("form-flow");
    numbers.getChildren().forEach(each -> ((FormField) each).setPrefWidth(140));
    Label consequence = Nodes.paragraph("", "consequence");
    consequence.setId("wizard-health-consequence");
    consequence.setGraphic(Nodes.icon(Feather.CLOCK));
    consequence.textProperty().bind(health.consequence());
    health.consequence().subscribe(text -> Nodes.show(consequence, !text.isEmpty()));
    return new TitledCard(texts.get("service.health"), path, numbers, consequence);
  }
}
