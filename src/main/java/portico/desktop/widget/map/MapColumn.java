package portico.desktop.widget.map;

/** The columns from left to right. */
public enum MapColumn {
  BALANCER(140, 120, 56),
  LISTENER(128, 120, 56),
  RULE(184, 160, 56),
  GROUP(160, 140, 56),
  TARGET(184, 168, 46);

  private final double width;
  private final double least;
  private final double height;

  MapColumn(double width, double least, double height) {
    this.width = width;
    this.least = least;
    this.height = height;
  }

  /** Width of its nodes in pixels, where there is room enough. */
  double width() {
    return width;
  }

  /** Width of its nodes in pixels, where there is little room. */
  double least() {
    return least;
  }

  /** Height of its nodes in pixels. */
  double height() {
    return height;
  }
}
