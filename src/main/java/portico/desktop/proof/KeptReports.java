package portico.desktop.proof;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.proof.ProofReport;
import portico.text.ProofText;
import portico.text.Words;

/** The reports that are kept, to turn to one of them; nothing where there is only one. */
final class KeptReports extends VBox {
  private final ProofViewModel model;
  private final TimeText times;
  private final Words words = DesktopText.words();
  private final ProofText text = new ProofText(Words.core());
  private final VBox rows = new VBox();

  KeptReports(ProofViewModel model, TimeText times) {
    this.model = model;
    this.times = times;
    setId("proof-kept");
    rows.getStyleClass().add("proof-kept");
    getChildren().add(new TitledCard(words.get("proof.kept"), rows));
    model.kept().addListener((ListChangeListener<ProofReport>) change -> show());
    model.reportProperty().subscribe(this::show);
    rows.disableProperty().bind(model.runningProperty());
    show();
  }

  private void show() {
    rows.getChildren().setAll(model.kept().stream().map(this::row).toList());
    Nodes.show(this, model.kept().size() > 1);
  }

  private Node row(ProofReport report) {
    StatusBadge badge =
        new StatusBadge(
            ProofHead.tone(report.verdict().grade()), text.of(report.verdict().grade()));
    HBox content =
        new HBox(
            12,
            Nodes.label(times.exact(report.at()), "mono"),
            badge,
            Nodes.spacer(),
            Nodes.label(times.ago(report.at(), model.now()), "text-muted", "small-text"));
    content.setAlignment(Pos.CENTER_LEFT);
    ToggleButton row = new ToggleButton("", content);
    row.setId("proof-kept-" + (model.kept().indexOf(report) + 1));
    row.getStyleClass().addAll("flat", "proof-kept-row");
    row.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(row.widthProperty().subtract(26));
    row.setAccessibleText(
        words.get("proof.kept.row", times.exact(report.at()), text.of(report.verdict().grade())));
    row.setSelected(model.reportProperty().get().filter(report::equals).isPresent());
    row.setOnAction(
        event -> {
          model.choose(report);
          show();
        });
    return row;
  }
}
