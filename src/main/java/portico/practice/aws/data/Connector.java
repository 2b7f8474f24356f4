package portico.practice.aws.data;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Connects to targets. Every simulated instance and address is this machine: a target is reached at
 * its port on 127.0.0.1, and where nothing listens there, its instance's built-in server answers.
 */
final class Connector {
  private static final int MANY = 10_000;

  private final Vertx vertx;
  private final Duration limit;
  private final Supplier<Set<Integer>> ownPorts;
  private final int builtIn;
  private final Map<Wire, HttpClient> clients = new HashMap<>();

  /**
   * Connects within a limit.
   *
   * @param ownPorts the ports that the data plane itself listens on: a target there would be the
   *     load balancer again
   * @param builtIn the port of the built-in server
   */
  Connector(Vertx vertx, Duration limit, Supplier<Set<Integer>> ownPorts, int builtIn) {
    this.vertx = vertx;
    this.limit = limit;
    this.ownPorts = ownPorts;
    this.builtIn = builtIn;
  }

  /**
   * How to speak.
   *
   * @param keep whether connections are kept for later requests
   */
  record Wire(boolean secure, boolean http2, boolean keep) {}

  /** A request to a port of a target, connected and not sent. */
  Future<HttpClientRequest> request(
      Member member, int port, Wire wire, HttpMethod method, String uri) {
    if (ownPorts.get().contains(port)) {
      return instead(member, port, wire, method, uri, new ConnectException("nobody listens"));
    }
    return client(wire)
        .request(options(port, method, uri))
        .recover(
            failure ->
                refused(failure)
                    ? instead(member, port, wire, method, uri, failure)
                    : Future.failedFuture(failure))
        .map(
            request -> {
              // What goes wrong with the connection is told by the request as well.
              request.connection().exceptionHandler(_ -> {});
              return request;
            });
  }

  private Future<HttpClientRequest> instead(
      Member member, int port, Wire wire, HttpMethod method, String uri, Throwable refusal) {
    if (wire.secure() || member.pretends(port).isEmpty()) {
      return Future.failedFuture(refusal);
    }
    return client(wire)
        .request(options(builtIn, method, uri))
        .map(request -> request.putHeader(BuiltInServer.FOR, member.target().id() + " " + port));
  }

  /**
   * Names the host that is asked for. In HTTP/2 a request has no {@code Host} header but an
   * authority, and servers refuse one that has both and they differ (RFC 9113, section 8.3.1).
   */
  static void ask(HttpClientRequest request, String host) {
    HostAndPort authority = HostAndPort.parseAuthority(host, -1);
    if (request.version() == HttpVersion.HTTP_2 && authority != null) {
      request.authority(authority);
    } else {
      request.putHeader(HttpHeaders.HOST, host);
    }
  }

  static boolean refused(Throwable failure) {
    return failure instanceof ConnectException && !timedOut(failure);
  }

  static boolean timedOut(Throwable failure) {
    return failure instanceof ConnectTimeoutException;
  }

  private static RequestOptions options(int port, HttpMethod method, String uri) {
    return new RequestOptions().setHost("127.0.0.1").setPort(port).setMethod(method).setURI(uri);
  }

  /** Closes all connections. */
  Future<?> close() {
    return Future.join(clients.values().stream().map(HttpClient::close).toList());
  }

  private HttpClient client(Wire wire) {
    return clients.computeIfAbsent(wire, this::create);
  }

  /** As in AWS, the certificates of targets are not looked at. */
  private HttpClient create(Wire wire) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) limit.toMillis())
            .setKeepAlive(wire.keep())
            .setKeepAliveTimeout(60)
            .setMaxHeaderSize(64 * 1024)
            .setSsl(wire.secure())
            .setTrustAll(wire.secure())
            .setVerifyHost(false);
    if (wire.http2()) {
      options
          .setProtocolVersion(HttpVersion.HTTP_2)
          .setHttp2ClearTextUpgrade(false)
          .setUseAlpn(wire.secure());
    }
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MANY));
  }
}
