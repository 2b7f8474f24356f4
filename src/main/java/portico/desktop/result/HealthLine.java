package portico.desktop.result;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.Tone;

/** One target with its state, and the reason if it is not healthy. */
final class HealthLine extends LongList.Line<TargetLine> {
  private final Label id = Nodes.label("", "mono");
  private final Label group = Nodes.label("", "text-muted", "small-text");
  private final StatusBadge badge = new StatusBadge(Tone.NEUTRAL, "");
  private final Label reason = Nodes.paragraph("", "text-muted", "small-text");

  HealthLine() {
    HBox head = new HBox(10, id, group, Nodes.spacer(), badge);
    head.setAlignment(Pos.CENTER_LEFT);
    setSpacing(2);
    getStyleClass().add("resource-item");
    getChildren().addAll(head, reason);
  }

  @Override
  protected void show(TargetLine target) {
    id.setText(target.health().targetId() + ":" + target.health().port());
    group.setText(target.group());
    badge.show(ResultText.toneOfHealth(target.health().state()), target.health().state());
    reason.setText(ResultText.reason(target));
    Nodes.show(reason, !reason.getText().isEmpty());
  }
}
