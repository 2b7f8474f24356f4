package portico.desktop.widget.map;

/**
 * Where the columns stand. In a narrow room boxes and gaps are a little narrower: that can be read
 * better than smaller letters, and nothing has to be scrolled.
 *
 * @param share of what can be taken from the widths, 0 for none to 1 for all of it
 */
record MapColumns(double share) {
  static final MapColumns FULL = new MapColumns(0);

  /** Room between two columns, for the edges. */
  private static final double GAP = 48;

  private static final double LEAST_GAP = 24;

  /** Between rules and target groups edges have labels, too. */
  private static final double LEAST_LABELLED_GAP = 40;

  /** Coarse enough that dragging a window's edge does not make a new layout for every pixel. */
  private static final double STEPS = 20;

  /** The widest columns that are no wider in all than the room, if they can be; in pixels. */
  static MapColumns within(double room) {
    double full = FULL.width();
    double needed = (full - room) / (full - new MapColumns(1).width());
    return new MapColumns(Math.clamp(Math.ceil(needed * STEPS) / STEPS, 0, 1));
  }

  /** Room at the right of a column. */
  double gapAfter(MapColumn column) {
    double least = column == MapColumn.RULE ? LEAST_LABELLED_GAP : LEAST_GAP;
    return GAP - share * (GAP - least);
  }

  /** Width of a column's boxes. */
  double width(MapColumn column) {
    return column.width() - share * (column.width() - column.least());
  }

  /** Left edge of a column's boxes. */
  double x(MapColumn column) {
    double x = 0;
    for (MapColumn each : MapColumn.values()) {
      if (each == column) {
        return x;
      }
      x += width(each) + gapAfter(each);
    }
    return x;
  }

  /** All columns with the gaps between them. */
  double width() {
    return x(MapColumn.TARGET) + width(MapColumn.TARGET);
  }

  /** A box of a column, its upper edge at that height of the map. */
  MapNode box(
      MapSubject subject, MapColumn column, MapHealth health, HealthCounts counts, double y) {
    return new MapNode(
        subject, column, health, counts, x(column), y, width(column), column.height());
  }
}
