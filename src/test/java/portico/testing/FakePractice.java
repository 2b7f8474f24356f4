package portico.testing;

import java.net.InetSocketAddress;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.probe.PublicAddress;
import portico.service.Practice;

/** A data plane for practice accounts, and one public address for all. */
public final class FakePractice implements Practice {
  public final InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", 18080);
  public Optional<String> publicAddress = Optional.of("203.0.113.7");
  public boolean closed;

  @Override
  public Optional<InetSocketAddress> dataPlane(
      CloudAccount account, String dnsName, int listenerPort) {
    return account instanceof CloudAccount.Practice ? Optional.of(address) : Optional.empty();
  }

  @Override
  public PublicAddress publicAddress(CloudAccount account) {
    return () -> publicAddress;
  }

  @Override
  public void close() {
    closed = true;
  }
}
