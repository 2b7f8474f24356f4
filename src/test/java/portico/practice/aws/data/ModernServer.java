package portico.practice.aws.data;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import portico.practice.aws.state.Certificate;

/** A real server that says how it is spoken to: the HTTP version, whether by TLS, and as whom. */
public final class ModernServer implements AutoCloseable {
  private static final int LIMIT_SECONDS = 20;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  private ModernServer(HttpServerOptions options) {
    options.setHost("127.0.0.1").setPort(0);
    server =
        done(
            vertx
                .createHttpServer(options)
                .requestHandler(
                    request ->
                        request
                            .response()
                            .end(
                                request.version()
                                    + (request.isSSL() ? " by TLS for " : " for ")
                                    + authority(request)))
                .listen());
  }

  private static String authority(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? "nobody" : authority.host();
  }

  /** Plain HTTP/1.1, or HTTP/2 for clients that begin with it. */
  public static ModernServer plain() {
    return new ModernServer(new HttpServerOptions().setHttp2ClearTextEnabled(true));
  }

  /**
   * TLS with a certificate for a name that nobody asks for, from an authority that nobody trusts.
   *
   * @param folder where the authority is kept
   */
  public static ModernServer secure(Path folder) throws IOException {
    Certificate wanted =
        new Certificate(
            "arn:none",
            "somebody.else.example",
            List.of("somebody.else.example"),
            "ISSUED",
            "AMAZON_ISSUED",
            "RSA_2048",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());
    Authority.Issued issued = Authority.open(folder).issue(wanted);
    return new ModernServer(
        new HttpServerOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertValue(Buffer.buffer(issued.chain()))
                    .addKeyValue(Buffer.buffer(issued.key()))));
  }

  private static <T> T done(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    done(vertx.close());
  }
}
