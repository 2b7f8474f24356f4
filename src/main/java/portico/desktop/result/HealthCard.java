package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import portico.catalog.Answer;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;

/** Health of every target as AWS reports it, kept up to date while it is in view. */
final class HealthCard extends VBox {
  private final ResultModel model;
  private final ResultText text;
  private final VBox lines = new VBox();

  HealthCard(ResultModel model, ResultText text) {
    this.model = model;
    this.text = text;
    lines.setId("result-targets");
    lines.getStyleClass().add("resource-list");
    Label note = Nodes.label(text.get("result.health.note"), "text-muted", "small-text");
    getChildren().add(new TitledCard(text.get("result.health"), lines).withActions(note));
    model.healthProperty().subscribe(this::show);
  }

  private void show(Optional<Answer<List<TargetLine>>> answer) {
    if (answer.isEmpty()) {
      lines.getChildren().setAll(new BusyRow(text.get("result.health.loading")));
      return;
    }
    switch (answer.get()) {
      case Answer.Failed<List<TargetLine>>(var failure) ->
          lines
              .getChildren()
              .setAll(
                  new FailureCard(
                      "result-health-failure",
                      text.of(failure),
                      Optional.of(model::refreshHealth)));
      case Answer.Found<List<TargetLine>>(List<TargetLine> targets) -> {
        if (targets.isEmpty()) {
          lines.getChildren().setAll(Nodes.paragraph(text.get("result.health.none"), "text-muted"));
        } else {
          lines.getChildren().setAll(targets.stream().map(this::line).toList());
        }
      }
    }
  }

  private Node line(TargetLine target) {
    Label id = Nodes.label(target.health().targetId() + ":" + target.health().port(), "mono");
    Label group = Nodes.label(target.group(), "text-muted", "small-text");
    StatusBadge badge =
        new StatusBadge(ResultText.toneOfHealth(target.health().state()), target.health().state());
    HBox head = new HBox(10, id, group, Nodes.spacer(), badge);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox line = new VBox(2, head);
    String reason = ResultText.reason(target);
    if (!reason.isEmpty()) {
      line.getChildren().add(Nodes.paragraph(reason, "text-muted", "small-text"));
    }
    line.getStyleClass().add("resource-item");
    return line;
  }
}
