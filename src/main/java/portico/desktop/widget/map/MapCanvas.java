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
  private static final double SLACK = 0.5;

  /** Where a page is scrolled past the map, it need not be higher than this. */
  private static final double HIGH_IN_PAGE = 270;

  private static final double HIGH = 420;
  private static final double LOW = 260;

  private final MapText text;
  private final Consumer<MapNode> activated;
  private final boolean inPage;
  private final Canvas canvas = new Canvas();
  private final MapPalette palette = new MapPalette();
  private final MapPainter painter;
  private final MapView view = new MapView(HEAD, MARGIN);
  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();
  private final ReadOnlyObjectWrapper<Optional<MapNode>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private MapLayout layout = MapLayout.EMPTY;
  private Set<String> lit = Set.of();
  private String hovered = "";
  private boolean placing;

  /**
   * @param activated what a second click or Enter on a box does
   * @param inPage whether it is one of many things on a page: then it is low, and the wheel scrolls
   *     the page until the map has the focus
   */
  MapCanvas(MapText text, Consumer<MapNode> activated, boolean inPage) {
    this.text = text;
    this.activated = activated;
    this.inPage = inPage;
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
    boolean otherHeight = layout.height() != newLayout.height();
    layout = newLayout;
    view.content(layout.width(), layout.height());
    fitRoom();
    if (otherHeight) {
      requestLayout();
    }
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
    fitRoom();
    paint();
    requestLayout();
  }

  void zoomBy(double factor) {
    view.zoomBy(factor);
    fitRoom();
    paint();
    requestLayout();
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
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wanted = view.wantedHeight(width < 0 ? getWidth() : width - BAR);
    return snapSizeY(Math.min(wanted, inPage ? HIGH_IN_PAGE : HIGH));
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(computePrefHeight(width), LOW);
  }

  /** The columns that suit the width that it has now. */
  MapColumns columns() {
    return view.columns(getWidth() - BAR);
  }

  /** A bar takes its room only where something has to be scrolled. */
  private void fitRoom() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    view.room(width, height);
    boolean vertical = view.farthestY() > SLACK;
    view.room(vertical ? width - BAR : width, height);
    if (view.farthestX() > SLACK) {
      view.room(vertical ? width - BAR : width, height - BAR);
      if (!vertical && view.farthestY() > SLACK) {
        view.room(width - BAR, height - BAR);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    canvas.setWidth(width);
    canvas.setHeight(height);
    fitRoom();
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
    painter.heads(canvas.getGraphicsContext2D(), layout.columns(), view.window(), HEAD);
    placeBars();
  }

  private void placeBars() {
    placing = true;
    place(across, view.x(), view.roomAcross(), view.farthestX());
    place(down, view.y(), view.roomDown(), view.farthestY());
    placing = false;
  }

  private static void place(ScrollBar bar, double at, double room, double farthest) {
    bar.setVisible(farthest > SLACK);
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
    } else if (inPage && !isFocused()) {
      return; // The page below goes on scrolling.
    } else if (view.moveTo(view.x() - event.getDeltaX(), view.y() - event.getDeltaY())) {
      paint();
      event.consume();
    }
  }

  // --- Keyboard

  private void focusMoved() {
    boolean nothing = chosen.get().isEmpty() && hovered.isEmpty();
    if (isFocused() && nothing && !inPage && !layout.nodes().isEmpty()) {
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
        .map(from -> layout.next(from, direction))
        .or(() -> layout.nodes().stream().findFirst())
        .ifPresent(to -> choose(to.id()));
  }
}
