package portico.desktop.cost;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import portico.cost.Estimate;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.environment.Environment;
import portico.text.CostText;
import portico.text.Words;

/** The bill, the use that it is for, what was spent, and where the prices come from. */
final class CostView extends VBox {
  private final CostModel model;
  private final TimeText times;
  private final Words words = DesktopText.words();
  private final CostText text = new CostText(Words.core());
  private final VBox bill = new VBox();
  private final VBox notes = new VBox();
  private final Label spent = Nodes.paragraph("", "cost-spent");

  CostView(CostModel model, TimeText times) {
    this.model = model;
    this.times = times;
    getStyleClass().add("cost-page");
    bill.getStyleClass().add("cost-lines");
    bill.setId("cost-bill");
    notes.getStyleClass().add("cost-lines");
    spent.setId("cost-so-far");
    getChildren()
        .addAll(
            new TitledCard(words.get("cost.bill"), bill, spent),
            new TitledCard(words.get("cost.usage"), usage()),
            new TitledCard(words.get("cost.notes"), notes));
    model.estimate().subscribe(this::showBill);
    model.environmentProperty().subscribe(environment -> showBill(model.estimate().getValue()));
    model.spent().subscribe(this::showSpent);
  }

  private FlowPane usage() {
    CheckBox streamed = new CheckBox(words.get("cost.streamed"));
    streamed.setId("cost-streamed");
    streamed.selectedProperty().bindBidirectional(model.streamedProperty());
    VBox stream = new VBox(Nodes.label(words.get("cost.answers"), "form-label"), streamed);
    stream.getStyleClass().add("form-field");
    FlowPane fields =
        new FlowPane(
            field("cost-requests", "cost.requests", model.requestsProperty()),
            field("cost-prompt-tokens", "cost.prompt-tokens", model.promptTokensProperty()),
            field("cost-answer-tokens", "cost.answer-tokens", model.answerTokensProperty()),
            field("cost-speed", "cost.speed", model.tokensPerSecondProperty()),
            field("cost-new-connections", "cost.new-connections", model.newConnectionsProperty()),
            stream);
    fields.getStyleClass().add("cost-usage");
    return fields;
  }

  private VBox field(String id, String key, StringProperty value) {
    IntegerField field = new IntegerField();
    field.setId(id);
    field.setText(value.get());
    field.textProperty().bindBidirectional(value);
    Label label = Nodes.label(words.get(key), "form-label");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    VBox box = new VBox(label, field);
    box.getStyleClass().add("form-field");
    return box;
  }

  private void showBill(Optional<Estimate> estimate) {
    bill.getChildren().clear();
    notes.getChildren().clear();
    Optional<String> region = model.environmentProperty().get().flatMap(Environment::region);
    if (estimate.isEmpty()) {
      bill.getChildren()
          .add(
              Nodes.paragraph(
                  words.get(region.isEmpty() ? "cost.no-spec" : "cost.no-use"), "text-muted"));
      return;
    }
    Estimate known = estimate.get();
    if (model.isPractice()) {
      bill.getChildren().add(Nodes.paragraph(text.practice(), "text-muted"));
    }
    Label deciding =
        Nodes.paragraph(words.get("cost.deciding", text.deciding(known.units())), "form-help");
    deciding.setId("cost-deciding");
    bill.getChildren().addAll(table(known), deciding);
    text.notes(known, model.prices(), region.orElse(""))
        .forEach(note -> notes.getChildren().add(Nodes.paragraph(note, "text-muted")));
  }

  private GridPane table(Estimate estimate) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cost-table");
    ColumnConstraints item = new ColumnConstraints();
    item.setHgrow(Priority.ALWAYS);
    ColumnConstraints amount = new ColumnConstraints(96);
    amount.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(item, amount, amount);
    grid.addRow(
        0,
        Nodes.label(words.get("cost.item"), "cost-head"),
        Nodes.label(words.get("cost.hour"), "cost-head"),
        Nodes.label(words.get("cost.month"), "cost-head"));
    int row = 1;
    for (Estimate.Item each : estimate.items()) {
      grid.addRow(
          row++,
          Nodes.paragraph(text.of(each)),
          Nodes.label(CostText.fine(each.perHour()), "mono"),
          Nodes.label(CostText.cents(each.perMonth()), "mono"));
    }
    Label month = Nodes.label(CostText.cents(estimate.perMonth()), "mono", "cost-total");
    month.setId("cost-month");
    grid.addRow(
        row,
        Nodes.label(words.get("cost.total"), "cost-total"),
        Nodes.label(CostText.fine(estimate.perHour()), "mono", "cost-total"),
        month);
    return grid;
  }

  private void showSpent(Optional<CostModel.Spent> now) {
    spent.setText(
        now.map(each -> text.soFar(each.dollars(), times.exact(each.since()), model.isPractice()))
            .orElse(""));
    Nodes.show(spent, now.isPresent());
  }
}
