package portico.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.probe.ProbeResult.Verdict;
import portico.probe.ProbeSteps.Answered;
import portico.probe.StepResult.Failed;
import portico.probe.StepResult.Ok;
import portico.probe.StepResult.Skipped;
import portico.probe.StepResult.Why;

class HttpEndpointProbeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final HttpServer server;
  private final AtomicReference<String> host = new AtomicReference<>("");
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private final HttpEndpointProbe probe = probe(Duration.ofSeconds(10));

  HttpEndpointProbeTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static HttpEndpointProbe probe(Duration limit) {
    return new HttpEndpointProbe(limit, HttpEndpointProbeTest::resolve);
  }

  private static InetAddress[] hang(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[0];
  }

  private static InetAddress[] resolve(String name) throws UnknownHostException {
    if (name.equals("here.example.com")) {
      return new InetAddress[] {HERE};
    }
    throw new UnknownHostException(name);
  }

  private void answers(int status, String serverHeader) {
    server.createContext(
        "/",
        exchange -> {
          host.set(exchange.getRequestHeaders().getFirst("Host"));
          asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          if (!serverHeader.isEmpty()) {
            exchange.getResponseHeaders().set("Server", serverHeader);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static ProbeTarget target(String name, int port) {
    return new ProbeTarget(name, port, "/", Optional.empty());
  }

  private static ProbeTarget via(int port) {
    return new ProbeTarget(
        "demo-1.us-west-2.elb.localhost",
        80,
        "/v1/models?x=1",
        Optional.of(new InetSocketAddress(HERE, port)));
  }

  @Test
  void tells_each_step_of_an_answer() {
    answers(200, "uvicorn");

    var result = probe.steps(target("here.example.com", port()));

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(result.dns())
        .isInstanceOfSatisfying(
            Ok.class,
            ok -> {
              assertThat(ok.facts()).isEqualTo(new ProbeSteps.Resolved(List.of("127.0.0.1")));
              assertThat(ok.took()).isPositive();
            });
    assertThat(result.tcp())
        .isInstanceOfSatisfying(
            Ok.class,
            ok ->
                assertThat(ok.facts())
                    .isEqualTo(new ProbeSteps.Connected(new InetSocketAddress(HERE, port()))));
    assertThat(result.http())
        .isInstanceOfSatisfying(
            Ok.class,
            ok -> {
              assertThat(ok.facts()).isEqualTo(new Answered(200, Optional.of("uvicorn")));
              assertThat(ok.took()).isPositive();
            });
    assertThat(host.get()).isEqualTo("here.example.com:" + port());
  }

  @Test
  void connects_to_another_address_with_the_name_in_the_host_header() {
    answers(204, "");

    var result = probe.steps(via(port()));

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(host.get()).isEqualTo("demo-1.us-west-2.elb.localhost");
    assertThat(asked.get()).isEqualTo("GET /v1/models?x=1");
  }

  @Test
  void names_under_localhost_are_this_machine() {
    answers(200, "");

    var result = probe.steps(target("demo-1.us-west-2.elb.localhost", port()));

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
  }

  @ParameterizedTest
  @CsvSource({
    "200, uvicorn, SERVES",
    "301, awselb/2.0, SERVES",
    "401, uvicorn, SERVES",
    "404, uvicorn, SERVES",
    "500, uvicorn, ERROR_STATUS",
    "502, awselb/2.0, ERROR_STATUS",
    "503, uvicorn, ERROR_STATUS",
    "503, awselb/2.0, NO_TARGETS",
    "504, awselb/2.0, ERROR_STATUS"
  })
  void judges_by_status_and_by_who_says_it(int status, String says, Verdict verdict) {
    answers(status, says);

    assertThat(probe.steps(via(port())).verdict()).isEqualTo(verdict);
  }

  @Test
  void a_name_that_does_not_resolve_ends_the_probe() {
    var result = probe.steps(target("nowhere.example.com", 80));

    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
    assertThat(result.dns())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).isEqualTo(Why.UNKNOWN_NAME));
    assertThat(result.tcp()).isInstanceOf(Skipped.class);
    assertThat(result.http()).isInstanceOf(Skipped.class);
  }

  @Test
  void a_resolver_that_hangs_is_given_up() {
    var never = new CountDownLatch(1);
    var hanging = new HttpEndpointProbe(Duration.ofMillis(300), name -> hang(never));

    var result = hanging.steps(target("here.example.com", 80));

    never.countDown();
    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
    assertThat(result.dns())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).isEqualTo(Why.TIMED_OUT));
  }

  @Test
  void a_closed_port_refuses() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, HERE)) {
      closed = socket.getLocalPort();
    }

    var result = probe.steps(via(closed));

    assertThat(result.verdict()).isEqualTo(Verdict.NO_ANSWER);
    assertThat(result.tcp())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).isEqualTo(Why.REFUSED));
    assertThat(result.http()).isInstanceOf(Skipped.class);
  }

  @Test
  void a_server_that_never_answers_is_given_up_at_the_limit() throws IOException {
    try (var silent = new ServerSocket(0, 5, HERE)) {
      long before = System.nanoTime();
      var result = probe(Duration.ofSeconds(2)).steps(via(silent.getLocalPort()));

      assertThat(result.verdict()).isEqualTo(Verdict.NO_ANSWER);
      assertThat(result.tcp()).isInstanceOf(Ok.class);
      assertThat(result.http())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.why()).isEqualTo(Why.TIMED_OUT));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n\r\n", "", "HTTP/1.1 ab\r\n\r\n"})
  void what_is_not_http_is_no_answer(String greeting) throws Exception {
    try (var other = new ServerSocket(0, 5, HERE)) {
      var answering = Thread.ofPlatform().start(() -> greet(other, greeting));

      var result = probe.steps(via(other.getLocalPort()));

      answering.join(Duration.ofSeconds(5));
      assertThat(result.verdict()).isEqualTo(Verdict.NO_ANSWER);
      assertThat(result.http())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.why()).isEqualTo(Why.NOT_HTTP));
    }
  }

  private static void greet(ServerSocket server, String greeting) {
    try (var socket = server.accept()) {
      // The request is read first: closing with it unread would reset the connection.
      while (socket.getInputStream().read() != '\n' || socket.getInputStream().read() != '\r') {}
      socket.getOutputStream().write(greeting.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_interrupted_probe_ends_and_leaves_the_thread_interrupted() {
    var never = new CountDownLatch(1);
    var hanging = new HttpEndpointProbe(Duration.ofSeconds(10), name -> hang(never));

    Thread.currentThread().interrupt();
    var result = hanging.steps(target("here.example.com", 80));

    never.countDown();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
  }

  @Test
  void a_target_cannot_smuggle_a_second_header() {
    assertThatThrownBy(() -> new ProbeTarget("a", 80, "/ HTTP/1.1\r\nX: y", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProbeTarget("a\r\nX: y", 80, "/", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProbeTarget("a", 0, "/", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
