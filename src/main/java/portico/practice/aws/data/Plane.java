package portico.practice.aws.data;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import portico.practice.aws.state.Action;

/**
 * Listens, checks health and forwards. Everything here runs on one event loop, so nothing is shared
 * between threads but the {@link Board} that it writes what it found to.
 */
final class Plane {
  private static final long SWEEP_MILLIS = 250;

  private final Vertx vertx;
  private final DataPlaneSettings settings;
  private final Authority authority;
  private final Board board;
  private final Connector connector;
  private final Choosing choosing;
  private final RequestHeads heads;
  private final CheckRounds rounds;
  private final long sweeper;
  private final FunctionEcho functions = new FunctionEcho();
  private final Map<String, ListenerServer> servers = new HashMap<>();
  private final Map<String, Seat> seats = new HashMap<>();
  private Snapshot now = Snapshot.EMPTY;
  private Map<String, Integer> ports = Map.of();

  /**
   * A plane that serves nothing yet.
   *
   * @param builtIn the port of the built-in server
   */
  Plane(
      Vertx vertx,
      Clock clock,
      DataPlaneSettings settings,
      Authority authority,
      Board board,
      int builtIn) {
    this.vertx = vertx;
    this.settings = settings;
    this.authority = authority;
    this.board = board;
    this.connector = new Connector(vertx, settings.connectLimit(), this::ownPorts, builtIn);
    RandomGenerator random = RandomGenerator.getDefault();
    this.choosing = new Choosing(clock, random, settings.second(), this::seat);
    this.heads = new RequestHeads(settings.clientAddress(), random);
    this.rounds = new CheckRounds(vertx, new Checks(vertx, connector, settings.second()), settings);
    this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
  }

  private Set<Integer> ownPorts() {
    return new HashSet<>(ports.values());
  }

  private Seat seat(Member member) {
    return seats.computeIfAbsent(member.key(), _ -> new Seat(System::nanoTime));
  }

  private void sweep() {
    servers.forEach(
        (arn, server) ->
            Optional.ofNullable(now.fronts().get(arn))
                .ifPresent(front -> server.connections().sweep(front.idleMillis())));
  }

  /** Goes by another snapshot from now on, with these ports by the listeners' ARNs. */
  void update(Snapshot next, Map<String, Integer> nextPorts) {
    now = next;
    ports = nextPorts;
    Map.copyOf(servers)
        .forEach(
            (arn, server) -> {
              Optional<ListenerServer.Shape> wanted =
                  Optional.ofNullable(next.fronts().get(arn)).filter(Front::open).map(this::shape);
              if (!wanted.equals(Optional.of(server.shape()))) {
                servers.remove(arn);
                board.closed(arn);
                server.close().onComplete(_ -> open(arn));
              }
            });
    next.fronts().keySet().forEach(this::open);
    updateSeats();
    board.health(rounds.report(next.pools(), this::seat));
  }

  private ListenerServer.Shape shape(Front front) {
    return ListenerServer.Shape.of(front, ports.getOrDefault(front.arn(), 0));
  }

  private void open(String arn) {
    Front front = now.fronts().get(arn);
    boolean wanted = front != null && front.open() && ports.containsKey(arn);
    if (front == null || !wanted || servers.containsKey(arn)) {
      return;
    }
    try {
      ListenerServer server =
          new ListenerServer(
              vertx,
              shape(front),
              settings.second(),
              authority,
              (by, request) -> handle(arn, by, request));
      servers.put(arn, server);
      server
          .listen()
          .onSuccess(_ -> board.opened(arn, server.shape().port()))
          .onFailure(
              _ -> {
                servers.remove(arn, server);
                board.refused(arn);
              });
    } catch (IOException noCertificate) {
      board.closed(arn);
    }
  }

