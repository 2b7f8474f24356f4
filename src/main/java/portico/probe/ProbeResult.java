package portico.probe;

import java.time.Duration;
import java.util.List;

/**
 * How far one request came.
 *
 * @param steps DNS, connect and HTTP in this order, up to the first that failed
 */
public record ProbeResult(ProbeTarget target, Verdict verdict, List<Step> steps, Duration total) {
  public ProbeResult {
    steps = List.copyOf(steps);
  }

  /** What it means for the user's service. */
  public enum Verdict {
    /** The service answered: any status below 500. */
    SERVES,
    /** The load balancer answered 503 itself: no target is registered or none is healthy. */
    NO_TARGETS,
    /** The load balancer or the service answered with an error, 500 or above. */
    ERROR_STATUS,
    /** The name resolves, but nothing answered in time: often the security group. */
    NO_ANSWER,
    /** The name does not resolve; a new name takes a minute or two. */
    NO_DNS
  }

  /** One step, done or failed, and how long it took. */
  public sealed interface Step {
    Duration took();

    record Resolved(List<String> addresses, Duration took) implements Step {
      public Resolved {
        addresses = List.copyOf(addresses);
      }
    }

    record Connected(String address, Duration took) implements Step {}

    /** {@code server} is the Server header, or an empty text. */
    record Answered(int status, String server, Duration took) implements Step {}

    /** {@code stage} is DNS, CONNECT or HTTP. */
    record Failed(Stage stage, String detail, Duration took) implements Step {}
  }

  /** Where it failed. */
  public enum Stage {
    DNS,
    CONNECT,
    HTTP
  }
}
