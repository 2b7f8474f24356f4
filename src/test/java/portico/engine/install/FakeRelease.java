package portico.engine.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A download host on loopback that publishes what the test gives it. */
final class FakeRelease implements AutoCloseable {
  private static final String ARCHIVE = "/sdk/pulumi-v3.259.0-linux-x64.tar.gz";
  private static final String CHECKSUMS = "/sdk/pulumi-3.259.0-checksums.txt";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeRelease() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sdk");
  }

  URI checksums() {
    return URI.create(base() + "/pulumi-3.259.0-checksums.txt");
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  FakeRelease publish(byte[] archive) {
    return publish(archive, sha256(archive));
  }

  FakeRelease publish(byte[] archive, String checksum) {
    return publishChecksums(
            "%s  pulumi-v3.259.0-linux-arm64.tar.gz%n%s  pulumi-v3.259.0-linux-x64.tar.gz%n%s  pulumi-v3.259.0-windows-x64.zip%n"
                .formatted("0".repeat(64), checksum, checksum))
        .answer(ARCHIVE, exchange -> whole(exchange, archive))
        .answer("/sdk/pulumi-v3.259.0-windows-x64.zip", exchange -> whole(exchange, archive));
  }

  FakeRelease publishChecksums(String text) {
    return answer(CHECKSUMS, exchange -> whole(exchange, text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Announces the whole archive, sends its beginning, then ends the connection. */
  FakeRelease cutArchiveOff(byte[] archive) {
    publishChecksums(sha256(archive) + "  pulumi-v3.259.0-linux-x64.tar.gz\n");
    return answer(ARCHIVE, exchange -> begin(exchange, archive));
  }

  /** Announces the whole archive, sends its beginning, then nothing more. */
  FakeRelease stallArchive(byte[] archive) {
    publishChecksums(sha256(archive) + "  pulumi-v3.259.0-linux-x64.tar.gz\n");
    return answer(
        ARCHIVE,
        exchange -> {
          begin(exchange, archive);
          await();
        });
  }

  FakeRelease refuseEverything(int status) {
    return answer("/", exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private FakeRelease answer(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          try (exchange) {
            handler.handle(exchange);
          }
        });
    return this;
  }

  private static void whole(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content);
    }
  }

  private static void begin(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    OutputStream body = exchange.getResponseBody();
    body.write(content, 0, content.length / 2);
    body.flush();
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