  private void updateSeats() {
    Set<String> present = new HashSet<>();
    for (Pool pool : now.pools().values()) {
      for (Member member : pool.members()) {
        present.add(member.key());
        rounds.follow(pool, member, seat(member), () -> changed());
      }
    }
    Map<String, Seat> gone = new HashMap<>(seats);
    gone.keySet().removeAll(present);
    seats.keySet().retainAll(present);
    for (Seat seat : gone.values()) {
      rounds.stop(seat);
      seat.breakOff();
    }
  }

  /** Listens and checks no more, and breaks off what is under way. */
  Future<?> stop() {
    for (Seat seat : seats.values()) {
      rounds.stop(seat);
      seat.breakOff();
    }
    seats.clear();
    now = Snapshot.EMPTY;
    vertx.cancelTimer(sweeper);
    List<Future<Void>> ends = new ArrayList<>();
    servers.values().forEach(server -> ends.add(server.close()));
    servers.clear();
    return Future.join(ends).eventually(connector::close);
  }

  private void changed() {
    board.health(rounds.report(now.pools(), this::seat));
  }

  private void handle(String arn, ListenerServer server, HttpServerRequest request) {
    Front front = now.fronts().get(arn);
    if (front == null) {
      request.connection().close();
      return;
    }
    HttpServerResponse response = request.response();
    boolean last = server.connections().begin(request.connection(), front);
    if (last && request.version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close");
    }
    Runnable ended = () -> server.connections().end(request.connection());
    Facts facts = heads.facts(request);
    Action action = Matching.action(front, facts);
    if (action.groups().isEmpty()) {
      request.resume();
      answer(front, action, facts, response);
      ended.run();
    } else {
      forward(front, action, facts, request, ended);
    }
  }

  private void answer(Front front, Action action, Facts facts, HttpServerResponse response) {
    action.fixedResponse().ifPresent(fixed -> Pages.send(front, response, fixed));
    action
        .redirect()
        .ifPresent(
            redirect -> {
              response.putHeader(
                  "Location", Redirects.location(redirect, front, facts, localPort(front)));
              Pages.send(front, response, Redirects.status(redirect));
            });
  }

  private IntFunction<Optional<Integer>> localPort(Front front) {
    return port -> front.sibling(port).flatMap(each -> Optional.ofNullable(ports.get(each.arn())));
  }

  private void forward(
      Front front, Action action, Facts facts, HttpServerRequest request, Runnable ended) {
    List<String> cookies = facts.headers().getOrDefault("cookie", List.of());
    Optional<Choosing.Choice> choice =
        choosing
            .group(action, front.arn() + action.groups(), now.pools(), cookies)
            .flatMap(group -> choosing.target(group, cookies));
    if (choice.isEmpty()) {
      request.resume();
      Pages.send(front, request.response(), 503);
      ended.run();
    } else if (choice.get().pool().functions()) {
      invoke(front, choice.get().pool(), facts, request, ended);
    } else {
      boolean upgrade =
          request.version() == HttpVersion.HTTP_1_1 && RequestHeads.upgrades(request.headers());
      Exchange.Route route =
          new Exchange.Route(
              front,
              choice.get(),
              seat(choice.get().member()),
              connector,
              settings.connectLimit().toMillis(),
              heads.forTarget(request, front, facts, upgrade),
              upgrade,
              ended);
      new Exchange(vertx, route, request).start();
    }
  }

  private void invoke(
      Front front, Pool pool, Facts facts, HttpServerRequest request, Runnable ended) {
    String length = Optional.ofNullable(request.getHeader("Content-Length")).orElse("0");
    if (length.length() > 9 || Integer.parseInt(length) > FunctionEcho.LARGEST) {
      request.resume();
      Pages.send(front, request.response(), 413);
      ended.run();
      return;
    }
    request
        .body()
        .onComplete(_ -> ended.run())
        .onSuccess(
            body -> {
              if (body.length() > FunctionEcho.LARGEST) {
                Pages.send(front, request.response(), 413);
              } else {
                String event = functions.event(pool, request, facts, body);
                functions.send(front, request.response(), functions.invoke(event));
              }
            });
  }
}
