package portico.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentName;

/**
 * What is to be proven of one environment.
 *
 * @param practice whether AWS is simulated
 * @param dnsName of the load balancer
 * @param server a preset's id, such as {@code vllm}
 * @param endpoints the listeners that forward
 * @param stream what is asked for a streamed answer
 * @param silence how long nothing shall be said; empty to leave that out
 * @param idleTimeout of the load balancer
 * @param authority a certificate in PEM to trust besides the system's, as practice has one
 */
public record ProofRequest(
    EnvironmentName environment,
    boolean practice,
    String dnsName,
    String server,
    List<ProofEndpoint> endpoints,
    Streaming stream,
    Optional<Duration> silence,
    Duration idleTimeout,
    Optional<Path> authority) {
  public ProofRequest {
    endpoints = List.copyOf(endpoints);
  }
}
