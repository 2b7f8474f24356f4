package portico.desktop.wizard.access;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;

/** The step of name and access on the screen. */
public final class AccessView extends VBox {
  private final AccessViewModel model;
  private final Texts texts;
  private final ToggleGroup modes = new ToggleGroup();

  public AccessView(AccessViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("access.intro"), "step-intro"),
            FieldView.text(model.loadBalancerName(), texts.get("access.name.help")),
            who(),
            targets());
    model.modeProperty().subscribe(this::select);
  }

  private Node who() {
    return new TitledCard(texts.get("access.who"), mine(), anyone(), networks());
  }

  private Node targets() {
    CheckBox open = new CheckBox(texts.get("access.targets"));
    open.setId("wizard-access-targets");
    open.selectedProperty().bindBidirectional(model.openTargetsProperty());
    Label help = Nodes.paragraph("", "form-help", "choice-help");
    model
        .targetSecurityGroups()
        .subscribe(
            groups -> {
              open.setDisable(groups.isEmpty());
              help.setText(
                  groups.isEmpty()
                      ? texts.get("access.targets.none")
                      : texts.get("access.targets.help", String.join(", ", groups)));
            });
    return new TitledCard(texts.get("access.inside"), choice(open, help));
  }

  private Node mine() {
    RadioButton mine = radio("wizard-access-mine", AccessMode.MY_ADDRESS);
    Button again =
        Nodes.button(
            "wizard-access-mine-retry", texts.get("retry"), Feather.ROTATE_CW, model::lookUp);
    again.getStyleClass().addAll("flat", "small");
    model.myAddressProperty().subscribe(address -> showMine(mine, again, address));
    model
        .internalProperty()
        .subscribe(() -> showMine(mine, again, model.myAddressProperty().get()));
    HBox line = new HBox(mine, again);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("form-row");
    return choice(line, Nodes.paragraph(texts.get("access.mine.help"), "form-help", "choice-help"));
  }

  private void showMine(RadioButton mine, Button again, MyAddress address) {
    boolean internal = model.internalProperty().get();
    mine.setText(
        internal
            ? texts.get("access.mine.label.internal")
            : switch (address) {
              case MyAddress.Known(String found) -> texts.get("access.mine", found);
              case MyAddress.Looking() -> texts.get("access.mine.label.looking");
              case MyAddress.NotFound() -> texts.get("access.mine.label.unknown");
            });
    mine.setDisable(internal || address instanceof MyAddress.NotFound);
    Nodes.show(again, !internal && address instanceof MyAddress.NotFound);
  }

  private Node anyone() {
    Notice warning =
        new Notice("wizard-access-warning", Tone.WARNING, texts.get("access.anyone.warning"));
    model
        .internalProperty()
        .subscribe(
            internal ->
                warning.setText(
                    texts.get(
                        internal ? "access.anyone.warning.internal" : "access.anyone.warning")));
    model.modeProperty().subscribe(mode -> Nodes.show(warning, mode == AccessMode.ANYONE));
    RadioButton button = radio("wizard-access-anyone", AccessMode.ANYONE);
    button.setText(texts.get("access.anyone"));
    VBox.setMargin(warning, new Insets(2, 0, 0, 26));
    return choice(button, warning);
  }

  private Node networks() {
    RadioButton button = radio("wizard-access-networks", AccessMode.NETWORKS);
    button.setText(texts.get("access.networks"));
    VBox fields = new VBox();
    fields.getStyleClass().add("network-fields");
    model.networks().addListener((ListChangeListener<Field>) change -> showNetworks(fields));
    showNetworks(fields);
    Button add =
        Nodes.button(
            "wizard-network-add", texts.get("access.network.add"), Feather.PLUS, this::addNetwork);
    add.getStyleClass().add("small");
    VBox list =
        new VBox(Nodes.paragraph(texts.get("access.networks.help"), "form-help"), fields, add);
    list.getStyleClass().addAll("choice-help", "form-field");
    model.modeProperty().subscribe(mode -> Nodes.show(list, mode == AccessMode.NETWORKS));
    return choice(button, list);
  }

  private void addNetwork() {
    model.addNetwork();
    Optional.ofNullable(lookup("#" + model.networks().getLast().id()))
        .ifPresent(Node::requestFocus);
  }

  private void showNetworks(VBox fields) {
    List<Field> all = model.networks();
    fields.getChildren().clear();
    for (int index = 0; index < all.size(); index++) {
      fields.getChildren().add(network(all.get(index), index + 1, all.size()));
    }
  }

  private Node network(Field field, int number, int count) {
    TextField control = new TextField();
    control.setPrefColumnCount(18);
    control.textProperty().bindBidirectional(field.textProperty());
    FormField view =
        new FormField(
            field.id(), texts.get("access.network.number", number), control, "", field.message());
    HBox.setHgrow(view, Priority.ALWAYS);
    Button remove =
        Nodes.iconButton(
            field.id() + "-remove",
            texts.get("access.network.remove.accessible", number),
            Feather.TRASH_2,
            () -> model.removeNetwork(field));
    HBox.setMargin(remove, new Insets(24, 0, 0, 0));
    Nodes.show(remove, count > 1);
    HBox line = new HBox(view, remove);
    line.getStyleClass().addAll("form-row", "network-row");
    return line;
  }

  private RadioButton radio(String id, AccessMode mode) {
    RadioButton button = new RadioButton();
    button.setId(id);
    button.setUserData(mode);
    button.setToggleGroup(modes);
    button.setOnAction(event -> model.chooseMode(mode));
    button
        .selectedProperty()
        .subscribe(
            on -> {
              if (on && isFocusWithin()) {
                model.chooseMode(mode);
              }
            });
    return button;
  }

  private void select(AccessMode mode) {
    modes.getToggles().stream()
        .filter(toggle -> mode == toggle.getUserData())
        .forEach(toggle -> toggle.setSelected(true));
  }

  private static VBox choice(Node button, Node below) {
    VBox box = new VBox(button, below);
    box.getStyleClass().add("choice");
    return box;
  }
}
