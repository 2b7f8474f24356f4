package portico.desktop.widget;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names at the left, values at the right. */
public final class KeyValueGrid extends GridPane {
  public KeyValueGrid() {
    getStyleClass().add("key-value-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    values.setMinWidth(0);
    getColumnConstraints().addAll(names, values);
  }

  /** Adds a line of plain text. */
  public KeyValueGrid add(String key, String value) {
    return add(key, Nodes.paragraph(value));
  }

  /** Adds a value that can be selected and copied. */
  public KeyValueGrid addCopyable(String id, String key, String value) {
    return add(key, new CopyRow(id, key, value));
  }

  /** Adds a value below its name, which gives a long one the whole width. */
  public KeyValueGrid addBelow(String key, Node value) {
    Label name = Nodes.label(key, "text-muted", "name-above");
    name.setLabelFor(value);
    int row = getRowCount();
    add(name, 0, row, 2, 1);
    add(value, 0, row + 1, 2, 1);
    return this;
  }

  /** Adds any node as the value. */
  public KeyValueGrid add(String key, Node value) {
    Label name = Nodes.label(key, "text-muted");
    name.setLabelFor(value);
    GridPane.setValignment(name, value instanceof Label ? VPos.TOP : VPos.CENTER);
    addRow(getRowCount(), name, value);
    return this;
  }
}
