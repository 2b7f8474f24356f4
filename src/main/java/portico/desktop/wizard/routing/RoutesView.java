package portico.desktop.wizard.routing;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Texts;

/** A listener's rules and default action on the screen; without rules, those fold away. */
final class RoutesView extends VBox {
  private final Routes routes;
  private final Forms forms;
  private final Texts texts;
  private final String id;

  RoutesView(Routes routes, ListenerForm listener, RoutingViewModel model) {
    this.routes = routes;
    forms = model.forms();
    id = listener.id();
    texts = forms.texts();
    getStyleClass().add("routes");
    getChildren()
        .addAll(
            new ActionView(
                routes.defaultAction(),
                forms,
                Bindings.createStringBinding(
                    () ->
                        texts.get(
                            routes.rules().rules().isEmpty()
                                ? "routing.default.all"
                                : "routing.default"),
                    forms.changes())),
            rules(),
            new GateView(routes.gate(), listener, model));
  }

  private Node rules() {
    RuleList rules = routes.rules();
    Button add =
        Nodes.button(
            id + "-rule-add", texts.get("routing.rule.add"), Feather.PLUS, () -> rules.add());
    add.getStyleClass().add("small");
    Button anew =
        Nodes.button(
            id + "-rules-number",
            texts.get("routing.rules.number"),
            Feather.HASH,
            rules::numberAnew);
    anew.getStyleClass().addAll("flat", "small");
    anew.visibleProperty().bind(rules.ownNumbersProperty());
    anew.managedProperty().bind(rules.ownNumbersProperty());
    HBox buttons = new HBox(add, anew);
    buttons.getStyleClass().add("form-row");
    VBox content =
        new VBox(
            Nodes.paragraph(texts.get("routing.rules.help"), "form-help"),
            new Rows<>(rules.rules(), "rule-rows", rule -> new RuleView(rule, routes, forms)),
            buttons);
    content.getStyleClass().add("form-field");
    TitledPane pane = new TitledPane("", content);
    pane.setId(id + "-rules");
    pane.setAnimated(false);
    pane.setExpanded(!rules.rules().isEmpty());
    pane.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    rules.rules().isEmpty()
                        ? texts.get("routing.rules.none")
                        : texts.get("routing.rules", rules.rules().size()),
                rules.rules()));
    return pane;
  }
}
