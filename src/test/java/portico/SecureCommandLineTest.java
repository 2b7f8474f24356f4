package portico;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.testing.TestEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTPS listener with a redirect to it and an API key, in front of a real server of this
 * machine, with everything real behind the command line but AWS.
 */
@Tag("engine")
class SecureCommandLineTest {
  @TempDir Path folder;

  private final HttpServer server;
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  SecureCommandLineTest() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().set("Server", "mine");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String spec(int port) {
    return """
      service: {server: vllm}
      loadBalancer: {name: secure-lb}
      targetGroups:
        - name: secure-tg
          port: %d
          healthCheck: {path: /health, intervalSeconds: 5, timeoutSeconds: 2}
          targets: [{name: web-demo}]
      listeners:
        - name: plain
          port: 80
          redirectToHttps: 443
        - name: secure
          port: 443
          certificate: demo.example.com
          fixedResponse: {status: 401, contentType: text/plain, body: "A key is needed."}
          rules:
            - name: With the API key
              conditions: [{apiKey: {key: main}}]
              forward: secure-tg
      access: {targetSecurityGroupIds: auto}
      """
        .formatted(port);
  }

  private int run(String... words) {
    out.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new StringReader(""),
            false,
            Map.of("PORTICO_HOME", folder.resolve("home").toString()));
    Wiring wiring = new Wiring(Map.of("PORTICO_PULUMI", TestEngine.binary().toString()));
    return new Cli(wiring, terminal, new ProcessInterrupts()).run(words);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode endpoint() {
    String[] lines = text().split("\n");
    return new JsonMapper().readTree(lines[lines.length - 1]).at("/endpoints/0");
  }

  /** Asks until it serves; the last verdict when it does not in time. */
  private String eventuallyServes() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    run("status", "demo", "--probe", "--json");
    while (!verdict().equals("serves") && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
      run("status", "demo", "--probe", "--json");
    }
    return verdict();
  }

  private String verdict() {
    return endpoint().at("/verdict").asString();
  }

  @Test
  void a_secure_endpoint_with_a_key_is_asked_as_its_users_do() throws IOException {
    Path spec = folder.resolve("secure.yaml");
    Files.writeString(spec, spec(server.getAddress().getPort()));
    assertThat(run("deploy", "--practice", "--name", "demo", "--spec", spec.toString(), "--yes"))
        .as(err::toString)
        .isZero();

    assertThat(eventuallyServes()).as(this::text).isEqualTo("serves");
    assertThat(endpoint().at("/url").asString()).isEqualTo("https://demo.example.com/health");
    assertThat(endpoint().at("/listener").asString()).isEqualTo("secure");
    assertThat(endpoint().at("/certificate_names/0").asString()).isEqualTo("demo.example.com");
    assertThat(endpoint().at("/certificate_fits_dns_name").asBoolean()).isFalse();
    assertThat(endpoint().at("/curl").asString())
        .contains("--cacert ", "$PORTICO_API_KEY\" https://demo.example.com/v1/models");
    assertThat(paths).contains("/health");
    String status = text();

    assertThat(run("key", "show", "demo")).isZero();
    String key = text().strip();
    assertThat(key).hasSize(48);
    assertThat(status).doesNotContain(key);

    assertThat(run("key", "renew", "demo", "--yes")).as(err::toString).isZero();
    assertThat(run("key", "show", "demo")).isZero();
    String renewed = text().strip();
    assertThat(renewed).hasSize(48).isNotEqualTo(key);
    assertThat(eventuallyServes()).as(this::text).isEqualTo("serves");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(key, renewed);
    assertNoneHolds(folder.resolve("home/operations"), key, renewed);
    assertNoneHolds(folder.resolve("home/state"), key, renewed);
  }

  private static void assertNoneHolds(Path root, String... keys) throws IOException {
    try (var files = Files.walk(root)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).isNotEmpty();
      for (Path each : all) {
        String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(each.toString()).doesNotContain(keys);
      }
    }
  }
}
