package portico;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portico.catalog.CloudAccount;
import portico.engine.Home;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.practice.aws.data.DataPlaneSettings;
import portico.probe.CheckIpAddress;
import portico.probe.PublicAddress;
import portico.service.Practice;

/** The simulated AWS of one home folder, started in this process when first asked for. */
final class LocalPractice implements Practice {
  /** Reserved for documentation (RFC 5737): nobody's address. */
  private static final String DOCUMENTATION_ADDRESS = "203.0.113.7";

  /** Refuses every connection, as the address of a load balancer that is not there would. */
  private static final InetSocketAddress NOWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private final Home home;
  private @Nullable SimulatedAws running;

  LocalPractice(Home home) {
    this.home = home;
  }

  /** Where it answers; starts it. */
  URI endpoint() {
    return aws().endpoint();
  }

  private synchronized SimulatedAws aws() {
    if (running == null) {
      running = start(0);
    }
    return running;
  }

  private SimulatedAws start(int port) {
    try {
      return SimulatedAws.start(
          home.practice(),
          SimulationSettings.defaults().withPort(port).withDataPlane(DataPlaneSettings.defaults()));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public Optional<Path> certificateAuthority(CloudAccount account) {
    return account instanceof CloudAccount.Practice
        ? aws().certificateAuthority()
        : Optional.empty();
  }

  @Override
  public Serving serve(int port) {
    return new LocalServing(start(port));
  }

  @Override
  public Optional<InetSocketAddress> dataPlane(
      CloudAccount account, String dnsName, int listenerPort) {
    return account instanceof CloudAccount.Practice
        ? Optional.of(listener(dnsName, listenerPort))
        : Optional.empty();
  }

  private InetSocketAddress listener(String dnsName, int port) {
    try {
      return aws().listener(dnsName, port).orElse(NOWHERE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public PublicAddress publicAddress(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice practice -> () -> Optional.of(DOCUMENTATION_ADDRESS);
      case CloudAccount.Profile profile -> new CheckIpAddress();
      case CloudAccount.Endpoint endpoint -> () -> Optional.of(DOCUMENTATION_ADDRESS);
    };
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
