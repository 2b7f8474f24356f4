package portico.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * moto, an AWS simulator of others, as a real HTTP server of its own process: one for all test
 * classes of a JVM, emptied before each class. Register it with {@code @RegisterExtension static
 * final MotoServer}. Fails when moto is not installed.
 */
public final class MotoServer implements BeforeAllCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(MotoServer.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private @Nullable Server server;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    var running =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent("server", key -> Server.start(), Server.class);
    running.reset();
    server = running;
  }

  /** Base address of all services. */
  public URI uri() {
    var running = server;
    if (running == null) {
      throw new IllegalStateException("asked before the tests began");
    }
    return running.uri();
  }

  private record Server(Process process, URI uri, Path output) implements AutoCloseable {

    static Server start() {
      try {
        var output = Files.createTempFile("moto", ".log");
        int port = freePort();
        var process =
            new ProcessBuilder(
                    "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var server = new Server(process, URI.create("http://127.0.0.1:" + port), output);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        server.awaitAnswer();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(
            "python3 is needed, with moto: pip install 'moto[server]'", e);
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    private void awaitAnswer() throws IOException {
      long end = System.nanoTime() + START_LIMIT.toNanos();
      while (System.nanoTime() < end && process.isAlive()) {
        if (answers()) {
          return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      String said = Files.readString(output);
      close();
      throw new IllegalStateException(
          "moto does not answer; install it with: pip install 'moto[server]'\n" + said);
    }

    private boolean answers() {
      try {
        return send("GET", "/moto-api/").statusCode() == 200;
      } catch (IOException e) {
        return false;
      }
    }

    void reset() throws IOException {
      int status = send("POST", "/moto-api/reset").statusCode();
      if (status != 200) {
        throw new IllegalStateException("moto could not be emptied: status " + status);
      }
    }

    private HttpResponse<Void> send(String method, String path) throws IOException {
      try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
        return client.send(
            HttpRequest.newBuilder(uri.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(10))
                .build(),
            HttpResponse.BodyHandlers.discarding());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
      try {
        process.waitFor(10, TimeUnit.SECONDS);
        Files.deleteIfExists(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
