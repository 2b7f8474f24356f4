package portico.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import portico.model.EnvironmentName;

/**
 * What a proof found. Holds no key.
 *
 * @param at when it began
 * @param practice whether AWS was simulated: nothing is proven of a real load balancer then
 * @param dnsName of the load balancer; an empty text without one
 * @param server the preset's id
 * @param idleTimeout of the load balancer
 * @param steps in the order in which they were taken
 */
public record ProofReport(
    EnvironmentName environment,
    Instant at,
    boolean practice,
    String dnsName,
    String server,
    Duration idleTimeout,
    List<ProofStep> steps,
    ProofVerdict verdict,
    Duration total) {
  public ProofReport {
    steps = List.copyOf(steps);
  }
}
