package portico.desktop.environments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import portico.desktop.app.Navigation;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tones;
import portico.operation.OperationRecord;

/** Operations on the chosen environment; each opens its journal. */
final class HistoryCard extends VBox {
  private final EnvironmentsText text;
  private final Navigation navigation;
  private final VBox rows = new VBox();
  private final Map<Label, Instant> ages = new HashMap<>();

  HistoryCard(EnvironmentsModel model, EnvironmentsText text, Navigation navigation) {
    this.text = text;
    this.navigation = navigation;
    rows.setId("environment-history");
    rows.getStyleClass().add("resource-list");
    getChildren().add(new TitledCard(text.get("environments.history"), rows));
    model.historyProperty().subscribe(this::show);
  }

  /** Lets "5 min ago" grow. */
  void tick() {
    ages.forEach((label, at) -> label.setText(text.ago(at)));
  }

  private void show(List<OperationRecord> operations) {
    ages.clear();
    if (operations.isEmpty()) {
      rows.getChildren()
          .setAll(Nodes.paragraph(text.get("environments.history.none"), "text-muted"));
    } else {
      rows.getChildren().setAll(operations.stream().map(this::row).toList());
    }
  }

  private Node row(OperationRecord operation) {
    Instant at = operation.request().requestedAt();
    Label kind = Nodes.label(text.kind(operation.request().kind()));
    kind.setMinWidth(0);
    StatusBadge badge = new StatusBadge(Tones.of(operation.status()), text.outcome(operation));
    Label age = Nodes.label(text.ago(at), "text-muted", "small-text");
    age.setMinWidth(USE_PREF_SIZE);
    Label took = Nodes.label(text.duration(operation), "mono", "text-muted", "small-text");
    took.setMinWidth(76);
    took.setAlignment(Pos.CENTER_RIGHT);
    ages.put(age, at);
    HBox content = new HBox(10, kind, badge, Nodes.spacer(), age, took);
    content.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button("", content);
    row.setId("operation-" + operation.request().id());
    row.getStyleClass().addAll("history-row", "flat");
    row.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(row.widthProperty().subtract(24));
    row.setTooltip(new Tooltip(text.exact(at)));
    row.setAccessibleText(
        String.join(", ", kind.getText(), text.outcome(operation), text.exact(at)));
    row.setOnAction(event -> navigation.showOperation(operation.request().id()));
    return row;
  }
}
