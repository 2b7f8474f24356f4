package portico.desktop.wizard.view;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import portico.desktop.widget.Nodes;

/**
 * A table whose rows can be chosen, several at a time: with their check box, or with the space bar
 * on the marked row.
 */
public final class ChoiceTable<R> extends TableView<R> {
  private static final double ROW_HEIGHT = 50;
  private static final int ROWS_SHOWN = 5;

  private final Function<R, BooleanProperty> chosen;
  private final Function<R, ObservableBooleanValue> selectable;

  /**
   * @param rowText what a screen reader says of a row
   */
  public ChoiceTable(
      String id,
      String name,
      ObservableList<R> rows,
      Function<R, BooleanProperty> chosen,
      Function<R, ObservableBooleanValue> selectable,
      Function<R, String> rowText) {
    super(rows);
    this.chosen = chosen;
    this.selectable = selectable;
    setId(id);
    setAccessibleText(name);
    getStyleClass().add("choice-table");
    setRowFactory(table -> new Row(rowText));
    addEventFilter(KeyEvent.KEY_PRESSED, this::toggleBySpace);
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> 44 + ROW_HEIGHT * Math.clamp(rows.size(), 2, ROWS_SHOWN), rows));
    setMinHeight(USE_PREF_SIZE);
    focusedProperty().subscribe(this::markFirst);
  }

  /** Adds the column of check boxes. */
  public ChoiceTable<R> choiceColumn(String title, Function<R, String> accessible) {
    TableColumn<R, R> column = column(title, 52);
    column.setCellFactory(made -> new ChoiceCell(accessible));
    return this;
  }

  /** Adds a column of plain text. */
  public ChoiceTable<R> textColumn(String title, double width, Function<R, String> text) {
    return nodeColumn(title, width, row -> new Label(text.apply(row)));
  }

  /** Adds a column of nodes, made anew whenever a cell shows another row. */
  public ChoiceTable<R> nodeColumn(
      String title, double width, Function<R, ? extends Node> content) {
    column(title, width).setCellFactory(made -> new NodeCell<>(content));
    return this;
  }

  /** Adds the column that takes the room which the others leave. */
  public ChoiceTable<R> wideColumn(
      String title, double width, Function<R, ? extends Node> content) {
    TableColumn<R, R> column = column(title, width);
    column.setCellFactory(made -> new NodeCell<>(content));
    TableWidths.giveRestTo(this, column);
    return this;
  }

  private TableColumn<R, R> column(String title, double width) {
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    getColumns().add(column);
    return column;
  }

  private void markFirst(boolean focused) {
    if (focused && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  private void toggleBySpace(KeyEvent event) {
    R marked = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && marked != null) {
      event.consume();
      toggle(marked);
    }
  }

  private void toggle(R row) {
    if (selectable.apply(row).get()) {
      BooleanProperty property = chosen.apply(row);
      property.set(!property.get());
    }
  }

  private final class Row extends TableRow<R> {
    private final Function<R, String> text;

    Row(Function<R, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(R item, boolean empty) {
      super.updateItem(item, empty);
      setAccessibleText(empty || item == null ? "" : text.apply(item));
    }
  }

  private final class ChoiceCell extends TableCell<R, R> {
    private final Function<R, String> accessible;
    private final CheckBox box = new CheckBox();

    ChoiceCell(Function<R, String> accessible) {
      this.accessible = accessible;
      box.setFocusTraversable(false);
    }

    @Override
    protected void updateItem(R row, boolean empty) {
      R before = getItem();
      super.updateItem(row, empty);
      if (before != null) {
        box.selectedProperty().unbindBidirectional(chosen.apply(before));
        box.disableProperty().unbind();
      }
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      box.setSelected(chosen.apply(row).get());
      box.selectedProperty().bindBidirectional(chosen.apply(row));
      box.disableProperty().bind(Bindings.not(selectable.apply(row)));
      box.setAccessibleText(accessible.apply(row));
      setGraphic(box);
    }
  }

  /** Shows one node per row. */
  private static final class NodeCell<R> extends TableCell<R, R> {
    private final Function<R, ? extends Node> content;

    NodeCell(Function<R, ? extends Node> content) {
      this.content = content;
    }

    @Override
    protected void updateItem(R row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : content.apply(row));
    }
  }

  /** Bold text with muted text below it, unless that is empty. */
  public static Node twoLines(String above, String below) {
    VBox box = new VBox(Nodes.label(above, "cell-title"));
    if (!below.isEmpty()) {
      box.getChildren().add(Nodes.label(below, "cell-detail"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("cell-lines");
    return box;
  }
}
