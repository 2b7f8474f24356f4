package portico.desktop.wizard.serve;

/** Whether bytes come before an answer is complete. */
public enum Streams {
  YES,
  NO;

  static Streams of(boolean streams) {
    return streams ? YES : NO;
  }
}
