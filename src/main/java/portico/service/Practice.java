package portico.service;

import java.net.InetSocketAddress;
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

  /** How "my address" is found for the account; a documentation address in practice. */
  PublicAddress publicAddress(CloudAccount account);

  @Override
  void close();
}
