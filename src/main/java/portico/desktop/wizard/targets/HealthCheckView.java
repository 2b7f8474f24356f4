package portico.desktop.wizard.targets;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Fold;
import portico.model.Protocol;
import portico.model.TargetType;

/** A health check on the screen. */
final class HealthCheckView extends VBox {
  private final HealthCheckForm health;
  private final Texts texts;

  HealthCheckView(GroupViewModel group, Texts texts) {
    health = group.health();
    this.texts = texts;
    CheckBox enabled =
        FieldView.check(
            "wizard-health-enabled", texts.get("targets.health.enabled"), health.enabled());
    FormField protocol =
        FieldView.combo(
            "wizard-health-protocol",
            texts.get("targets.health.protocol"),
            health.protocol(),
            Protocol.values(),
            Protocol::name);
    FormField port =
        FieldView.number(health.ownPort(), "", texts.get("targets.health.port.prompt"));
    VBox fields = new VBox(path(), numbers(), consequence(), details(protocol, port));
    fields.getStyleClass().add("fold");
    getChildren().add(new TitledCard(texts.get("targets.health"), enabled, fields));
    health.enabled().property().subscribe(on -> Nodes.show(fields, on));
    group
        .type()
        .property()
        .subscribe(
            type -> {
              boolean lambda = type == TargetType.LAMBDA;
              Nodes.show(enabled, lambda || !health.enabled().get());
              Nodes.show(protocol, !lambda);
              Nodes.show(port, !lambda);
            });
  }

  private Node path() {
    return FieldView.text(health.path(), "");
  }

  private Node numbers() {
    String checks = texts.get("targets.health.checks");
    FlowPane numbers =
        new FlowPane(
            FieldView.number(health.interval(), ""),
            FieldView.number(health.timeout(), ""),
            FieldView.number(health.healthy(), checks),
            FieldView.number(health.unhealthy(), checks));
    numbers.getStyleClass().add("form-flow");
    numbers.getChildren().forEach(each -> ((FormField) each).setPrefWidth(140));
    return numbers;
  }

  private Node consequence() {
    Label line = Nodes.paragraph("", "consequence");
    line.setId("wizard-health-consequence");
    line.setGraphic(Nodes.icon(Feather.CLOCK));
    line.textProperty().bind(health.consequence());
    health.consequence().subscribe(text -> Nodes.show(line, !text.isEmpty()));
    return line;
  }

  private Node details(FormField protocol, FormField port) {
    FormField matcher = FieldView.text(health.matcher(), texts.get("targets.health.matcher.help"));
    matcher.setPrefWidth(300);
    FlowPane fields = new FlowPane(protocol, port, matcher);
    fields.getStyleClass().add("form-flow");
    return new Fold(
        "wizard-health-details",
        health.details().map(details -> texts.get("targets.health.more", details)),
        fields);
  }
}
