package portico.practice.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import portico.practice.aws.data.DataPlane;
import portico.practice.aws.state.Seed;
import portico.practice.aws.state.StateStore;

/**
 * A simulated AWS account that answers on the loopback address. Any AWS client can use it by an
 * endpoint override; any access key is good, and signatures are not checked.
 *
 * <p>The account lives in a folder. Several processes may each run a simulated AWS over the same
 * folder at the same time: they see one account, and one that is killed leaves it whole.
 *
 * <p>It also runs its load balancers if it is to: each listener is a server on a loopback port of
 * its own, see {@link DataPlane}. To the API a host that is neither loopback nor below {@code
 * .localhost} is refused, so that no web page can reach the account through a name of its own.
 */
public final class SimulatedAws implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService requests;
  private final CountDownLatch closing;
  private final StateStore store;
  private final Optional<DataPlane> data;

  private SimulatedAws(
      HttpServer server,
      ExecutorService requests,
      CountDownLatch closing,
      StateStore store,
      Optional<DataPlane> data) {
    this.server = server;
    this.requests = requests;
    this.closing = closing;
    this.store = store;
    this.data = data;
  }

  /**
   * Starts over the account kept in a folder, which is made (for its owner only) if it is missing.
   *
   * @throws IOException when the folder cannot be made or the port is not free
   */
  public static SimulatedAws start(Path stateDirectory, SimulationSettings settings)
      throws IOException {
    StateStore.createFolder(stateDirectory);
    Instant started = settings.clock().instant();
    StateStore store = new StateStore(stateDirectory, () -> Seed.account(started));
    CountDownLatch closing = new CountDownLatch(1);
    ControlPlane control =
        new ControlPlane(store, settings, closing, DataPlane.observations(stateDirectory));
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    // Without this the server waits up to 40 ms before it sends the rest of a longer answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 128);
    ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(requests);
    server.createContext("/", new Gateway(control));
    server.start();
    Optional<DataPlane> data =
        settings
            .dataPlane()
            .map(how -> new DataPlane(stateDirectory, store, settings.clock(), how));
    data.ifPresent(DataPlane::start);
    return new SimulatedAws(server, requests, closing, store, data);
  }

  /** Where to send requests to: {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Where a listener is reached on this machine, by its load balancer's DNS name and its port; see
   * {@link DataPlane#port}. Empty if there is no such listener, or no data plane.
   *
   * @throws IOException when the state cannot be read
   */
  public Optional<InetSocketAddress> listener(String dnsName, int port) throws IOException {
    if (data.isEmpty()) {
      return Optional.empty();
    }
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return data.get().port(dnsName, port).map(each -> new InetSocketAddress(loopback, each));
  }

  /** All listeners that are reached now, whichever process runs the data plane. */
  public List<DataPlane.Reach> listeners() {
    return data.map(DataPlane::reached).orElse(List.of());
  }

  /**
   * The certificate that clients of HTTPS listeners can trust, in PEM. It is made when the data
   * plane first runs; empty without data plane.
   */
  public Optional<Path> certificateAuthority() {
    return data.map(DataPlane::authority);
  }

  /** Stops; requests that hang are cut off. Returns at once if it is closed already. */
  @Override
  public void close() {
    closing.countDown();
    data.ifPresent(DataPlane::close);
    server.stop(0);
    requests.shutdownNow();
    try {
      store.close();
    } catch (IOException stillInUse) {
      // The lock goes with the process, and nothing else is left open.
    }
  }
}
