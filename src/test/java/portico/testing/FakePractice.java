package portico.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import portico.catalog.CloudAccount;
import portico.probe.PublicAddress;
import portico.service.Practice;

/** A data plane for practice accounts, and one public address for all. */
public final class FakePractice implements Practice {
  public final InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", 18080);
  public Optional<String> publicAddress = Optional.of("203.0.113.7");
  public boolean closed;

  /** Why nothing can be served. */
  public Optional<IOException> refusal = Optional.empty();

  /** What is served, and what happens when someone looks. */
  public final List<ServedListener> listeners = new CopyOnWriteArrayList<>();

  public Runnable onListeners = () -> {};
  public volatile boolean serving = true;

  @Override
  public Optional<InetSocketAddress> dataPlane(
      CloudAccount account, String dnsName, int listenerPort) {
    return account instanceof CloudAccount.Practice ? Optional.of(address) : Optional.empty();
  }

  @Override
  public Optional<Path> certificateAuthority(CloudAccount account) {
    return account instanceof CloudAccount.Practice
        ? Optional.of(Path.of("practice", "ca.pem"))
        : Optional.empty();
  }

  /** Fails if there is to be no port; else at {@code http://127.0.0.1:PORT}. */
  @Override
  public Serving serve(int port) {
    refusal.ifPresent(
        why -> {
          throw new UncheckedIOException(why);
        });
    return new Serving() {
      @Override
      public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
      }

      @Override
      public Path certificateAuthority() {
        return Path.of("practice", "ca.pem");
      }

      @Override
      public List<ServedListener> listeners() {
        onListeners.run();
        return List.copyOf(listeners);
      }

      @Override
      public void close() {
        serving = false;
      }
    };
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
