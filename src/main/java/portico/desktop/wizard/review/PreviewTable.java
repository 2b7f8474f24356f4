package portico.desktop.wizard.review;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.TableWidths;
import portico.operation.Step;

/** The resources of a preview and what will happen to each. */
final class PreviewTable extends TableView<PreviewRow> {
  private static final double ROW_HEIGHT = 36;
  private static final int ROWS_SHOWN = 8;

  private final Texts texts;

  PreviewTable(ObservableList<PreviewRow> rows, Texts texts) {
    super(rows);
    this.texts = texts;
    setAccessibleText(texts.get("review.preview"));
    getStyleClass().add("choice-table");
    setFixedCellSize(ROW_HEIGHT);
    setRowFactory(table -> new Row());
    addColumn("review.column.step", 108, this::badge);
    addColumn("review.column.type", 180, row -> new Label(texts.status().typeOf(row.resource())));
    TableWidths.giveRestTo(
        this, addColumn("review.column.name", 160, row -> new Label(row.resource().name())));
    showChangesIfAny(rows);
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> 42 + ROW_HEIGHT * Math.clamp(rows.size(), 1, ROWS_SHOWN), rows));
    setMinHeight(USE_PREF_SIZE);
  }

  /**
   * A column that would be empty, as it is when everything is new, leaves its room to the names.
   */
  private void showChangesIfAny(ObservableList<PreviewRow> rows) {
    TableColumn<PreviewRow, PreviewRow> changes =
        addColumn("review.column.changes", 170, row -> Nodes.label(changesOf(row), "text-muted"));
    Runnable update =
        () -> {
          boolean any = rows.stream().anyMatch(row -> !row.changedProperties().isEmpty());
          if (!any) {
            getColumns().remove(changes);
          } else if (!getColumns().contains(changes)) {
            getColumns().add(changes);
          }
        };
    rows.addListener((ListChangeListener<PreviewRow>) change -> update.run());
    update.run();
  }

  static Tone toneOf(Step step) {
    return switch (step) {
      case CREATE, IMPORT -> Tone.SUCCESS;
      case UPDATE, REFRESH -> Tone.INFO;
      case REPLACE -> Tone.WARNING;
      case DELETE -> Tone.DANGER;
      case SAME, READ -> Tone.NEUTRAL;
    };
  }

  private TableColumn<PreviewRow, PreviewRow> addColumn(
      String key, double width, Function<PreviewRow, Label> content) {
    TableColumn<PreviewRow, PreviewRow> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setCellFactory(made -> new Cell(content));
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    getColumns().add(column);
    return column;
  }

  private Label badge(PreviewRow row) {
    return row.failed()
        ? new StatusBadge(Tone.DANGER, texts.get("review.row.failed"))
        : new StatusBadge(toneOf(row.step()), stepText(row));
  }

  private String stepText(PreviewRow row) {
    return texts.get("review.step." + row.step().name());
  }

  private static String changesOf(PreviewRow row) {
    return String.join(", ", row.changedProperties());
  }

  private final class Row extends TableRow<PreviewRow> {
    @Override
    protected void updateItem(PreviewRow row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(
          empty || row == null
              ? ""
              : texts.get(
                  "review.row.accessible",
                  texts.status().typeOf(row.resource()),
                  row.resource().name(),
                  row.failed() ? texts.get("review.row.failed") : stepText(row),
                  changesOf(row)));
    }
  }

  private static final class Cell extends TableCell<PreviewRow, PreviewRow> {
    private final Function<PreviewRow, Label> content;

    Cell(Function<PreviewRow, Label> content) {
      this.content = content;
    }

    @Override
    protected void updateItem(PreviewRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : content.apply(row));
    }
  }
}
