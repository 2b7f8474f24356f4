package portico.desktop.wizard.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Lets one column take the room that the others leave. */
public final class TableWidths {
  /** Room for the scroll bar and the borders, in pixels. */
  private static final double FRAME = 18;

  private TableWidths() {}

  /** {@code column} never becomes narrower than its minimal width: then the table scrolls. */
  public static <R> void giveRestTo(TableView<R> table, TableColumn<R, ?> column) {
    column
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(column.getMinWidth(), rest(table, column)),
                table.widthProperty(),
                table.getColumns()));
  }

  private static <R> double rest(TableView<R> table, TableColumn<R, ?> column) {
    return table.getWidth()
        - FRAME
        - table.getColumns().stream()
            .filter(each -> !each.equals(column))
            .mapToDouble(TableColumn::getPrefWidth)
            .sum();
  }
}
