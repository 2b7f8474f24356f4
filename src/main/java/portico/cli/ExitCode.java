package portico.cli;

/** What a run tells its caller. */
final class ExitCode {
  /** What was asked for is done. */
  static final int DONE = 0;

  /** It could not be done. */
  static final int FAILED = 1;

  /** The command or its input is wrong; nothing was contacted or changed. */
  static final int USAGE = 2;

  /** Stopped on request: what a shell reports for Ctrl+C. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
