package portico.desktop.wizard.targets;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.Instance;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceList;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Loaded;
import portico.desktop.wizard.view.Notice;
import portico.model.Protocol;

/** The service step on the screen. */
public final class ServiceView extends VBox {
  private final ServiceViewModel model;
  private final Texts texts;
  private final ChoiceList<TargetRow> targets;

  public ServiceView(ServiceViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    targets = targets();
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("targets.intro"), "step-intro"),
            group(),
            new TitledCard(
                    texts.get("targets.title"),
                    Loaded.of(
                        "wizard-targets",
                        model.instancesProperty(),
                        texts,
                        texts.get("targets.busy"),
                        model::reload,
                        this::instancesFound))
                .withActions(
                    Nodes.iconButton(
                        "wizard-targets-reload",
                        texts.get("targets.reload"),
                        Feather.ROTATE_CW,
                        model::reload)),
            health());
  }

  private Node group() {
    FormField name = FieldView.text(model.name(), texts.get("targets.name.help"));
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
        texts.get("targets.protocol"),
        box,
        "",
        new SimpleStringProperty(""));
  }

  private List<Node> instancesFound(List<Instance> found) {
    return found.isEmpty()
        ? List.of(new Notice("wizard-targets-empty", Tone.INFO, texts.get("targets.instances.none")))
        : List.of(targets);
  }

  private ChoiceList<TargetRow> targets() {
    ChoiceList<TargetRow> list =
        new ChoiceList<>(
                "wizard-targets",
                new ChoiceList.Words(
                    texts.get("targets.title"),
                    texts.get("targets.search"),
                    texts.get("targets.search.prompt"),
                    texts.get("targets.instances.no-match")),
                Nodes.paragraph(texts.get("targets.instances.help"), "form-help"),
                model.targets().rows(),
                this::rowText)
            .named(
                texts.get("targets.column.chosen"),
                texts.get("targets.column.name"),
                200,
                row -> row.instance().name(),
                row -> row.instance().id())
            .withSummary(this::chosenLine, true)
            .withGone(model.targets().goneProperty(), ids -> texts.get("targets.gone", ids))
            .with(ownPorts());
    list.table()
        .textColumn(texts.get("targets.column.state"), 76, row -> row.instance().state())
        .nodeColumn(
            texts.get("targets.column.type"),
            112,
            row -> ChoiceTable.twoLines(row.instance().type(), row.instance().zone()))
        .textColumn(texts.get("targets.column.ip"), 108, row -> row.instance().privateIp());
    return list;
  }

  private String rowText(TargetRow row) {
    Instance instance = row.instance();
    return texts.get(
        "targets.row.accessible",
        row.displayName(),
        instance.state(),
        instance.type(),
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
    model
        .targets()
        .rows()
        .chosenProperty()
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
    control.setPromptText(texts.get("targets.instance.port.prompt"));
    return FieldView.of(row.port(), control, "");
  }

  private Node health() {
    HealthCheckForm health = model.health();
    FormField path = FieldView.text(health.path(), "");
    FlowPane numbers =
        new FlowPane(
            FieldView.number(health.interval(), ""),
            FieldView.number(health.timeout(), ""),
            FieldView.number(health.healthy(), texts.get("targets.health.checks")),
            FieldView.number(health.unhealthy(), texts.get("targets.health.checks")));
    numbers.getStyleClass().add("form-flow");
    numbers.getChildren().forEach(each -> ((FormField) each).setPrefWidth(140));
    Label consequence = Nodes.paragraph("", "consequence");
    consequence.setId("wizard-health-consequence");
    consequence.setGraphic(Nodes.icon(Feather.CLOCK));
    consequence.textProperty().bind(health.consequence());
    health.consequence().subscribe(text -> Nodes.show(consequence, !text.isEmpty()));
    return new TitledCard(texts.get("targets.health"), path, numbers, consequence);
  }
}
