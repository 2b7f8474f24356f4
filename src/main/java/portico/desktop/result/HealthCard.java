package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import portico.catalog.Answer;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;

/** Health of every target as AWS reports it, kept up to date while it is in view. */
final class HealthCard extends VBox {
  private final ResultModel model;
  private final ResultText text;
  private final VBox lines = new VBox();
  private final ObservableList<TargetLine> shown = FXCollections.observableArrayList();
  private final LongList<TargetLine> list;

  HealthCard(ResultModel model, ResultText text) {
    this.model = model;
    this.text = text;
    lines.setId("result-targets");
    list = new LongList<>(text.get("result.health"), shown, HealthLine::new);
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
          if (!shown.equals(targets)) {
            shown.setAll(targets);
          }
          lines.getChildren().setAll(list);
        }
      }
    }
  }
}
