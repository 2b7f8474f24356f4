package portico.desktop.widget;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.Node;

/** A stack's outputs, each to be selected and copied. */
public final class OutputList {
  private final String id;
  private final UnaryOperator<String> label;
  private final Place place;

  /** Where a value stands that is not one of too many. */
  public interface Place {
    /** Adds the value to the grid, by or below its name. */
    void add(KeyValueGrid grid, String name, Node value);
  }

  /**
   * @param id intent id of a value, before the output's key
   * @param label what people call the output with a key
   */
  public OutputList(String id, UnaryOperator<String> label, Place place) {
    this.id = id;
    this.label = label;
    this.place = place;
  }

  /**
   * Outputs in their order. Only those in view are made when there are too many to stand there
   * whole: each rule and target group has outputs of its own.
   *
   * @param name what a screen reader calls them
   */
  public Node of(String name, Map<String, String> outputs) {
    if (LongList.areMany(outputs.size())) {
      return new LongList<>(
          name, FXCollections.observableList(List.copyOf(outputs.entrySet())), Line::new);
    }
    KeyValueGrid grid = new KeyValueGrid();
    outputs.forEach((key, value) -> place.add(grid, label.apply(key), row(key, value)));
    return grid;
  }

  private CopyRow row(String key, String value) {
    return new CopyRow(id + key, label.apply(key), value);
  }

  private final class Line extends LongList.Line<Map.Entry<String, String>> {
    @Override
    protected void show(Map.Entry<String, String> output) {
      CopyRow value = row(output.getKey(), output.getValue());
      Node name = Nodes.label(label.apply(output.getKey()), "text-muted", "name-above");
      getChildren().setAll(name, value);
    }
  }
}
