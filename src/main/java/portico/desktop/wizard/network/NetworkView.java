package portico.desktop.wizard.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.IpamPool;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceList;
import portico.desktop.wizard.view.Choices;
import portico.desktop.wizard.view.Loaded;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.model.IpAddressType;
import portico.model.Scheme;

/** The network step on the screen. */
public final class NetworkView extends VBox {
  private final NetworkViewModel model;
  private final Texts texts;
  private final ChoiceList<SubnetRow> subnets;

  public NetworkView(NetworkViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    subnets = subnets();
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("network.intro"), "step-intro"),
            schemes().under(texts.get("network.scheme")),
            addresses(),
            new Swap(model.pool().offer(), this::pools),
            vpc(),
            Loaded.of(
                "wizard-vpcs",
                model.vpcsProperty(),
                texts,
                texts.get("network.busy"),
                model::reload,
                this::vpcsFound),
            Loaded.of(
                "wizard-subnets",
                model.subnetsProperty(),
                texts,
                texts.get("network.busy"),
                model::readSubnets,
                this::subnetsFound));
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

  private FormField addresses() {
    ComboBox<IpAddressType> box = new ComboBox<>();
    box.getItems().setAll(IpAddressType.values());
    box.setConverter(new ValueText<>(type -> texts.get("network.addresses." + type.name())));
    box.setMaxWidth(Double.MAX_VALUE);
    model.addressesProperty().subscribe(box::setValue);
    box.valueProperty().addListener((observed, before, now) -> model.chooseAddresses(now));
    return new FormField(
        "wizard-addresses",
        texts.get("network.addresses"),
        box,
        texts.get("network.addresses.help"),
        new SimpleStringProperty(""));
  }

  private List<Node> pools(List<IpamPool> offer) {
    if (offer.isEmpty()) {
      return List.of();
    }
    ComboBox<Optional<IpamPool>> box = new ComboBox<>();
    box.getItems().add(Optional.empty());
    offer.forEach(each -> box.getItems().add(Optional.of(each)));
    box.setConverter(
        new ValueText<>(
            pool -> pool.map(this::nameOf).orElseGet(() -> texts.get("network.pool.none"))));
    box.setMaxWidth(Double.MAX_VALUE);
    Optional<String> chosen = model.pool().chosenProperty().get();
    box.setValue(offer.stream().filter(each -> chosen.equals(Optional.of(each.id()))).findFirst());
    box.setOnAction(event -> model.pool().choose(box.getValue().map(IpamPool::id)));
    return List.of(
        new FormField(
            "wizard-pool",
            texts.get("network.pool"),
            box,
            texts.get("network.pool.help"),
            new SimpleStringProperty("")));
  }

  private String nameOf(IpamPool pool) {
    return pool.name().isBlank()
        ? pool.id()
        : texts.get("network.pool.named", pool.name(), pool.id());
  }

  private FormField vpc() {
    ComboBox<Vpc> box = new ComboBox<>();
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new ValueText<>(this::nameOf));
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

  private List<Node> vpcsFound(List<Vpc> found) {
    return found.isEmpty() ? nothing("wizard-vpcs-empty", "network.vpc.none") : List.of();
  }

  private List<Node> subnetsFound(List<Subnet> found) {
    return found.isEmpty()
        ? nothing("wizard-subnets-empty", "network.subnets.none")
        : List.of(subnets);
  }

  private List<Node> nothing(String id, String key) {
    return List.of(
        new Notice(id, Tone.WARNING, texts.get(key)),
        Nodes.button(
            "wizard-network-reload",
            texts.get("network.reload"),
            Feather.ROTATE_CW,
            model::reload));
  }

  private ChoiceList<SubnetRow> subnets() {
    ChoiceList<SubnetRow> list =
        new ChoiceList<>(
                "wizard-subnets",
                new ChoiceList.Words(
                    texts.get("network.subnets"),
                    texts.get("network.search"),
                    texts.get("network.search.prompt"),
                    texts.get("network.subnets.no-match")),
                Nodes.label(texts.get("network.subnets"), "form-label"),
                model.subnets(),
                this::rowText)
            .withActions(
                Nodes.button(
                    "wizard-subnets-pick",
                    texts.get("network.pick"),
                    Feather.ZAP,
                    model::pickSensibly),
                Nodes.iconButton(
                    "wizard-subnets-reload",
                    texts.get("network.reload"),
                    Feather.ROTATE_CW,
                    model::readSubnets))
            .named(
                texts.get("network.column.chosen"),
                texts.get("network.column.name"),
                190,
                row -> row.subnet().name(),
                row -> row.subnet().id())
            .withSummary(this::chosenLine, false)
            .with(faultLine())
            .withGone(model.goneProperty(), ids -> texts.get("network.gone", ids));
    list.table()
        .textColumn(texts.get("network.column.zone"), 92, row -> row.subnet().zone())
        .textColumn(texts.get("network.column.cidr"), 122, row -> row.subnet().cidr())
        .textColumn(
            texts.get("network.column.free"),
            60,
            row -> String.valueOf(row.subnet().freeAddresses()))
        .textColumn(texts.get("network.column.reach"), 74, row -> texts.get(reach(row.subnet())));
    return list;
  }

  private static String reach(Subnet subnet) {
    return subnet.isPublic() ? "network.public" : "network.private";
  }

  private String rowText(SubnetRow row) {
    Subnet subnet = row.subnet();
    return texts.get(
        "network.row.accessible",
        row.displayName(),
        subnet.cidr(),
        subnet.zone(),
        subnet.freeAddresses(),
        texts.get(reach(subnet)));
  }

  private String chosenLine(List<SubnetRow> chosen) {
    return chosen.isEmpty()
        ? texts.get("network.chosen.none")
        : texts.get(
            "network.chosen",
            chosen.stream()
                .map(row -> texts.get("network.chosen.one", row.displayName(), row.subnet().zone()))
                .collect(Collectors.joining(", ")));
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

  /** A VPC with its name, id and network. */
  private String nameOf(Vpc vpc) {
    String name =
        vpc.name().isBlank()
            ? texts.get("network.vpc.unnamed", vpc.id(), vpc.cidr())
            : texts.get("network.vpc.named", vpc.name(), vpc.id(), vpc.cidr());
    return vpc.isDefault() ? texts.get("network.vpc.default", name) : name;
  }
}
