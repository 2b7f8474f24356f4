package portico.engine.command;

import com.pulumi.automation.AutomationException;
import java.time.Duration;

/** The CLI did not end a short call within its limit, and was ended. */
public final class EngineSilent extends AutomationException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  EngineSilent(Duration limit) {
    super("no end within " + limit.toSeconds() + " s");
    this.limit = limit;
  }

  public Duration limit() {
    return limit;
  }
}
