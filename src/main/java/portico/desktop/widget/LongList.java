package portico.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Lines below each other. While they are few, all of them stand there at their full height; when
 * they are many, they scroll in a room of their own, and only those in view are made: a thousand
 * cost no more than a dozen.
 */
public final class LongList<T> extends VBox {
  /** More than these are many. */
  static final int MOST_WHOLE = 40;

  /** Whether so many lines scroll in a room of their own. */
  public static boolean areMany(int lines) {
    return lines > MOST_WHOLE;
  }

  private static final double HEIGHT_OF_MANY = 460;

  /** One line; what it shows changes, since those that leave the view come back as others. */
  public abstract static class Line<T> extends VBox {
    /** Shows another item. */
    protected abstract void show(T item);

    /** Shows nothing until {@link #show} is called again: stops listening to its item. */
    protected void clear() {}
  }

  private final ObservableList<T> items;
  private final Supplier<? extends Line<T>> lines;
  private final List<Line<T>> whole = new ArrayList<>();
  private final List<T> shown = new ArrayList<>();
  private final ListView<T> many = new ListView<>();
  private boolean scrolls;

  /**
   * Follows the items.
   *
   * @param name what a screen reader calls the list
   */
  public LongList(String name, ObservableList<T> items, Supplier<? extends Line<T>> lines) {
    this.items = items;
    this.lines = lines;
    getStyleClass().add("resource-list");
    many.getStyleClass().add("long-list");
    many.setAccessibleText(name);
    many.setPrefHeight(HEIGHT_OF_MANY);
    many.setMinHeight(USE_PREF_SIZE);
    many.setCellFactory(view -> new Cell<>(lines.get()));
    items.addListener((ListChangeListener<T>) change -> update());
    update();
  }

  private void update() {
    if (areMany(items.size())) {
      keep(0);
      if (!scrolls) {
        scrolls = true;
        many.setItems(items);
        getChildren().setAll(many);
      }
    } else {
      if (scrolls) {
        scrolls = false;
        many.setItems(FXCollections.emptyObservableList());
        getChildren().clear();
      }
      updateWhole();
    }
  }

  private void updateWhole() {
    keep(items.size());
    for (int index = 0; index < items.size(); index++) {
      T item = items.get(index);
      if (index == whole.size()) {
        Line<T> line = lines.get();
        whole.add(line);
        shown.add(item);
        line.show(item);
        getChildren().add(line);
      } else if (!shown.get(index).equals(item)) {
        shown.set(index, item);
        whole.get(index).show(item);
      }
    }
  }

  /** Takes away the lines beyond a number of them. */
  private void keep(int count) {
    while (whole.size() > count) {
      Line<T> last = whole.removeLast();
      shown.removeLast();
      last.clear();
      getChildren().remove(last);
    }
  }

  private static final class Cell<T> extends ListCell<T> {
    /** Of a scroll bar, before the cell knows its own width. */
    private static final double BAR = 16;

    /** Between what a line says and the scroll bar. */
    private static final double GAP = 10;

    private final Line<T> line;

    Cell(Line<T> line) {
      this.line = line;
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      line.prefWidthProperty().bind(widthProperty().subtract(GAP));
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        line.clear();
        setGraphic(null);
      } else {
        line.show(item);
        setGraphic(line);
      }
    }

    /** Lines may wrap: how high one is depends on how wide the list is. */
    @Override
    protected double computePrefHeight(double width) {
      double room = getWidth() > 0 ? getWidth() : getListView().getWidth() - BAR;
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : line.prefHeight(Math.max(0, room - GAP));
    }
  }
}
