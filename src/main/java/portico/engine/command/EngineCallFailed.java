package portico.engine.command;

import com.pulumi.automation.AutomationException;

/** The CLI ended with an exit code other than zero. */
public final class EngineCallFailed extends AutomationException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String out;
  private final String err;

  EngineCallFailed(int exitCode, String out, String err) {
    super("exit code " + exitCode);
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  public int exitCode() {
    return exitCode;
  }

  /** What it printed to standard output; errors of {@code up} stand there. */
  public String out() {
    return out;
  }

  public String err() {
    return err;
  }
}
