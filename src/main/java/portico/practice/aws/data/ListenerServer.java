package portico.practice.aws.data;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import portico.practice.aws.state.Certificate;

/** The server of one listener on a loopback port. For the event loop alone. */
final class ListenerServer {
  private final HttpServer server;
  private final Shape shape;
  private final ClientConnections connections;

  /** What cannot change while a server runs. */
  record Shape(int port, boolean secure, String policy, boolean http2, List<Certificate> issued) {
    static Shape of(Front front, int port) {
      return new Shape(
          port,
          front.secure(),
          front.listener().sslPolicy().orElse(""),
          front.secure() && front.balancerValues().flag("routing.http2.enabled", true),
          front.certificates());
    }
  }

  /** Not listening yet. */
  ListenerServer(
      Vertx vertx,
      Shape shape,
      Duration second,
      Authority authority,
      BiConsumer<ListenerServer, HttpServerRequest> handler)
      throws IOException {
    this.shape = shape;
    this.connections = new ClientConnections(second);
    this.server =
        vertx
            .createHttpServer(options(shape, authority))
            .connectionHandler(connections::opened)
            .requestHandler(request -> handler.accept(this, request))
            .exceptionHandler(_ -> {});
  }

  private static HttpServerOptions options(Shape shape, Authority authority) throws IOException {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(shape.port())
            .setMaxInitialLineLength(16 * 1024)
            .setMaxHeaderSize(64 * 1024)
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false);
    if (shape.secure()) {
      PemKeyCertOptions keys = new PemKeyCertOptions();
      for (Certificate each : shape.issued()) {
        Authority.Issued issued = authority.issue(each);
        keys.addCertValue(Buffer.buffer(issued.chain())).addKeyValue(Buffer.buffer(issued.key()));
      }
      options
          .setSsl(true)
          .setSni(true)
          .setKeyCertOptions(keys)
          .setEnabledSecureTransportProtocols(versions(shape.policy()))
          .setUseAlpn(true)
          .setAlpnVersions(
              shape.http2()
                  ? List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)
                  : List.of(HttpVersion.HTTP_1_1));
    }
    return options;
  }

  /** The TLS versions of a policy, as far as Java still speaks them. */
  private static Set<String> versions(String policy) {
    if (policy.startsWith("ELBSecurityPolicy-TLS13-1-3")) {
      return Set.of("TLSv1.3");
    }
    return policy.contains("TLS13") ? Set.of("TLSv1.3", "TLSv1.2") : Set.of("TLSv1.2");
  }

  Shape shape() {
    return shape;
  }

  ClientConnections connections() {
    return connections;
  }

  Future<HttpServer> listen() {
    return server.listen();
  }

  Future<Void> close() {
    return server.close();
  }
}
