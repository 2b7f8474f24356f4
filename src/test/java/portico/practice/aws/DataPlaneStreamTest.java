package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Long answers, silences, sockets and TLS through a simulated load balancer. */
@Timeout(60)
class DataPlaneStreamTest {
  @TempDir private Path folder;
  private PlaneScene scene;
  private TargetGroup group;

  @BeforeEach
  void start() {
    scene = new PlaneScene(folder);
    group = scene.group("demo", _ -> {});
    scene.listen(80, group);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static boolean healthCheck(HttpExchange exchange) throws IOException {
    boolean check = exchange.getRequestURI().getPath().equals("/health");
    if (check) {
      LocalServer.send(exchange, 200, "");
    }
    return check;
  }

  /** The server sends the next token only after the client has got the one before. */
  @Test
  void each_token_of_a_stream_arrives_before_the_next_is_sent() throws Exception {
    Semaphore got = new Semaphore(0);
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (healthCheck(exchange)) {
                return;
              }
              exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              for (int i = 0; i < 5; i++) {
                out.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                got.acquireUninterruptibly();
              }
              exchange.close();
            })) {
      scene.serve(group, server);
      HttpRequest request = HttpRequest.newBuilder(scene.uri(80, "/stream")).build();
      InputStream body = scene.http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        for (int i = 0; i < 5; i++) {
          assertThat(lines.readLine()).isEqualTo("data: " + i);
          assertThat(lines.readLine()).isEmpty();
          got.release();
        }
        assertThat(lines.readLine()).isNull();
      }
    }
  }

  @Test
  void large_bodies_pass_whole_in_both_directions() {
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (healthCheck(exchange)) {
                return;
              }
              byte[] body = exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(body);
              exchange.close();
            })) {
      scene.serve(group, server);
      String large = "0123456789abcdef".repeat(500_000);
      HttpRequest request =
          HttpRequest.newBuilder(scene.uri(80, "/upload"))
              .POST(HttpRequest.BodyPublishers.ofString(large))
              .build();

      assertThat(scene.send(request).body().equals(large)).isTrue();
    }
  }

  @Test
  void a_silent_target_is_a_gateway_timeout_after_the_idle_timeout() {
    CountDownLatch end = new CountDownLatch(1);
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (!healthCheck(exchange)) {
                waitFor(end);
              }
            })) {
      scene.balancerAttribute("idle_timeout.timeout_seconds", "1");
      scene.serve(group, server);
      long before = System.nanoTime();
      HttpResponse<String> answer = scene.get(80, "/silent");

      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(answer.headers().firstValue("Server")).contains("awselb/2.0");
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isBetween(Duration.ofMillis(990), Duration.ofSeconds(20));
      end.countDown();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      boolean _ = latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_stream_that_falls_silent_is_cut_off_after_the_idle_timeout() {
    CountDownLatch end = new CountDownLatch(1);
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (!healthCheck(exchange)) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("first".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                waitFor(end);
              }
            })) {
      scene.balancerAttribute("idle_timeout.timeout_seconds", "1");
      scene.serve(group, server);

      assertThatThrownBy(() -> scene.get(80, "/stream")).hasCauseInstanceOf(IOException.class);
      end.countDown();
    }
  }

  @Test
  void an_idle_connection_of_a_client_is_closed_after_the_idle_timeout() throws IOException {
    scene.balancerAttribute("idle_timeout.timeout_seconds", "1");
    int port = scene.address(80).orElseThrow().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void the_built_in_server_streams_tokens_and_can_be_silent() throws Exception {
    TargetGroup vllm = scene.simulation.targetGroup("vllm", _ -> {});
    scene.listen(81, vllm);
    scene.simulation.register(vllm, "vllm-llama-3-8b-a");
    PlaneScene.await(() -> scene.states(vllm).contains("healthy"));
    HttpRequest chat =
        HttpRequest.newBuilder(scene.uri(81, "/v1/chat/completions"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"stream\": true, \"max_tokens\": 3, \"portico_gap_ms\": 5}"))
            .build();

    HttpResponse<String> answer = scene.send(chat);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(answer.body().split("\n\n")).hasSize(4).endsWith("data: [DONE]");
    assertThat(scene.get(81, "/portico/silent?seconds=0.05").body())
        .isEqualTo("silent for 50 ms\n");
    assertThat(scene.get(81, "/v1/models").body()).contains("practice-model");
  }

  @Test
  void web_sockets_pass_through() throws Exception {
    try (EchoSocketServer server = new EchoSocketServer()) {
      scene.register(group, List.of(server.port()));
      PlaneScene.await(() -> scene.states(group).contains("healthy"));
      CompletableFuture<String> echoed = new CompletableFuture<>();
      WebSocket socket =
          scene
              .http
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(scene.uri(80, "/ws").toString().replace("http:", "ws:")),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket webSocket, CharSequence data, boolean last) {
                      echoed.complete(data.toString());
                      return CompletableFuture.completedStage(null);
                    }
                  })
              .get(20, TimeUnit.SECONDS);
      socket.sendText("hello there", true).get(20, TimeUnit.SECONDS);

      assertThat(echoed.get(20, TimeUnit.SECONDS)).isEqualTo("hello there");
      socket.abort();
    }
  }

  @Test
  void https_listeners_show_a_certificate_for_their_domain_and_speak_http_2() throws Exception {
    String domain = scene.listenSecurely(443, group);
    try (LocalServer server = LocalServer.saying("secret")) {
      scene.serve(group, server);

      assertThat(scene.curl(domain, 443, "/")).isEqualTo("secret 2");
    }
  }
}
