package portico.desktop.widget.map;

/** Which part of a map is in view, and how large. Pixels of the room, unless it says otherwise. */
final class MapView {
  private static final double SMALLEST = 0.08;
  private static final double LARGEST = 2;

  /** Below this, words cannot be read; a map that would need it is scrolled instead. */
  private static final double READABLE = 0.68;

  /** Columns become narrower before letters become smaller than this. */
  private static final double COMFORTABLE = 0.8;

  private final double head;
  private final double margin;
  private double contentWidth;
  private double contentHeight;
  private double roomWidth;
  private double roomHeight;
  private double zoom = 1;
  private double x;
  private double y;

  /** Whether the user has chosen the zoom; until then it follows room and content. */
  private boolean chosen;

  /**
   * @param head height of the headings above the map
   * @param margin around the map
   */
  MapView(double head, double margin) {
    this.head = head;
    this.margin = margin;
  }

  /** The map's own size at zoom 1. */
  void content(double width, double height) {
    contentWidth = width;
    contentHeight = height;
    follow();
  }

  void room(double width, double height) {
    roomWidth = width;
    roomHeight = height;
    follow();
  }

  private void follow() {
    if (!chosen) {
      zoom = usualZoom(contentWidth, roomAcross());
    }
    moveTo(x, y);
  }

  private double usualZoom(double content, double room) {
    return Math.clamp((room - 2 * margin) / Math.max(1, content), READABLE, 1);
  }

  /** The columns that suit a room of that width. */
  MapColumns columns(double room) {
    return MapColumns.within((room - 2 * margin) / COMFORTABLE);
  }

  /** How high a room of that width has to be for the whole height of the map. */
  double wantedHeight(double room) {
    double shown = chosen ? zoom : usualZoom(columns(room).width(), room);
    return head + contentHeight * shown + 2 * margin;
  }

  private double wholeZoom() {
    return Math.min(widthZoom(), (roomDown() - 2 * margin) / Math.max(1, contentHeight));
  }

  private double widthZoom() {
    return (roomAcross() - 2 * margin) / Math.max(1, contentWidth);
  }

  /** Shows the whole map. */
  void fit() {
    chosen = true;
    zoom = Math.clamp(wholeZoom(), SMALLEST, 1);
    moveTo(0, 0);
  }

  /** Larger or smaller, the middle kept where it is. */
  void zoomBy(double factor) {
    chosen = true;
    double before = zoom;
    zoom = Math.clamp(zoom * factor, SMALLEST, LARGEST);
    double grown = zoom / before;
    moveTo(
        (x + roomAcross() / 2) * grown - roomAcross() / 2,
        (y + roomDown() / 2) * grown - roomDown() / 2);
  }

  /**
   * Scrolls, not beyond the ends.
   *
   * @return whether anything moved
   */
  boolean moveTo(double newX, double newY) {
    double oldX = x;
    double oldY = y;
    x = Math.clamp(newX, 0, Math.max(0, farthestX()));
    y = Math.clamp(newY, 0, Math.max(0, farthestY()));
    return x != oldX || y != oldY;
  }

  /** Scrolls as little as brings a box into view. */
  void reveal(MapNode node) {
    double left = node.x() * zoom;
    double right = node.right() * zoom + 2 * margin;
    double top = node.y() * zoom;
    double bottom = (node.y() + node.height()) * zoom + 2 * margin;
    moveTo(
        Math.min(left, Math.max(x, right - roomAcross())),
        Math.min(top, Math.max(y, bottom - roomDown())));
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double farthestX() {
    return contentWidth * zoom + 2 * margin - roomAcross();
  }

  double farthestY() {
    return contentHeight * zoom + 2 * margin - roomDown();
  }

  double roomAcross() {
    return Math.max(1, roomWidth);
  }

  double roomDown() {
    return Math.max(1, roomHeight - head);
  }

  double toMapX(double pixel) {
    return window().x() + pixel / zoom;
  }

  double toMapY(double pixel) {
    return window().y() + pixel / zoom;
  }

  /** In pixels of the map; a map smaller than the room stands in the middle of it. */
  MapPainter.Window window() {
    double left = farthestX() < 0 ? farthestX() / 2 : x;
    double top = farthestY() < 0 ? farthestY() / 2 : y;
    // Not too far down: a small map looks lost in the middle of a high room.
    double shift = Math.max(top, -2 * margin);
    return new MapPainter.Window(
        (left - margin) / zoom,
        (shift - margin - head) / zoom,
        (roomAcross() + 20) / zoom,
        (roomHeight + 20) / zoom,
        zoom);
  }
}
