package portico.desktop.widget;

/** Where a number of seconds stands on a logarithmic scale from a second to a day. */
final class LadderScale {
  private static final double DAY = 86_400;

  private LadderScale() {}

  /** From 0 for nothing or a second to 1 for a day or more. */
  static double fraction(int seconds) {
    return Math.clamp(Math.log(Math.max(seconds, 1) * 1.4) / Math.log(DAY * 1.4), 0.02, 1);
  }
}
