package portico.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portico.probe.CheckIpAddress.Lookup;

class CheckIpAddressTest {
  private final HttpServer server;

  CheckIpAddressTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Lookup ask(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    return new CheckIpAddress(uri(server.getAddress().getPort()), Duration.ofSeconds(3)).lookup();
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Test
  void reads_the_address() {
    assertThat(ask(200, "203.0.113.7\n")).isEqualTo(new Lookup.Known("203.0.113.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Sign in to the hotel</html>", "2001:db8::1", "999.1.1.1", " "})
  void anything_else_is_no_address(String body) {
    assertThat(ask(200, body)).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void an_error_is_no_address() {
    assertThat(ask(503, "203.0.113.7")).isEqualTo(new Lookup.Unknown("status 503"));
  }

  @Test
  void silence_is_given_up_at_the_limit() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var lookup = new CheckIpAddress(uri(silent.getLocalPort()), Duration.ofMillis(300)).lookup();

      assertThat(lookup).isInstanceOf(Lookup.Unknown.class);
    }
  }
}
