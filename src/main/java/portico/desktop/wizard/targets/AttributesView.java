package portico.desktop.wizard.targets;

import javafx.beans.value.ObservableValue;
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
        new Choices<>(
                "wizard-algorithm",
                Orientation.VERTICAL,
                Algorithm.values(),
                each -> texts.get("targets.algorithm." + each.name()),
                each -> texts.get("targets.algorithm." + each.name() + ".why"),
                form.algorithm().property(),
                form.algorithm()::choose)
            .under(texts.get("targets.algorithm")),
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
        new Choices<>(
                "wizard-stickiness",
                Orientation.VERTICAL,
                StickinessKind.values(),
                each -> texts.get("targets.stickiness." + each.name()),
                each -> texts.get("targets.stickiness." + each.name() + ".why"),
                form.stickiness().property(),
                form.stickiness()::choose)
            .under(texts.get("targets.stickiness")),
        fields);
  }

  /** Slow start is for round robin alone: greyed elsewhere, and said why. */
  private Node times() {
    ObservableValue<Boolean> possible =
        form.algorithm().property().map(now -> now == Algorithm.ROUND_ROBIN);
    FormField slowStart =
        FieldView.number(
            form.slowStart(),
            possible.map(
                yes -> texts.get(yes ? "targets.slow-start.help" : "targets.slow-start.not")));
    possible.subscribe(yes -> slowStart.control().setDisable(!yes));
    FormField drain = FieldView.number(form.deregistrationDelay(), texts.get("targets.drain.help"));
    FlowPane fields = new FlowPane(drain, slowStart);
    fields.getStyleClass().add("form-flow");
    drain.setPrefWidth(270);
    slowStart.setPrefWidth(270);
    return block(new VBox(Nodes.label(texts.get("targets.coming"), "form-label")), fields);
  }

  private static Node block(VBox titled, Node... content) {
    titled.getChildren().addAll(content);
    titled.getStyleClass().add("fold-block");
    return titled;
  }
}
