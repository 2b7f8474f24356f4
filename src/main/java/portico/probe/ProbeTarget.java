package portico.probe;

import java.nio.file.Path;
import java.util.Optional;
import portico.model.EnvironmentName;
import portico.proof.ProofEndpoint;

/**
 * What to ask.
 *
 * @param practice whether AWS is simulated
 * @param endpoint a listener, and what is asked there
 * @param authority a certificate in PEM to trust besides the system's, as practice has one
 */
public record ProbeTarget(
    EnvironmentName environment,
    boolean practice,
    ProofEndpoint endpoint,
    Optional<Path> authority) {
  public ProbeTarget {
    int port = endpoint.port();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    String path = endpoint.health().map(ProofEndpoint.Health::path).orElse("/");
    String host = endpoint.host();
    if (!path.startsWith("/") || hasControl(path) || host.isEmpty() || hasControl(host)) {
      throw new IllegalArgumentException("not a request: " + host + path);
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c <= ' ' || c == 127);
  }

  /** The address that is asked, as a client writes it. */
  public String url() {
    return endpoint.url(endpoint.health().map(ProofEndpoint.Health::path).orElse("/"));
  }
}
