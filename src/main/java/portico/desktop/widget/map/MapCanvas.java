package portico.desktop.widget.map;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import portico.desktop.widget.map.MapLayout.Direction;

/**
 * The drawing. It is as large as the room it has and draws what is in view, so a thousand targets
 * cost no more than ten. One box at a time is chosen; arrow keys go from box to box, Enter opens
 * and closes, plus, minus and 0 zoom.
 */
final class MapCanvas extends Region {
  private static final double HEAD = 28;
  private static final double MARGIN = 10;
  private static final double BAR = 12;

  private final MapText text;
  private final Consumer<MapNode> activated;
  private final Canvas canvas = new Canvas();
  private final MapPalette palette = new MapPalette();
  private final MapPainter painter;
  private final MapView view = new MapView(HEAD, MARGIN);
  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();
  private final ReadOnlyObjectWrapper<Optional<MapNode>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private MapLayout layout = new MapLayout(java.util.List.of(), java.util.List.of(), 0, 0);
  private Set<String> lit = Set.of();
  private String hovered = "";
  private boolean placing;

  /**
   * @param activated what a second click or Enter on a box does
   */
  MapCanvas(MapText text, Consumer<MapNode> activated) {
    this.text = text;
    this.activated = activated;
    this.painter = new MapPainter(text, palette);
    getStyleClass().add("map-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setMinSize(0, 0);
    down.setOrientation(Orientation.VERTICAL);
    for (ScrollBar bar : new ScrollBar[] {across, down}) {
      bar.setFocusTraversable(false);
      bar.setManaged(false);
      bar.valueProperty().subscribe(this::barMoved);
    }
    getChildren().addAll(palette, canvas, across, down);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    palette.changes().subscribe(paint -> paint());
    focusedProperty().subscribe(focused -> focusMoved());
    setOnMouseMoved(this::hover);
    setOnMouseExited(event -> hoverOver(""));
    setOnMouseClicked(this::click);
    setOnScroll(this::scroll);
    setOnKeyPressed(this::key);
  }

  // --- What is shown

  /** Another layout, the place kept; a box that is no longer there is no longer chosen. */
  void show(MapLayout newLayout) {
    layout = newLayout;
    view.content(layout.width(), layout.height());
    chosen.set(chosen.get().flatMap(each -> layout.node(each.id())));
    relight();
  }

  ReadOnlyObjectProperty<Optional<MapNode>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  void choose(String id) {
    chosen.set(layout.node(id));
    chosen.get().ifPresent(view::reveal);
    relight();
  }

  void unchoose() {
    chosen.set(Optional.empty());
    relight();
  }

  void fit() {
    view.fit();
    paint();
  }

  void zoomBy(double factor) {
    view.zoomBy(factor);
    paint();
  }

  private void relight() {
    String through = hovered.isEmpty() ? chosen.get().map(MapNode::id).orElse("") : hovered;
    lit = through.isEmpty() ? Set.of() : layout.path(through);
    setAccessibleText(
        chosen
            .get()
            .map(text::spoken)
            .orElseGet(() -> text.get("map.spoken", layout.nodes().size())));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    paint();
  }

  // --- Room

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    canvas.setWidth(width);
    canvas.setHeight(height);
    view.room(width - BAR, height - BAR);
    palette.applyCss();
    paint();
    across.resizeRelocate(0, height - BAR, width - BAR, BAR);
    down.resizeRelocate(width - BAR, HEAD, BAR, height - BAR - HEAD);
  }

  private void paint() {
    if (canvas.getWidth() <= 0) {
      return;
    }
    MapPainter.Look look =
        new MapPainter.Look(lit, chosen.get().map(MapNode::id).orElse(""), isFocused());
    painter.paint(canvas.getGraphicsContext2D(), layout, view.window(), look);
    painter.heads(canvas.getGraphicsContext2D(), view.window(), HEAD);
    placeBars();
  }

  private void placeBars() {
    placing = true;
    place(across, view.x(), view.roomAcross(), view.farthestX());
    place(down, view.y(), view.roomDown(), view.farthestY());
    placing = false;
  }

  private static void place(ScrollBar bar, double at, double room, double farthest) {
    bar.setVisible(farthest > 0.5);
    bar.setMin(0);
    bar.setMax(Math.max(0, farthest));
    bar.setVisibleAmount(farthest <= 0 ? 0 : farthest * room / (farthest + room));
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(room * 0.9);
    bar.setValue(at);
  }

  private void barMoved() {
    if (!placing) {
      view.moveTo(across.getValue(), down.getValue());
      paint();
    }
  }

  // --- Mouse

  private Optional<MapNode> under(MouseEvent event) {
    return event.getY() < HEAD
        ? Optional.empty()
        : layout.at(view.toMapX(event.getX()), view.toMapY(event.getY()));
  }

  private void hover(MouseEvent event) {
    hoverOver(under(event).map(MapNode::id).orElse(""));
  }

  private void hoverOver(String id) {
    if (!hovered.equals(id)) {
      hovered = id;
      setCursor(id.isEmpty() ? javafx.scene.Cursor.DEFAULT : javafx.scene.Cursor.HAND);
      relight();
    }
  }

  private void click(MouseEvent event) {
    requestFocus();
    Optional<MapNode> node = under(event);
    chosen.set(node);
    node.filter(each -> each.subject() instanceof MapSubject.Targets).ifPresent(activated);
    relight();
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      zoomBy(event.getDeltaY() > 0 ? 1.15 : 1 / 1.15);
      event.consume();
    } else if (view.moveTo(view.x() - event.getDeltaX(), view.y() - event.getDeltaY())) {
      paint();
      event.consume();
    }
  }

  // --- Keyboard

  private void focusMoved() {
    if (isFocused() && chosen.get().isEmpty() && !layout.nodes().isEmpty() && hovered.isEmpty()) {
      chosen.set(Optional.of(layout.nodes().getFirst()));
    }
    relight();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> go(Direction.UP);
      case DOWN -> go(Direction.DOWN);
      case LEFT -> go(Direction.LEFT);
      case RIGHT -> go(Direction.RIGHT);
      case ENTER, SPACE -> chosen.get().ifPresent(activated);
      case PLUS, EQUALS, ADD -> zoomBy(1.25);
      case MINUS, SUBTRACT -> zoomBy(0.8);
      case DIGIT0, NUMPAD0 -> fit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(Direction direction) {
    chosen
        .get()
        .or(() -> layout.nodes().stream().findFirst())
        .ifPresent(from -> choose(layout.next(from, direction).id()));
  }
}
