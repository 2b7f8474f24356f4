package portico.probe;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** What each step of a probe found. */
public record ProbeResult(
    ProbeTarget target,
    StepResult<Resolved> dns,
    StepResult<Connected> tcp,
    StepResult<Answered> http) {

  /**
   * Addresses of the name, in the resolver's order; none when the target says where to connect.
   *
   * @param addresses as text
   */
  public record Resolved(List<String> addresses) {
    public Resolved {
      addresses = List.copyOf(addresses);
    }
  }

  /** The address that accepted the connection. */
  public record Connected(InetSocketAddress address) {}

  /**
   * The head of the answer.
   *
   * @param status 100 to 599
   * @param server the Server header: {@code awselb/2.0} for answers that the load balancer made
   *     itself
   */
  public record Answered(int status, Optional<String> server) {}

  /** What the steps come to. */
  public enum Verdict {
    /**
     * The service behind the load balancer answered: 2xx or 3xx, or any 4xx. A 401, 403, 404 or 405
     * proves that a server took the request and made up its mind; whether this path and these
     * rights were meant is not what a probe can tell, so the status is shown beside the verdict.
     */
    SERVES,
    /**
     * The load balancer itself said 503: no healthy or no registered target (ELB guide, "HTTP
     * 503").
     */
    ANSWERS_WITHOUT_TARGETS,
    /**
     * A 5xx of the service, or of the load balancer about it (502, 504), or a status out of range.
     */
    ERROR_STATUS,
    /** The name resolves, but nothing answered with HTTP in time. */
    NO_ANSWER,
    /** The name does not resolve, which lasts a minute or two for a new load balancer. */
    NO_DNS
  }

  public Verdict verdict() {
    return switch (http) {
      case StepResult.Ok<Answered>(Answered answer, var took) -> verdict(answer);
      case StepResult.Failed<Answered> failed -> Verdict.NO_ANSWER;
      case StepResult.Skipped<Answered> skipped ->
          dns instanceof StepResult.Failed<Resolved> ? Verdict.NO_DNS : Verdict.NO_ANSWER;
    };
  }

  private static Verdict verdict(Answered answer) {
    if (answer.status() == 503 && answer.server().orElse("").startsWith("awselb")) {
      return Verdict.ANSWERS_WITHOUT_TARGETS;
    }
    return answer.status() >= 200 && answer.status() < 500 ? Verdict.SERVES : Verdict.ERROR_STATUS;
  }
}
