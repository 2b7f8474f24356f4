package portico.desktop.wizard.targets;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Choices;
import portico.desktop.wizard.view.FieldView;
import portico.model.Algorithm;

/** How requests are spread, on the screen. */
final class AttributesView extends VBox {
  private final AttributesForm form;
  private final Texts texts;

  AttributesView(AttributesForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    getStyleClass().add("fold-blocks");
    getChildren().addAll(algorithm(), stickiness(), times());
  }

  private Node algorithm() {
    CheckBox anomaly =
        FieldView.check(
            "wizard-anomaly-mitigation", texts.get("targets.anomaly"), form.anomalyMitigation());
    Label anomalyHelp = Nodes.paragraph("", "form-help", "choice-help");
    form.algorithm()
        .property()
        .subscribe(
            now -> {
              boolean possible = now == Algorithm.WEIGHTED_RANDOM;
              anomaly.setDisable(!possible);
              anomalyHelp.setText(
                  texts.get(possible ? "targets.anomaly.help" : "targets.anomaly.not"));
              anomaly.setAccessibleHelp(anomalyHelp.getText());
            });
    VBox mitigation = new VBox(anomaly, anomalyHelp);
    mitigation.getStyleClass().addAll("choice", "below-choice");
    return block(
        "targets.algorithm",
        new Choices<>(
            "wizard-algorithm",
            Orientation.VERTICAL,
            Algorithm.values(),
            each -> texts.get("targets.algorithm." + each.name()),
            each -> texts.get("targets.algorithm." + each.name() + ".why"),
            form.algorithm().property(),
            form.algorithm()::choose),
        mitigation);
  }

  private Node stickiness() {
    FormField duration = FieldView.number(form.duration(), texts.get("targets.duration.help"));
    FormField cookie = FieldView.text(form.cookie(), texts.get("targets.cookie.help"));
    cookie.setPrefWidth(300);
    FlowPane fields = new FlowPane(duration, cookie);
    fields.getStyleClass().addAll("form-flow", "below-choice");
    form.stickiness()
        .property()
        .subscribe(
            kind -> {
              Nodes.show(fields, kind != StickinessKind.OFF);
              Nodes.show(cookie, kind == StickinessKind.APPLICATION_COOKIE);
            });
    return block(
        "targets.stickiness",
        new Choices<>(
            "wizard-stickiness",
            Orientation.VERTICAL,
            StickinessKind.values(),
            each -> texts.get("targets.stickiness." + each.name()),
            each -> texts.get("targets.stickiness." + each.name() + ".why"),
            form.stickiness().property(),
            form.stickiness()::choose),
        fields);
  }

  /** Slow start is for round robin alone: greyed elsewhere, and said why. */
  private Node times() {
    FormField slowStart = FieldView.number(form.slowStart(), "");
    Label slowStartHelp = Nodes.paragraph("", "form-help");
    slowStartHelp.setId("wizard-slow-start-why");
    form.algorithm()
        .property()
        .subscribe(
            now -> {
              boolean possible = now == Algorithm.ROUND_ROBIN;
              slowStart.control().setDisable(!possible);
              slowStartHelp.setText(
                  texts.get(possible ? "targets.slow-start.help" : "targets.slow-start.not"));
            });
    VBox slow = new VBox(slowStart, slowStartHelp);
    slow.getStyleClass().add("form-field");
    FormField drain = FieldView.number(form.deregistrationDelay(), texts.get("targets.drain.help"));
    FlowPane fields = new FlowPane(drain, slow);
    fields.getStyleClass().add("form-flow");
    drain.setPrefWidth(270);
    slow.setPrefWidth(270);
    return block("targets.coming", fields);
  }

  private Node block(String title, Node... content) {
    VBox box = new VBox(Nodes.label(texts.get(title), "form-label"));
    box.getChildren().addAll(content);
    box.getStyleClass().add("fold-block");
    return box;
  }
}
