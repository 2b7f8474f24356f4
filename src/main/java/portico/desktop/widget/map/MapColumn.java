package portico.desktop.widget.map;

/** The columns from left to right. */
public enum MapColumn {
  BALANCER(140, 56),
  LISTENER(128, 56),
  RULE(184, 56),
  GROUP(160, 56),
  TARGET(184, 46);

  /** Room between two columns, for the edges and their labels. */
  static final double GAP = 48;

  private final double width;
  private final double height;

  MapColumn(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Width of its nodes in pixels. */
  double width() {
    return width;
  }

  /** Height of its nodes in pixels. */
  double height() {
    return height;
  }

  /** Left edge of its nodes. */
  double x() {
    double x = 0;
    for (MapColumn each : values()) {
      if (each == this) {
        return x;
      }
      x += each.width + GAP;
    }
    return x;
  }
}
