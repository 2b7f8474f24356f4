package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Swap;
import portico.model.ActionRules;
import portico.model.Protocol;

/** An action on the screen: its kind, and the fields of that kind. */
final class ActionView extends VBox {
  private final ActionForm form;
  private final Forms forms;
  private final Texts texts;

  /**
   * @param label what the action is for
   */
  ActionView(ActionForm form, Forms forms, ObservableValue<String> label) {
    this.form = form;
    this.forms = forms;
    texts = forms.texts();
    getStyleClass().add("action-form");
    ComboBox<ActionKind> kind =
        Picker.box(
            List.of(ActionKind.values()),
            form.kindProperty(),
            each -> texts.get("routing.action." + each.name()),
            form.kindProperty()::set);
    kind.setMinWidth(170);
    kind.setPrefWidth(170);
    FormField labelled = Picker.labelled(form.id(), "", kind);
    ((Label) labelled.getChildren().getFirst()).textProperty().bind(label);
    Swap beside = new Swap(form.kindProperty(), this::beside);
    HBox.setHgrow(beside, Priority.ALWAYS);
    HBox first = new HBox(labelled, beside);
    first.getStyleClass().add("form-row");
    getChildren().addAll(first, new Swap(form.kindProperty(), this::below));
  }

  private List<Node> beside(ActionKind kind) {
    return kind == ActionKind.FORWARD
        ? List.of(
            new Rows<>(
                form.forward().shares(), "share-rows", share -> share(form.forward(), share)),
            addGroup(form.forward()),
            sticky(form.forward()))
        : List.of();
  }

  private List<Node> below(ActionKind kind) {
    return switch (kind) {
      case FORWARD -> List.of();
      case REDIRECT -> redirect(form.redirect());
      case FIXED_RESPONSE -> response(form.response());
    };
  }

  private Button addGroup(ForwardForm forward) {
    Button add =
        Nodes.button(
            forward.id() + "-add", texts.get("routing.group.add"), Feather.PLUS, forward::add);
    add.getStyleClass().addAll("flat", "small");
    add.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    forward.shares().size()
                        < Math.min(ActionRules.FORWARD_MAX, forms.groups().known().size()),
                forms.changes()));
    add.managedProperty().bind(add.visibleProperty());
    return add;
  }

  private Node share(ForwardForm forward, ShareForm share) {
    ComboBox<String> box = Picker.groups(share, forms);
    box.setMaxWidth(Double.MAX_VALUE);
    FormField group =
        new FormField(share.id(), texts.get("routing.group"), box, "", share.message());
    HBox.setHgrow(group, Priority.ALWAYS);
    IntegerField number = new IntegerField();
    number.setPrefColumnCount(3);
    FormField weight = FieldView.of(share.weight(), number, "");
    Label percent = Nodes.label("", "share-percent");
    percent.setId(share.id() + "-percent");
    percent
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("routing.percent", forward.percent(share)), forms.changes()));
    Button remove =
        Nodes.iconButton(
            share.id() + "-remove",
            texts.get("routing.group.remove"),
            Feather.TRASH_2,
            () -> forward.remove(share));
    HBox.setMargin(percent, new Insets(24, 0, 0, 0));
    HBox.setMargin(remove, new Insets(24, 0, 0, 0));
    BooleanBinding several =
        Bindings.createBooleanBinding(() -> forward.shares().size() > 1, forms.changes());
    List.of(weight, percent, remove)
        .forEach(
            node -> {
              node.visibleProperty().bind(several);
              node.managedProperty().bind(several);
            });
    HBox row = new HBox(group, weight, percent, remove);
    row.getStyleClass().addAll("form-row", "share-row");
    return row;
  }

  private Node sticky(ForwardForm forward) {
    CheckBox box = new CheckBox(texts.get("routing.sticky"));
    box.setId(forward.id() + "-sticky");
    box.selectedProperty().bindBidirectional(forward.stickyProperty());
    FormField seconds = FieldView.number(forward.stickySeconds(), "");
    seconds.visibleProperty().bind(forward.stickyProperty());
    seconds.managedProperty().bind(forward.stickyProperty());
    VBox both = new VBox(box, seconds);
    both.getStyleClass().add("form-field");
    both.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> forward.shares().size() > 1 || forward.stickyProperty().get(),
                forms.changes()));
    both.managedProperty().bind(both.visibleProperty());
    return both;
  }

  private List<Node> redirect(RedirectForm redirect) {
    List<Optional<Protocol>> protocols = new ArrayList<>(List.of(Optional.empty()));
    for (Protocol each : Protocol.values()) {
      protocols.add(Optional.of(each));
    }
    FormField protocol =
        Picker.labelled(
            redirect.id() + "-protocol",
            texts.get("routing.redirect.protocol"),
            Picker.box(
                protocols,
                redirect.protocolProperty(),
                each ->
                    each.map(Protocol::name).orElseGet(() -> texts.get("routing.redirect.same")),
                redirect.protocolProperty()::set));
    FormField permanent =
        Picker.labelled(
            redirect.id() + "-permanent",
            texts.get("routing.redirect.status"),
            Picker.box(
                List.of(true, false),
                redirect.permanentProperty(),
                each ->
                    texts.get(each ? "routing.redirect.permanent" : "routing.redirect.temporary"),
                redirect.permanentProperty()::set));
    FlowPane first =
        new FlowPane(
            permanent,
            protocol,
            prompted(FieldView.number(redirect.port(), "")),
            prompted(FieldView.text(redirect.host(), "")),
            prompted(FieldView.text(redirect.path(), "")));
    first.getStyleClass().add("form-flow");
    return List.of(
        first, query(redirect), Nodes.paragraph(texts.get("routing.redirect.help"), "form-help"));
  }

  private FormField prompted(FormField field) {
    if (field.control() instanceof TextField text) {
      text.setPromptText(texts.get("routing.redirect.same"));
    }
    return field;
  }

  private Node query(RedirectForm redirect) {
    FormField mode =
        Picker.labelled(
            redirect.id() + "-query-mode",
            texts.get("routing.redirect.query"),
            Picker.box(
                List.of(RedirectForm.Query.values()),
                redirect.queryModeProperty(),
                each -> texts.get("routing.redirect.query." + each.name()),
                redirect.queryModeProperty()::set));
    FormField text = FieldView.text(redirect.query(), "");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.visibleProperty()
        .bind(redirect.queryModeProperty().isEqualTo(RedirectForm.Query.REPLACED));
    text.managedProperty().bind(text.visibleProperty());
    HBox row = new HBox(mode, text);
    row.getStyleClass().add("form-row");
    return row;
  }

  private List<Node> response(ResponseForm response) {
    FormField type =
        Picker.labelled(
            response.id() + "-type",
            texts.get("routing.response.type"),
            Picker.box(
                ActionRules.CONTENT_TYPES,
                response.contentTypeProperty(),
                each -> each,
                response.contentTypeProperty()::set));
    HBox row = new HBox(FieldView.number(response.status(), ""), type);
    row.getStyleClass().add("form-row");
    row.setAlignment(Pos.TOP_LEFT);
    TextArea body = new TextArea();
    body.setPrefRowCount(2);
    body.setWrapText(true);
    body.textProperty().bindBidirectional(response.body().textProperty());
    return List.of(
        row,
        new FormField(
            response.body().id(), response.body().label(), body, "", response.body().message()));
  }
}
