package portico.proof;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * One listener as its clients reach it.
 *
 * @param listener its name within the environment
 * @param dnsName of the load balancer
 * @param secure whether clients speak TLS
 * @param port 1 to 65535
 * @param via where to connect instead, for simulated load balancers
 * @param certificateDomain what the listener's certificate is for, such as {@code
 *     models.example.com} or {@code *.example.com}; empty when that is not known
 * @param health how its health is asked; empty where a GET by HTTP/1.1 says nothing, as of gRPC
 * @param key what callers must present; empty without a gate
 * @param named whether the environment has a DNS record that leads from the certificate's domain to
 *     the load balancer
 */
public record ProofEndpoint(
    String listener,
    String dnsName,
    boolean secure,
    int port,
    Optional<InetSocketAddress> via,
    Optional<String> certificateDomain,
    Optional<Health> health,
    Optional<Key> key,
    boolean named) {
  /** Stands for what a wildcard stands for. */
  private static final String ANY_LABEL = "any-name";

  /** Of an environment without a DNS record. */
  public ProofEndpoint(
      String listener,
      String dnsName,
      boolean secure,
      int port,
      Optional<InetSocketAddress> via,
      Optional<String> certificateDomain,
      Optional<Health> health,
      Optional<Key> key) {
    this(listener, dnsName, secure, port, via, certificateDomain, health, key, false);
  }

  /**
   * A health check's path and what it counts as healthy.
   *
   * @param path begins with a slash
   * @param matcher statuses such as {@code 200}, {@code 200,202} or {@code 200-299}
   * @param limit how long it may take
   */
  public record Health(String path, String matcher, Duration limit) {
    /** Whether a status counts as healthy. */
    public boolean accepts(int status) {
      for (String part : matcher.split(",")) {
        String[] ends = part.strip().split("-");
        if (ends.length <= 2
            && ends[0].matches("\\d{1,3}")
            && ends[ends.length - 1].matches("\\d{1,3}")
            && status >= Integer.parseInt(ends[0])
            && status <= Integer.parseInt(ends[ends.length - 1])) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The key of a gate. Never part of a report.
   *
   * @param header the field that carries it
   * @param prefix what stands before the key in it; may be empty
   * @param value the whole value of the field; empty when Portico does not have the key
   * @param closed whether the listener is meant to answer nobody without it
   * @param probePath a path that is not open to callers without the key
   */
  public record Key(
      String header, String prefix, Optional<String> value, boolean closed, String probePath) {
    /** Without the value. */
    @Override
    public String toString() {
      return "Key[header=" + header + ", known=" + value.isPresent() + "]";
    }
  }

  /** Whether it stands in front of servers that speak gRPC alone. */
  public boolean grpc() {
    return health.isEmpty();
  }

  /** The same listener, asked for its health in another way. */
  public ProofEndpoint withHealth(Optional<Health> other) {
    return new ProofEndpoint(
        listener, dnsName, secure, port, via, certificateDomain, other, key, named);
  }

  /** The name that clients ask for: the certificate's if it is one name, else the balancer's. */
  public String host() {
    return certificateDomain.filter(name -> secure && !name.contains("*")).orElse(dnsName);
  }

  /** The Host header; the protocol's own port is left out. */
  public String hostHeader() {
    return host() + portSuffix();
  }

  /**
   * The name that clients have to use so that the certificate fits: of a wildcard, one that it is
   * for; the balancer's own where the certificate is not known.
   */
  public String clientHost() {
    return certificateDomain
        .filter(_ -> secure)
        .map(name -> name.startsWith("*.") ? ANY_LABEL + name.substring(1) : name)
        .orElse(dnsName);
  }

  /** An address at this listener as clients write it; the protocol's own port is left out. */
  public String url(String path) {
    return (secure ? "https://" : "http://") + clientHost() + portSuffix() + path;
  }

  private String portSuffix() {
    return port == (secure ? 443 : 80) ? "" : ":" + port;
  }
}
