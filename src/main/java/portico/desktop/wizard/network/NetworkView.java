package portico.desktop.wizard.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.Choices;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.SearchBox;
import portico.desktop.wizard.view.Swap;
import portico.model.Scheme;

/** The network step on the screen. */
public final class NetworkView extends VBox {
  private final NetworkViewModel model;
  private final Texts texts;
  private final VBox subnets;

  public NetworkView(NetworkViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    subnets = subnets();
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("network.intro"), "step-intro"),
            new VBox(Nodes.label(texts.get("network.scheme"), "form-label"), schemes()),
            vpc(),
            new Swap(model.vpcsProperty(), this::vpcsState),
            new Swap(model.subnetsProperty(), this::subnetsState));
  }

  private Choices<Scheme> schemes() {
    return new Choices<>(
        "wizard-scheme",
        Orientation.HORIZONTAL,
        Scheme.values(),
        scheme -> texts.get("network.scheme." + scheme.name()),
        scheme -> texts.get("network.scheme." + scheme.name() + ".help"),
        model.schemeProperty(),
        model::chooseScheme);
  }

  private FormField vpc() {
    ComboBox<Vpc> box = new ComboBox<>();
    box.setMaxWidth(Double.MAX_VALUE);
    box.setCellFactory(list -> new VpcCell());
    box.setButtonCell(new VpcCell());
    box.setConverter(new VpcConverter());
    model.vpcsProperty().subscribe(state -> box.getItems().setAll(state.value().orElse(List.of())));
    model
        .vpcProperty()
        .subscribe(
            chosen ->
                chosen.ifPresentOrElse(box::setValue, box.getSelectionModel()::clearSelection));
    box.valueProperty().addListener((observed, before, now) -> vpcChosen(box, now));
    box.disableProperty().bind(model.vpcsProperty().map(state -> state.value().isEmpty()));
    return new FormField(
        "wizard-vpc", texts.get("network.vpc"), box, "", new SimpleStringProperty(""));
  }

  /** A combo box whose items are exchanged forgets its value for a moment. */
  private void vpcChosen(ComboBox<Vpc> box, Vpc now) {
    if (now != null) {
      model.chooseVpc(now);
    } else {
      model.vpcProperty().get().filter(box.getItems()::contains).ifPresent(box::setValue);
    }
  }

  private List<Node> vpcsState(LoadState<List<Vpc>> state) {
    return switch (state) {
      case LoadState.Idle<List<Vpc>> idle -> List.of();
      case LoadState.Busy<List<Vpc>> busy -> List.of(new BusyRow(texts.get("network.busy")));
      case LoadState.Failed<List<Vpc>>(var failure) ->
          List.of(
              new FailureCard(
                  "wizard-vpcs", texts.failures().of(failure), Optional.of(model::reload)));
      case LoadState.Ready<List<Vpc>>(var found) ->
          found.isEmpty()
              ? List.of(
                  new Notice("wizard-vpcs-empty", Tone.WARNING, texts.get("network.vpc.none")),
                  again("wizard-network-reload"))
              : List.of();
    };
  }

  private List<Node> subnetsState(LoadState<List<Subnet>> state) {
    return switch (state) {
      case LoadState.Idle<List<Subnet>> idle -> List.of();
      case LoadState.Busy<List<Subnet>> busy -> List.of(new BusyRow(texts.get("network.busy")));
      case LoadState.Failed<List<Subnet>>(var failure) ->
          List.of(
              new FailureCard(
                  "wizard-subnets", texts.failures().of(failure), Optional.of(model::readSubnets)));
      case LoadState.Ready<List<Subnet>>(var found) ->
          found.isEmpty()
              ? List.of(
                  new Notice(
                      "wizard-subnets-empty", Tone.WARNING, texts.get("network.subnets.none")),
                  again("wizard-network-reload"))
              : List.of(subnets);
    };
  }

  private Node again(String id) {
    return Nodes.button(id, texts.get("network.reload"), Feather.ROTATE_CW, model::reload);
  }

  private VBox subnets() {
    Label title = Nodes.label(texts.get("network.subnets"), "form-label");
    HBox line =
        new HBox(
            title,
            Nodes.spacer(),
            SearchBox.create(
                "wizard-subnets-search",
                texts.get("network.search"),
                texts.get("network.search.prompt"),
                model.searchProperty()),
            Nodes.button(
                "wizard-subnets-pick", texts.get("network.pick"), Feather.ZAP, model::pickSensibly),
            Nodes.iconButton(
                "wizard-subnets-reload",
                texts.get("network.reload"),
                Feather.ROTATE_CW,
                model::readSubnets));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("form-row");
    ChoiceTable<SubnetRow> table = table();
    title.setLabelFor(table);
    VBox box = new VBox(line, table, reasonLine(table), chosenLine(), faultLine(), goneLine());
    box.getStyleClass().add("form-field");
    VBox.setVgrow(table, Priority.ALWAYS);
    return box;
  }

  private ChoiceTable<SubnetRow> table() {
    ChoiceTable<SubnetRow> table =
        new ChoiceTable<>(
            "wizard-subnets",
            texts.get("network.subnets"),
            model.visibleRows(),
            SubnetRow::chosenProperty,
            SubnetRow::selectable,
            this::rowText);
    table.setPlaceholder(Nodes.paragraph(texts.get("network.subnets.no-match")));
    table
        .choiceColumn(texts.get("network.column.chosen"), this::rowText)
        .wideColumn(texts.get("network.column.name"), 190, this::nameCell)
        .textColumn(texts.get("network.column.zone"), 92, row -> row.subnet().zone())
        .textColumn(texts.get("network.column.cidr"), 122, row -> row.subnet().cidr())
        .textColumn(
            texts.get("network.column.free"),
            60,
            row -> String.valueOf(row.subnet().freeAddresses()))
        .textColumn(texts.get("network.column.reach"), 74, row -> texts.get(reach(row.subnet())));
    return table;
  }

  private static String reach(Subnet subnet) {
    return subnet.isPublic() ? "network.public" : "network.private";
  }

  private Node nameCell(SubnetRow row) {
    Node lines =
        ChoiceTable.twoLines(
            row.subnet().name().isBlank() ? row.subnet().id() : row.subnet().name(),
            row.subnet().name().isBlank() ? "" : row.subnet().id());
    Label reason = Nodes.label("", "cell-reason");
    reason.setGraphic(Nodes.icon(Feather.SLASH));
    row.unfitShort()
        .subscribe(
            unfit -> {
              reason.setText(unfit.orElse(""));
              reason.setTooltip(row.unfit().getValue().map(Tooltip::new).orElse(null));
              Nodes.show(reason, unfit.isPresent());
            });
    VBox cell = new VBox(lines, reason);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private String rowText(SubnetRow row) {
    Subnet subnet = row.subnet();
    String text =
        texts.get(
            "network.row.accessible",
            subnet.name().isBlank() ? subnet.id() : subnet.name(),
            subnet.cidr(),
            subnet.zone(),
            subnet.freeAddresses(),
            texts.get(reach(subnet)));
    return row.unfit().getValue().map(reason -> text + ". " + reason).orElse(text);
  }

  /** Why the marked row cannot be chosen, at full length. */
  private static Label reasonLine(ChoiceTable<SubnetRow> table) {
    Label line = Nodes.paragraph("", "cell-reason");
    line.setId("wizard-subnets-reason");
    line.setGraphic(Nodes.icon(Feather.SLASH));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .flatMap(SubnetRow::unfit)
        .orElse(Optional.empty())
        .subscribe(
            unfit -> {
              line.setText(unfit.orElse(""));
              Nodes.show(line, unfit.isPresent());
            });
    return line;
  }

  private Label chosenLine() {
    Label line = Nodes.paragraph("", "form-help");
    line.setId("wizard-subnets-chosen");
    model
        .choicesProperty()
        .subscribe(
            change -> {
              String names =
                  model.chosen().stream()
                      .map(
                          row ->
                              texts.get("network.chosen.one", shortName(row), row.subnet().zone()))
                      .collect(Collectors.joining(", "));
              line.setText(
                  names.isEmpty()
                      ? texts.get("network.chosen.none")
                      : texts.get("network.chosen", names));
            });
    return line;
  }

  private static String shortName(SubnetRow row) {
    return row.subnet().name().isBlank() ? row.subnet().id() : row.subnet().name();
  }

  private Label faultLine() {
    Label line = Nodes.paragraph("", "form-error");
    line.setId("wizard-subnets-error");
    line.setGraphic(Nodes.icon(Feather.ALERT_CIRCLE));
    model
        .fault()
        .subscribe(
            fault -> {
              line.setText(fault.orElse(""));
              Nodes.show(line, fault.isPresent());
            });
    return line;
  }

  private Swap goneLine() {
    return new Swap(
        model.goneProperty(),
        ids ->
            ids.isEmpty()
                ? List.of()
                : List.of(
                    new Notice(
                        "wizard-subnets-gone",
                        Tone.WARNING,
                        texts.get("network.gone", String.join(", ", ids)))));
  }

  /** A VPC with its name, id and network. */
  private final class VpcCell extends ListCell<Vpc> {
    @Override
    protected void updateItem(Vpc vpc, boolean empty) {
      super.updateItem(vpc, empty);
      setText(empty || vpc == null ? "" : nameOf(vpc));
    }
  }

  /** The same text for a VPC that is not in the list, while that is being read. */
  private final class VpcConverter extends StringConverter<Vpc> {
    @Override
    public String toString(Vpc vpc) {
      return vpc == null ? "" : nameOf(vpc);
    }

    @Override
    public Vpc fromString(String text) {
      throw new UnsupportedOperationException("a VPC is chosen, not typed");
    }
  }

  private String nameOf(Vpc vpc) {
    String name =
        vpc.name().isBlank()
            ? texts.get("network.vpc.unnamed", vpc.id(), vpc.cidr())
            : texts.get("network.vpc.named", vpc.name(), vpc.id(), vpc.cidr());
    return vpc.isDefault() ? texts.get("network.vpc.default", name) : name;
  }
}
