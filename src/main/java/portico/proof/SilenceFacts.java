package portico.proof;

import java.time.Duration;

/**
 * How nothing was said.
 *
 * @param wanted for how long
 * @param way by which means
 * @param idleTimeout of the load balancer
 */
public record SilenceFacts(Duration wanted, Way way, Duration idleTimeout) {

  /** How a silence was made. */
  public enum Way {
    /**
     * A request in work, whose answer stays silent: only practice's built-in server can be asked
     * so.
     */
    REQUEST,
    /**
     * A connection that was used and is kept open, and used again after: what the load balancer
     * does with silent answers is then known by its one idle timeout only.
     */
    CONNECTION
  }
}
