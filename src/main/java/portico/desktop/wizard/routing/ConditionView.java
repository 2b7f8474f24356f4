package portico.desktop.wizard.routing;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Swap;

/** A condition on the screen: what it looks at, and the values it compares with. */
final class ConditionView extends HBox {
  private final ConditionForm form;
  private final Texts texts;

  ConditionView(RuleForm rule, ConditionForm form, Forms forms) {
    this.form = form;
    texts = forms.texts();
    getStyleClass().addAll("form-row", "condition-row");
    ComboBox<ConditionKind> kind =
        Picker.box(
            List.of(ConditionKind.values()),
            form.kindProperty(),
            each -> texts.get("routing.condition." + each.name()),
            form.kindProperty()::set);
    kind.setMinWidth(150);
    Swap values = new Swap(form.kindProperty(), this::details);
    HBox.setHgrow(values, Priority.ALWAYS);
    Button remove =
        Nodes.iconButton(
            form.id() + "-remove",
            texts.get("routing.condition.remove"),
            Feather.TRASH_2,
            () -> rule.remove(form));
    HBox.setMargin(remove, new Insets(24, 0, 0, 0));
    rule.conditions().subscribe(() -> Nodes.show(remove, rule.conditions().size() > 1));
    Nodes.show(remove, rule.conditions().size() > 1);
    getChildren()
        .addAll(Picker.labelled(form.id(), texts.get("routing.condition"), kind), values, remove);
  }

  private List<Node> details(ConditionKind kind) {
    return switch (kind) {
      case API_KEY -> List.of(text(form.header(), "X-Api-Key"), key());
      case HEADER -> List.of(text(form.header(), "X-Stage"), values(kind));
      case PATH, HOST, METHOD, QUERY, SOURCE_IP -> List.of(values(kind));
    };
  }

  private Node key() {
    HBox row = new HBox(text(form.prefix(), ""), text(form.keyName(), "main"));
    row.getStyleClass().add("form-row");
    return row;
  }

  private Node values(ConditionKind kind) {
    Button add =
        Nodes.button(
            form.id() + "-add",
            texts.get("routing.value.add"),
            Feather.PLUS,
            () -> form.addValue(""));
    add.getStyleClass().addAll("flat", "small");
    VBox box =
        new VBox(
            new Rows<>(form.values(), "value-rows", value -> value(kind, value)),
            Nodes.paragraph(texts.get("routing.condition." + kind.name() + ".help"), "form-help"),
            add);
    box.getStyleClass().add("form-field");
    return box;
  }

  private Node value(ConditionKind kind, ValueForm value) {
    FormField text = text(value.value(), texts.get("routing.condition." + kind.name() + ".prompt"));
    HBox row = new HBox();
    row.getStyleClass().add("form-row");
    if (kind == ConditionKind.QUERY) {
      row.getChildren().add(text(value.key(), texts.get("routing.query.key.prompt")));
    }
    Button remove =
        Nodes.iconButton(
            value.value().id() + "-remove",
            texts.get("routing.value.remove"),
            Feather.X,
            () -> form.remove(value));
    HBox.setMargin(remove, new Insets(24, 0, 0, 0));
    form.values().subscribe(() -> Nodes.show(remove, form.values().size() > 1));
    Nodes.show(remove, form.values().size() > 1);
    row.getChildren().addAll(text, remove);
    return row;
  }

  private static FormField text(Field field, String prompt) {
    TextField control = new TextField();
    control.setPromptText(prompt);
    FormField view = FieldView.of(field, control, "");
    HBox.setHgrow(view, Priority.ALWAYS);
    return view;
  }
}
