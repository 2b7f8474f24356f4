package portico.probe;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What to ask. Plain HTTP: a TLS listener's certificate never fits the load balancer's own name.
 *
 * @param dnsName sent as the Host header
 * @param port of the listener, 1 to 65535; part of the Host header unless 80
 * @param path with its query, beginning with a slash
 * @param via where to connect instead of {@code dnsName} and {@code port}. Names under {@code
 *     .localhost} mean this machine (RFC 6761), but few resolvers know that, and practice load
 *     balancers listen at a port of their own
 */
public record ProbeTarget(String dnsName, int port, String path, Optional<InetSocketAddress> via) {
  public ProbeTarget {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    if (!path.startsWith("/") || hasControl(path) || dnsName.isEmpty() || hasControl(dnsName)) {
      throw new IllegalArgumentException("not a request: " + dnsName + path);
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c <= ' ' || c == 127);
  }

  String hostHeader() {
    return port == 80 ? dnsName : dnsName + ":" + port;
  }
}
