package portico.service;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.probe.PublicAddress;

/** What differs between practice and real accounts for those who ask endpoints. */
public interface Practice extends AutoCloseable {
  /**
   * Where a listener of a load balancer of the account is reached: for practice the simulated AWS's
   * data plane on this machine, started by the first call; empty for all others.
   */
  Optional<InetSocketAddress> dataPlane(CloudAccount account, String dnsName, int listenerPort);

  /**
   * What the certificates of the account's HTTPS listeners are issued under, in PEM, where the
   * system does not trust it by itself: for practice a file that is there once a load balancer is;
   * empty for all others.
   */
  Optional<Path> certificateAuthority(CloudAccount account);

  /**
   * Runs the simulated AWS with its load balancers at a port of this machine, for any AWS client.
   *
   * @param port 0 means any free one
   * @throws java.io.UncheckedIOException when the port cannot be had
   */
  Serving serve(int port);

  /** The simulated AWS while it is served; closing it ends that. */
  interface Serving extends AutoCloseable {
    /** Where AWS clients send their requests. */
    URI endpoint();

    /**
     * What the certificates of HTTPS listeners are issued under, in PEM; the file is there once a
     * load balancer is.
     */
    Path certificateAuthority();

    /** The listeners that take requests now, by load balancer and port. */
    List<ServedListener> listeners();

    @Override
    void close();
  }

  /**
   * A listener of a simulated load balancer.
   *
   * @param port the listener's port in the simulated AWS
   * @param address where it is reached on this machine, such as {@code http://127.0.0.1:8080}
   */
  record ServedListener(String loadBalancer, String dnsName, int port, URI address) {}

  /** How "my address" is found for the account; a documentation address in practice. */
  PublicAddress publicAddress(CloudAccount account);

  @Override
  void close();
}
