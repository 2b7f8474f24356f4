package portico.desktop.wizard.routing;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.model.ConditionSpec;

/** The gate of a listener on the screen: one tick, and while it is set where the key comes. */
final class GateView extends VBox {
  private final GateForm gate;
  private final ListenerForm listener;
  private final RoutingViewModel model;
  private final Texts texts;

  GateView(GateForm gate, ListenerForm listener, RoutingViewModel model) {
    this.gate = gate;
    this.listener = listener;
    this.model = model;
    texts = model.forms().texts();
    getStyleClass().add("choice");
    CheckBox box = new CheckBox(texts.get("routing.gate"));
    box.setId(gate.id());
    box.selectedProperty().bindBidirectional(gate.onProperty());
    getChildren()
        .addAll(
            box,
            Nodes.paragraph(texts.get("routing.gate.help"), "form-help", "choice-help"),
            new Swap(gate.onProperty(), this::details));
  }

  private List<Node> details(Boolean on) {
    if (!on) {
      return List.of();
    }
    FormField where =
        Picker.labelled(
            gate.id() + "-header",
            texts.get("routing.gate.where"),
            Picker.box(gate.choices(), gate.keyProperty(), this::header, gate.keyProperty()::set));
    TextField paths = new TextField();
    paths.setPromptText("/health /ping");
    FormField open = FieldView.of(gate.openPaths(), paths, texts.get("routing.gate.open.help"));
    HBox.setHgrow(open, Priority.ALWAYS);
    HBox row = new HBox(where, open);
    row.getStyleClass().add("form-row");
    Notice plain = new Notice(gate.id() + "-plain", Tone.WARNING, texts.get("routing.gate.plain"));
    plain
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.sendsKeysInTheClear(listener), model.forms().changes()));
    plain.managedProperty().bind(plain.visibleProperty());
    VBox all =
        new VBox(
            row, new Notice(gate.id() + "-made", Tone.INFO, texts.get("routing.gate.made")), plain);
    all.getStyleClass().addAll("action-form", "choice-help");
    return List.of(all);
  }

  private String header(ConditionSpec.ApiKey key) {
    return key.prefix().isEmpty()
        ? texts.get("routing.gate.header", key.header())
        : texts.get("routing.gate.header.prefix", key.header(), key.prefix().strip());
  }
}
