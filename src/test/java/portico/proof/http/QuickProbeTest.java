package portico.proof.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.model.EnvironmentName;
import portico.probe.ProbeResult;
import portico.probe.ProbeResult.Verdict;
import portico.probe.ProbeTarget;
import portico.probe.QuickProbe;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.testing.LoopbackTls;

/** A first look at endpoints, plain and secure, at real servers on this machine. */
@Timeout(60)
class QuickProbeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String BALANCER = "demo-1.us-west-2.elb.localhost";
  private static final String DOMAIN = "models.example.com";
  private static final LoopbackTls TLS = new LoopbackTls(DOMAIN);

  @TempDir Path folder;

  private HttpServer server = plain();
  private final AtomicReference<String> host = new AtomicReference<>("");
  private Optional<ProofEndpoint.Key> key = Optional.empty();
  private Optional<Path> authority = Optional.empty();
  private Optional<String> domain = Optional.of(DOMAIN);
  private String path = "/health";

  private static HttpServer plain() {
    try {
      return HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    } catch (IOException refused) {
      throw new java.io.UncheckedIOException(refused);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void secure(LoopbackTls tls) throws IOException {
    HttpsServer https = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
    server = https;
  }

  /** Answers the key with 200 and everything else with {@code status}. */
  private void answers(int status, String says) {
    server.createContext(
        "/",
        exchange -> {
          host.set(exchange.getRequestHeaders().getFirst("Host"));
          if (!says.isEmpty()) {
            exchange.getResponseHeaders().set("Server", says);
          }
          boolean known = "s3cret".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
          exchange.sendResponseHeaders(known ? 200 : status, -1);
          exchange.close();
        });
    server.start();
  }

  private static QuickProbe probe(Names.Resolver resolver, Duration limit) {
    return new QuickProbe(
        new HttpServiceProof(() -> Asked.AT, resolver, new Limits(limit, limit, limit)));
  }

  private static QuickProbe probe() {
    return probe(
        name -> {
          throw new UnknownHostException(name);
        },
        Duration.ofSeconds(10));
  }

  private ProbeTarget target(boolean secure, int port) {
    return target(BALANCER, secure, Optional.of(new InetSocketAddress(HERE, port)));
  }

  private ProbeTarget target(String dnsName, boolean secure, Optional<InetSocketAddress> via) {
    return new ProbeTarget(
        new EnvironmentName("demo"),
        false,
        new ProofEndpoint(
            "web",
            dnsName,
            secure,
            secure ? 443 : 80,
            via,
            domain.filter(_ -> secure),
            Optional.of(new ProofEndpoint.Health(path, "200", Duration.ofSeconds(10))),
            key),
        authority);
  }

  private ProbeResult ask(boolean secure) {
    return probe().probe(target(secure, server.getAddress().getPort()));
  }

  private static <P extends ProofProblem> P problem(ProbeResult result, Class<P> type) {
    ProofStep last = result.steps().getLast();
    assertThat(last).isInstanceOf(ProofStep.Failed.class);
    return type.cast(((ProofStep.Failed) last).problem());
  }

  // --- Plain

  @Test
  void each_step_of_an_answer_is_told() {
    answers(204, "uvicorn");
    ProbeResult result = ask(false);

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(result.steps())
        .extracting(ProofStep::stage)
        .containsExactly(ProofStep.Stage.NAME, ProofStep.Stage.CONNECT, ProofStep.Stage.HEALTH);
    assertThat(result.status()).hasValue(204);
    assertThat(result.tls()).isEmpty();
    assertThat(host.get()).isEqualTo(BALANCER);
    assertThat(result.target().url()).isEqualTo("http://" + BALANCER + "/health");
  }

  @ParameterizedTest
  @CsvSource({
    "200, uvicorn, SERVES",
    "200, awselb/2.0, SERVES",
    "301, awselb/2.0, NOT_ROUTED",
    "401, uvicorn, SERVES",
    "401, awselb/2.0, NOT_ROUTED",
    "404, uvicorn, SERVES",
    "404, awselb/2.0, NOT_ROUTED",
    "500, uvicorn, ERROR_STATUS",
    "502, awselb/2.0, ERROR_STATUS",
    "503, uvicorn, ERROR_STATUS",
    "503, awselb/2.0, NO_TARGETS",
    "504, awselb/2.0, ERROR_STATUS"
  })
  void the_verdict_is_by_status_and_by_who_says_it(int status, String says, Verdict verdict) {
    answers(status, says);
    ProbeResult result = ask(false);

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.status()).hasValue(status);
  }

  @Test
  void a_name_that_does_not_resolve_ends_it() {
    ProbeResult result = probe().probe(target("nowhere.example.com", false, Optional.empty()));

    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
    assertThat(result.steps()).hasSize(1);
    assertThat(result.status()).isEmpty();
  }

  @Test
  void a_resolver_that_hangs_is_given_up() {
    CountDownLatch never = new CountDownLatch(1);
    ProbeResult result =
        probe(name -> hang(never), Duration.ofMillis(300))
            .probe(target("here.example.com", false, Optional.empty()));
    never.countDown();

    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
    problem(result, ProofProblem.TimedOut.class);
  }

  @Test
  void an_interrupted_probe_ends_and_leaves_the_thread_interrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    ProbeResult result =
        probe(name -> hang(never), Duration.ofSeconds(20))
            .probe(target("here.example.com", false, Optional.empty()));
    never.countDown();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.verdict()).isEqualTo(Verdict.NO_DNS);
  }

  private static InetAddress[] hang(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[0];
  }

  @Test
  void a_closed_port_refuses() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      closed = socket.getLocalPort();
    }
    ProbeResult result = probe().probe(target(false, closed));

    assertThat(result.verdict()).isEqualTo(Verdict.NO_ANSWER);
    problem(result, ProofProblem.ConnectionRefused.class);
  }

  @ParameterizedTest
  @CsvSource({"false, SILENT", "true, NO_TLS"})
  void a_server_that_never_says_anything_is_given_up(boolean secure, Verdict verdict)
      throws IOException {
    path = "/";
    try (ServerSocket silent = new ServerSocket(0, 5, HERE)) {
      ProofEndpoint.Health quick = new ProofEndpoint.Health("/", "200", Duration.ofSeconds(10));
      ProbeTarget whole = target(secure, silent.getLocalPort());
      ProbeResult result =
          probe(name -> new InetAddress[0], Duration.ofMillis(500))
              .probe(
                  new ProbeTarget(
                      whole.environment(),
                      false,
                      whole.endpoint().withHealth(Optional.of(quick)),
                      Optional.empty()));

      assertThat(result.verdict()).isEqualTo(verdict);
      problem(result, ProofProblem.TimedOut.class);
    }
  }

  // --- TLS

  @Test
  void a_listener_that_speaks_tls_is_asked_by_its_certificates_name() throws IOException {
    secure(TLS);
    authority = Optional.of(TLS.authority(folder));
    answers(200, "uvicorn");
    ProbeResult result = ask(true);

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(host.get()).isEqualTo(DOMAIN);
    assertThat(result.tls().orElseThrow().names()).containsExactly(DOMAIN);
    assertThat(result.tls().orElseThrow().covers(BALANCER)).isFalse();
    assertThat(result.target().url()).isEqualTo("https://models.example.com/health");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_trusted_and_nothing_is_sent()
      throws IOException {
    secure(TLS);
    answers(200, "uvicorn");
    ProbeResult result = ask(true);

    assertThat(result.verdict()).isEqualTo(Verdict.NO_TLS);
    assertThat(problem(result, ProofProblem.NotTrusted.class).tls().names())
        .containsExactly(DOMAIN);
    assertThat(host.get()).isEmpty();
  }

  @Test
  void a_certificate_for_another_name_than_the_listeners_is_not_spoken_to() throws IOException {
    LoopbackTls other = new LoopbackTls("other.example.com");
    secure(other);
    authority = Optional.of(other.authority(folder));
    answers(200, "uvicorn");
    ProbeResult result = ask(true);

    assertThat(result.verdict()).isEqualTo(Verdict.NO_TLS);
    problem(result, ProofProblem.WrongName.class);
    assertThat(host.get()).isEmpty();
  }

  @Test
  void where_the_certificate_is_not_known_the_handshake_tells_its_names() throws IOException {
    secure(TLS);
    domain = Optional.empty();
    authority = Optional.of(TLS.authority(folder));
    answers(200, "uvicorn");
    ProbeResult result = ask(true);

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(host.get()).isEqualTo(BALANCER);
    assertThat(result.tls().orElseThrow().names()).containsExactly(DOMAIN);
  }

  @Test
  void plain_http_at_a_listener_that_should_speak_tls_is_no_tls() {
    answers(200, "uvicorn");

    assertThat(ask(true).verdict()).isEqualTo(Verdict.NO_TLS);
  }

  @Test
  void a_tls_listener_asked_in_plain_is_no_answer() throws IOException {
    secure(TLS);
    answers(200, "uvicorn");

    assertThat(ask(false).verdict()).isEqualTo(Verdict.SILENT);
  }

  // --- The gate

  @Test
  void the_key_is_sent_where_it_is_kept() throws IOException {
    secure(TLS);
    authority = Optional.of(TLS.authority(folder));
    key = key(Optional.of("s3cret"));
    answers(401, "awselb/2.0");
    ProbeResult result = ask(true);

    assertThat(result.verdict()).isEqualTo(Verdict.SERVES);
    assertThat(result.steps().getLast()).isInstanceOf(ProofStep.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"401, '', KEY_NEEDED", "403, '', KEY_NEEDED", "401, old, KEY_REFUSED"})
  void a_gate_that_refuses_is_reached(int status, String known, Verdict verdict) {
    key = key(Optional.of(known).filter(text -> !text.isEmpty()));
    answers(status, "awselb/2.0");

    assertThat(ask(false).verdict()).isEqualTo(verdict);
  }

  private static Optional<ProofEndpoint.Key> key(Optional<String> value) {
    return Optional.of(new ProofEndpoint.Key("X-Api-Key", "", value, true, "/closed"));
  }

  @Test
  void no_result_says_the_key() {
    key = key(Optional.of("s3cret"));
    answers(401, "awselb/2.0");

    assertThat(ask(false).toString()).doesNotContain("s3cret");
  }

  // --- Requests

  @Test
  void a_target_cannot_smuggle_a_second_header() {
    for (String each : List.of("/ HTTP/1.1\r\nX: y", "no-slash")) {
      path = each;
      assertThatThrownBy(() -> target(false, 80)).isInstanceOf(IllegalArgumentException.class);
    }
    path = "/";
    assertThatThrownBy(() -> target("a\r\nX: y", false, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
