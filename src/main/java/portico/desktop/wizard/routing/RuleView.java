package portico.desktop.wizard.routing;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;

/**
 * A rule on the screen: a sentence, and while it is edited its fields. Alt with Up or Down moves
 * it.
 */
final class RuleView extends VBox {
  private final RuleForm rule;
  private final Routes routes;
  private final RuleList rules;
  private final Forms forms;
  private final Texts texts;
  private final RoutingText sentences;

  RuleView(RuleForm rule, Routes routes, Forms forms) {
    this.rule = rule;
    this.routes = routes;
    rules = routes.rules();
    this.forms = forms;
    texts = forms.texts();
    sentences = new RoutingText(texts);
    getStyleClass().add("rule-row");
    getChildren().addAll(head(), hidden(), new Swap(rule.openProperty(), this::fields));
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
  }

  private Node head() {
    Label number = Nodes.label("", "rule-number", "mono");
    number.setId(rule.id() + "-number");
    number.textProperty().bind(rule.priority().textProperty());
    Label sentence = Nodes.paragraph("", "rule-sentence");
    sentence.setId(rule.id() + "-sentence");
    sentence.textProperty().bind(Bindings.createStringBinding(this::sentence, forms.changes()));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(number, sentence, buttons());
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("rule-head");
    return head;
  }

  private String sentence() {
    String name = rule.name().text();
    String text =
        rule.spec()
            .map(sentences::rule)
            .orElseGet(
                () ->
                    texts.get(
                        "routing.rule.incomplete", rule.problem().map(Problem::text).orElse("")));
    return name.isEmpty() ? text : texts.get("routing.rule.named", name, text);
  }

  /** Says so where another rule takes all its requests. */
  private Node hidden() {
    Notice notice = new Notice(rule.id() + "-hidden", Tone.WARNING, "");
    notice
        .textProperty()
        .bind(Bindings.createStringBinding(this::hiddenText, routes.hidden(), forms.changes()));
    notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    return notice;
  }

  private String hiddenText() {
    int by = routes.hidden().getValue().getOrDefault(rule.priorityNow().orElse(0), 0);
    if (by == 0) {
      return "";
    }
    String name =
        rules.rules().stream()
            .filter(each -> each.priorityNow().orElse(0) == by)
            .map(each -> each.name().text())
            .findFirst()
            .orElse("");
    return name.isEmpty()
        ? texts.get("routing.rule.hidden", by)
        : texts.get("routing.rule.hidden.named", by, name);
  }

  private Node buttons() {
    HBox box =
        new HBox(
            button("up", Feather.ARROW_UP, () -> move(-1, "up")),
            button("down", Feather.ARROW_DOWN, () -> move(1, "down")),
            button("edit", Feather.EDIT_2, this::toggle),
            button("duplicate", Feather.COPY, () -> rules.duplicate(rule)),
            button("remove", Feather.TRASH_2, () -> rules.remove(rule)));
    box.setMinWidth(USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("rule-buttons");
    return box;
  }

  private Button button(String what, Feather icon, Runnable action) {
    Button button =
        Nodes.iconButton(rule.id() + "-" + what, texts.get("routing.rule." + what), icon, action);
    button.getStyleClass().add("small");
    return button;
  }

  private void toggle() {
    if (rule.openProperty().get()) {
      rules.close(rule);
    } else {
      rule.openProperty().set(true);
    }
  }

  /** The row is put elsewhere, which takes the focus away from it. */
  private void move(int by, String button) {
    rules.move(rule, by);
    lookup("#" + rule.id() + "-" + button).requestFocus();
  }

  private void moveByKey(KeyEvent event) {
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      move(-1, "up");
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      move(1, "down");
      event.consume();
    }
  }

  private List<Node> fields(Boolean open) {
    if (!open) {
      return List.of();
    }
    Button add =
        Nodes.button(
            rule.id() + "-condition-add",
            texts.get("routing.condition.add"),
            Feather.PLUS,
            rule::addCondition);
    add.getStyleClass().addAll("flat", "small");
    FormField name = FieldView.text(rule.name(), "");
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox about = new HBox(FieldView.number(rule.priority(), ""), name);
    about.getStyleClass().add("form-row");
    Button done =
        Nodes.button(
            rule.id() + "-done",
            texts.get("routing.rule.done"),
            Feather.CHECK,
            () -> rules.close(rule));
    VBox all =
        new VBox(
            new Rows<>(
                rule.conditions(),
                "condition-rows",
                condition -> new ConditionView(rule, condition, forms)),
            add,
            new ActionView(
                rule.action(), forms, new SimpleStringProperty(texts.get("routing.rule.action"))),
            about,
            done);
    all.getStyleClass().add("rule-fields");
    return List.of(all);
  }
}
