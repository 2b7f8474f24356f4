package portico.practice.aws.data;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request on its way to a target and its answer on the way back, both as they come. It ends
 * with 504, or by a closed connection if the answer has begun, when no byte comes for the load
 * balancer's idle timeout.
 */
final class Exchange implements Seat.InFlight {
  private final Vertx vertx;
  private final Route route;
  private final HttpServerRequest in;
  private final HttpServerResponse out;
  private Optional<HttpClientRequest> sent = Optional.empty();
  private long lastByte = System.nanoTime();
  private long timer;
  private boolean over;

  /**
   * Where a request goes.
   *
   * @param headers those for the target
   * @param upgrade whether the client asks to change the protocol
   * @param ended runs once, when it is all over
   */
  record Route(
      Front front,
      Choosing.Choice choice,
      Seat seat,
      Connector connector,
      long connectMillis,
      MultiMap headers,
      boolean upgrade,
      Runnable ended) {}

  Exchange(Vertx vertx, Route route, HttpServerRequest in) {
    this.vertx = vertx;
    this.route = route;
    this.in = in;
    this.out = in.response();
  }

  void start() {
    in.pause();
    route.seat().enter(this);
    out.closeHandler(_ -> abandon());
    out.exceptionHandler(_ -> abandon());
    in.exceptionHandler(_ -> abandon());
    watch(route.front().idleMillis());
    Member member = route.choice().member();
    if (!member.admitted()) {
      // Packets that no security group admits vanish: nothing refuses the connection.
      long _ = vertx.setTimer(route.connectMillis(), _ -> fail(504));
      return;
    }
    Pool pool = route.choice().pool();
    boolean http2 = !pool.version().equals("HTTP1") && !route.upgrade();
    route
        .connector()
        .request(
            member,
            member.target().port(),
            new Connector.Wire(pool.secure(), http2, true),
            in.method(),
            in.uri())
        .onSuccess(this::send)
        .onFailure(failure -> fail(Connector.timedOut(failure) ? 504 : 502));
  }

  private void send(HttpClientRequest request) {
    if (over) {
      request.reset();
      return;
    }
    sent = Optional.of(request);
    for (Map.Entry<String, String> each : route.headers()) {
      if (each.getKey().equalsIgnoreCase("Host")) {
        Connector.ask(request, each.getValue());
      } else if (!each.getKey().equalsIgnoreCase(BuiltInServer.FOR)) {
        request.headers().add(each.getKey(), each.getValue());
      }
    }
    if (in.headers().contains("TE", "trailers", true) && request.version() == HttpVersion.HTTP_2) {
      request.putHeader("TE", "trailers");
    }
    request.exceptionHandler(_ -> {});
    if (route.upgrade()) {
      request.connect().onSuccess(this::respond).onFailure(_ -> fail(502));
      return;
    }
    request.response().onSuccess(this::respond).onFailure(_ -> fail(502));
    boolean sized = in.headers().contains("Content-Length");
    in.handler(
        chunk -> {
          if (!sized) {
            request.setChunked(true);
          }
          pass(chunk, in, request);
        });
    in.endHandler(_ -> request.end());
    in.resume();
  }

  /** Hands bytes on, and holds their source back while they do not get away. */
  private <T extends WriteStream<Buffer>> void pass(Buffer chunk, ReadStream<Buffer> from, T to) {
    lastByte = System.nanoTime();
    to.write(chunk);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(
          _ -> {
            lastByte = System.nanoTime();
            from.resume();
          });
    }
  }

  private void respond(HttpClientResponse response) {
    lastByte = System.nanoTime();
    if (over) {
      return;
    }
    boolean switching = response.statusCode() == 101;
    out.setStatusCode(response.statusCode()).setStatusMessage(response.statusMessage());
    for (Map.Entry<String, String> each : response.headers()) {
      boolean kept = switching || !RequestHeads.hopByHop(each.getKey());
      if (kept && !each.getKey().startsWith(":")) {
        out.headers().add(each.getKey(), each.getValue());
      }
    }
    cookies(response).forEach(line -> out.headers().add("Set-Cookie", line));
    Pages.addHeaders(route.front(), out);
    if (switching) {
      tunnel(response);
      return;
    }
    boolean sized = response.headers().contains("Content-Length");
    int status = response.statusCode();
    boolean bodiless = in.method().name().equals("HEAD") || status == 204 || status == 304;
    if (!sized && !bodiless) {
      out.setChunked(true);
    }
    response.handler(chunk -> pass(chunk, response, out));
    response.exceptionHandler(_ -> breakOff());
    response.endHandler(_ -> complete(response));
    boolean whole = bodiless || response.headers().contains("grpc-status");
    if (!whole) {
      // The head goes out at once: an answer that streams may take long to its first byte. In gRPC
      // one that is all head has to end with it.
      out.writeHead();
    }
  }

  private void complete(HttpClientResponse response) {
    boolean trailing = out.isChunked() || in.version() == HttpVersion.HTTP_2;
    if (trailing && !response.trailers().isEmpty()) {
      out.trailers().addAll(response.trailers());
    }
    finish();
    out.end();
  }

  private List<String> cookies(HttpClientResponse response) {
    Choosing.Choice choice = route.choice();
    return choice
        .stickAfter()
        .filter(
            app ->
                response.headers().getAll("Set-Cookie").stream()
                    .anyMatch(each -> each.startsWith(app.name() + "=")))
        .map(
            app -> {
              Instant until = Instant.now().plusSeconds(app.seconds());
              String value = Cookies.seal(choice.member().key(), until);
              return Stream.concat(
                      choice.cookies().stream(),
                      Cookies.lines(Cookies.APPLICATION, value, until).stream())
                  .toList();
            })
        .orElse(choice.cookies());
  }

  /** From here on both sides speak a protocol of their own, such as WebSocket. */
  private void tunnel(HttpClientResponse response) {
    var target = response.netSocket();
    target.pause();
    in.toNetSocket()
        .onSuccess(
            client -> {
              client.handler(bytes -> pass(bytes, client, target));
              target.handler(bytes -> pass(bytes, target, client));
              client.closeHandler(_ -> target.close());
              target.closeHandler(
                  _ -> {
                    finish();
                    client.close();
                  });
              target.resume();
            })
        .onFailure(_ -> breakOff());
  }

  private void watch(long millis) {
    timer =
        vertx.setTimer(
            millis,
            _ -> {
              long idle = (System.nanoTime() - lastByte) / 1_000_000;
              long left = route.front().idleMillis() - idle;
              if (!over && left > 0) {
                watch(left);
              } else {
                fail(504);
              }
            });
  }

  /** Answers with an error, or cuts the answer off if it has begun. */
  private void fail(int status) {
    if (over) {
      return;
    }
    if (out.headWritten()) {
      breakOff();
      return;
    }
    finish();
    sent.ifPresent(HttpClientRequest::reset);
    if (!in.isEnded()) {
      in.handler(_ -> {}).endHandler(_ -> {}).resume();
    }
    out.headers().clear();
    if (!in.isEnded() && in.version() != HttpVersion.HTTP_2) {
      out.putHeader("Connection", "close");
    }
    Pages.send(route.front(), out, status);
  }

  @Override
  public void breakOff() {
    if (over) {
      return;
    }
    finish();
    sent.ifPresent(HttpClientRequest::reset);
    out.reset();
  }

  /** The client is gone. */
  private void abandon() {
    if (!over) {
      finish();
      sent.ifPresent(HttpClientRequest::reset);
    }
  }

  private void finish() {
    over = true;
    vertx.cancelTimer(timer);
    route.seat().leave(this);
    route.ended().run();
  }
}
