package portico.practice.aws.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.StateStore;

/**
 * The data plane of the account in a folder. Of all processes over the folder one runs it, and when
 * that one ends another takes over, with the same ports where they are still free; all know where
 * listeners are reached and how targets are. Changes of the account, whoever makes them, take
 * effect within a few polls.
 */
public final class DataPlane implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DataPlane.class.getName());
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Path folder;
  private final StateStore store;
  private final Clock clock;
  private final DataPlaneSettings settings;
  private final SharedJson<Published> published;
  private final FoundHealth health;
  private final Lead lead;
  private final long patient;
  private final Thread watcher;
  private volatile boolean asked;
  private volatile boolean closed;
  private Optional<Leading> leading = Optional.empty();

  /** Of the account in a folder, as its store tells it. Not started yet. */
  public DataPlane(Path folder, StateStore store, Clock clock, DataPlaneSettings settings) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.published = new SharedJson<>(folder.resolve("data-plane.json"), Published.class);
    this.health = new FoundHealth(folder);
    this.lead = new Lead(folder);
    this.patient = System.nanoTime() + settings.patience().toNanos();
    this.watcher = Thread.ofPlatform().daemon().name("practice-data-plane").unstarted(this::watch);
  }

  /** What health checks have found in the account in a folder, whichever process checks. */
  public static Observations observations(Path folder) {
    return new FoundHealth(folder);
  }

  /** Runs the data plane from now on, unless another process does. */
  public void start() {
    watcher.start();
  }

  /** Where a listener is reached on this machine. */
  public record Reach(String balancer, String dnsName, String protocol, int port, int localPort) {}

  /** All listeners that are reached now, by load balancer and port. */
  public List<Reach> reached() {
    return published
        .read()
        .filter(Published::alive)
        .map(all -> all.listeners().values().stream())
        .orElseGet(Stream::empty)
        .filter(Published.Place::open)
        .map(
            each ->
                new Reach(
                    each.balancer(),
                    each.dnsName(),
                    each.protocol(),
                    each.port(),
                    each.localPort()))
        .sorted(Comparator.comparing(Reach::balancer).thenComparingInt(Reach::port))
        .toList();
  }

  /**
   * The port of this machine that stands for a listener, by the DNS name of its load balancer and
   * its port. Has the data plane run if none does, and waits up to 5 s for the listener to be
   * reached, unless it cannot be yet: its load balancer is still being made, or its security groups
   * admit nobody. Empty if there is no such listener.
   *
   * @throws IOException when the state cannot be read
   */
  public Optional<Integer> port(String dnsName, int listenerPort) throws IOException {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      Optional<Front> front = snapshot().front(dnsName, listenerPort);
      Optional<Published.Place> place =
          published
              .read()
              .filter(Published::alive)
              .flatMap(all -> all.place(dnsName, listenerPort));
      boolean good =
          place.isPresent() && front.map(f -> f.open() == place.get().open()).orElse(false);
      if (front.isEmpty() || good || closed || System.nanoTime() > deadline) {
        return front.flatMap(_ -> place).map(Published.Place::localPort);
      }
      asked = true;
      LockSupport.unpark(watcher);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** The certificate, in PEM, that the certificates of HTTPS listeners are issued under. */
  public Path authority() {
    return folder.resolve(Authority.FILE);
  }

  private Snapshot snapshot() throws IOException {
    Account account = store.transact(state -> new StateStore.Change<>(state, state));
    return Snapshot.of(account, clock.instant());
  }

  private void watch() {
    while (!closed) {
      try {
        step();
      } catch (IOException | RuntimeException failed) {
        LOG.log(System.Logger.Level.DEBUG, "the data plane stumbled", failed);
      }
      if (!closed) {
        LockSupport.parkNanos(settings.poll().toNanos());
      }
    }
    end();
  }

  private void step() throws IOException {
    boolean due = asked || System.nanoTime() - patient > 0;
    if (!lead.held() && due && !ledHere() && lead.take()) {
      Map<String, Integer> before = new HashMap<>();
      published
          .read()
          .ifPresent(
              all -> all.listeners().forEach((arn, place) -> before.put(arn, place.localPort())));
      leading = Optional.of(new Leading(new Ports(before)));
    }
    if (leading.isPresent()) {
      leading.get().tick();
    }
  }

  /** Whether another data plane in this very process leads: its lock file must not be touched. */
  private boolean ledHere() {
    return published.read().flatMap(Published::by).filter(ProcessMark.own()::equals).isPresent();
  }

  private void end() {
    try {
      if (leading.isPresent()) {
        leading.get().end();
      }
      lead.close();
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.DEBUG, "the data plane did not end well", failed);
    }
  }

  /** Stops; if this process ran the data plane, another may from now on. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
    try {
      watcher.join(LONGEST_WAIT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there is to do for the process that leads. For the watching thread alone. */
  private final class Leading {
    private final Ports ports;
    private final Board board = new Board();
    private Optional<PlaneRun> run = Optional.empty();
    private Optional<FileStamp> stamp = Optional.empty();
    private Snapshot snapshot = Snapshot.EMPTY;
    private Map<String, Integer> assigned = Map.of();
    private Published told = new Published(Optional.empty(), Map.of());
    private Optional<Map<String, Map<String, Observations.Observed>>> healthTold = Optional.empty();

    Leading(Ports ports) {
      this.ports = ports;
    }

    void tick() throws IOException {
      Optional<FileStamp> now = FileStamp.of(store.file());
      Instant time = clock.instant();
      boolean later = snapshot.changesAt().filter(each -> !time.isBefore(each)).isPresent();
      boolean refused = false;
      for (String arn : board.takeRefused()) {
        ports.giveUp(arn);
        refused = true;
      }
      if (now.isEmpty() || !now.equals(stamp) || later || refused) {
        stamp = now;
        snapshot = snapshot();
        assigned = ports.assign(snapshot);
        if (run.isEmpty() && !snapshot.fronts().isEmpty()) {
          run = Optional.of(PlaneRun.start(clock, settings, Authority.open(folder), board));
        }
        run.ifPresent(each -> each.update(snapshot, assigned));
      }
      tell(Optional.of(ProcessMark.own()));
    }

    private void tell(Optional<ProcessMark> by) throws IOException {
      Map<String, Integer> open = board.open();
      Map<String, Published.Place> places = new HashMap<>();
      assigned.forEach(
          (arn, port) ->
              Optional.ofNullable(snapshot.fronts().get(arn))
                  .ifPresent(
                      front ->
                          places.put(
                              arn, place(front, port, by.isPresent() && open.containsKey(arn)))));
      Published next = new Published(by, places);
      if (!next.equals(told)) {
        published.write(next);
        told = next;
      }
      Map<String, Map<String, Observations.Observed>> found = board.health();
      if (by.isPresent() && !healthTold.equals(Optional.of(found))) {
        health.write(found);
        healthTold = Optional.of(found);
      }
    }

    private Published.Place place(Front front, int localPort, boolean open) {
      return new Published.Place(
          front.balancer().name(),
          front.balancer().dnsName(),
          front.listener().protocol(),
          front.listener().port(),
          localPort,
          open);
    }

    void end() throws IOException {
      health.delete();
      tell(Optional.empty());
      if (run.isPresent()) {
        run.get().close();
      }
    }
  }
}
