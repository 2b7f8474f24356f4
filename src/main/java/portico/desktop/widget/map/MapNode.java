package portico.desktop.widget.map;

/**
 * A box of the map.
 *
 * @param counts of the targets behind it, each target once
 * @param x of its left edge, in pixels at zoom 1, from the map's left
 * @param y of its upper edge, from the map's top
 */
public record MapNode(
    MapSubject subject,
    MapColumn column,
    MapHealth health,
    HealthCounts counts,
    double x,
    double y,
    double width,
    double height) {
  public String id() {
    return subject.id();
  }

  double centerY() {
    return y + height / 2;
  }

  double right() {
    return x + width;
  }

  boolean contains(double pointX, double pointY) {
    return x <= pointX && pointX <= x + width && y <= pointY && pointY <= y + height;
  }
}
