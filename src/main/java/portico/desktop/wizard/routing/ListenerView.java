package portico.desktop.wizard.routing;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Swap;
import portico.model.Protocol;

/** A listener on the screen. */
final class ListenerView extends VBox {
  private final ListenerForm form;
  private final RoutingViewModel model;
  private final Texts texts;

  ListenerView(ListenerForm form, RoutingViewModel model) {
    this.form = form;
    this.model = model;
    texts = model.forms().texts();
    getStyleClass().add("titled-card");
    getChildren().addAll(head(), new Swap(form.openProperty(), this::content));
  }

  private List<Node> content(Boolean open) {
    if (!open) {
      return List.of(sentence());
    }
    VBox all =
        new VBox(
            fields(),
            new Swap(form.protocolProperty(), this::tls),
            new Swap(
                form.routesProperty(), routes -> List.of(new RoutesView(routes, form, model))));
    all.getStyleClass().add("action-form");
    return List.of(all);
  }

  /** What it does, while it is folded. */
  private Node sentence() {
    RoutingText sentences = new RoutingText(texts);
    Label label = Nodes.paragraph("", "form-help");
    label.setId(form.id() + "-sentence");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    form.spec()
                        .map(sentences::summary)
                        .orElseGet(() -> form.problem().map(Problem::text).orElse("")),
                model.forms().changes()));
    return label;
  }

  private Node head() {
    Label title = Nodes.label("", "card-title");
    title.textProperty().bind(Bindings.createStringBinding(form::title, model.forms().changes()));
    Button remove =
        Nodes.iconButton(
            form.id() + "-remove",
            texts.get("routing.listener.remove"),
            Feather.TRASH_2,
            () -> model.removeListener(form));
    remove
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.listeners().size() > 1, model.forms().changes()));
    Button fold =
        Nodes.iconButton(
            form.id() + "-fold",
            texts.get("routing.listener.fold"),
            Feather.CHEVRON_DOWN,
            () -> form.openProperty().set(!form.openProperty().get()));
    form.openProperty()
        .subscribe(
            open ->
                fold.setGraphic(Nodes.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
    fold.getStyleClass().addAll("small", "fold");
    fold.visibleProperty().bind(remove.visibleProperty());
    fold.managedProperty().bind(remove.visibleProperty());
    HBox head = new HBox(fold, title, Nodes.spacer(), remove);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    return head;
  }

  private Node fields() {
    FormField name = FieldView.text(form.name(), "");
    HBox.setHgrow(name, Priority.ALWAYS);
    ComboBox<Protocol> protocol =
        Picker.box(
            List.of(Protocol.values()),
            form.protocolProperty(),
            Protocol::name,
            form::chooseProtocol);
    protocol.setMinWidth(110);
    HBox row =
        new HBox(
            name,
            Picker.labelled(
                form.id() + "-protocol", texts.get("routing.listener.protocol"), protocol),
            FieldView.number(form.port(), ""));
    row.getStyleClass().add("form-row");
    return row;
  }

  private List<Node> tls(Protocol protocol) {
    return switch (protocol) {
      case HTTP -> List.of();
      case HTTPS -> List.of(new TlsView(form.tls(), model.forms()));
    };
  }
}
