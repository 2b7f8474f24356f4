package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.practice.aws.data.ModernServer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** How targets are spoken to, how long clients' connections live, and who gets which request. */
@Timeout(60)
class DataPlaneProtocolTest {
  @TempDir private Path folder;
  private PlaneScene scene;

  @BeforeEach
  void start() {
    scene = new PlaneScene(folder.resolve("account"));
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /** A TLS handshake takes longer than the scene's usual limit for a check, 20 ms. */
  private TargetGroup patient(String protocol, String version) {
    return scene.group(
        "demo",
        r ->
            r.protocol(protocol)
                .protocolVersion(version)
                .healthCheckProtocol(protocol)
                .healthCheckIntervalSeconds(121)
                .healthCheckTimeoutSeconds(120));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, HTTP1, HTTP_1_1",
    "HTTP, HTTP2, HTTP_2",
    "HTTPS, HTTP1, HTTP_1_1 by TLS",
    "HTTPS, HTTP2, HTTP_2 by TLS"
  })
  void targets_are_spoken_to_as_the_group_says_whoever_signed_their_certificates(
      String protocol, String version, String spoken) throws IOException {
    TargetGroup group = patient(protocol, version);
    String domain = scene.listenSecurely(443, group);
    try (ModernServer server =
        protocol.equals("HTTPS") ? ModernServer.secure(folder) : ModernServer.plain()) {
      scene.register(group, List.of(server.port()));
      PlaneScene.await(() -> scene.states(group).contains("healthy"));

      assertThat(scene.curl(domain, 443, "/")).isEqualTo(spoken + " for " + domain + " 2");
    }
  }

  @Test
  void a_target_without_tls_is_no_good_in_a_group_of_https() {
    TargetGroup group = patient("HTTPS", "HTTP1");
    scene.listen(80, group);
    try (ModernServer server = ModernServer.plain()) {
      scene.register(group, List.of(server.port()));
      PlaneScene.await(() -> scene.states(group).contains("unhealthy Target.FailedHealthChecks"));

      assertThat(scene.get(80, "/").statusCode()).isEqualTo(502);
    }
  }

  /** 60 s of keep-alive take 0.6 s here. */
  @Test
  void after_the_keep_alive_time_a_client_has_one_more_answer_on_its_connection() throws Exception {
    TargetGroup group = scene.group("demo", _ -> {});
    scene.listen(80, group);
    scene.balancerAttribute("client_keep_alive.seconds", "60");
    try (LocalServer server = LocalServer.saying("here")) {
      scene.serve(group, server);
      int port = scene.address(80).orElseThrow().getPort();
      long opened = System.nanoTime();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(20_000);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(ask(socket, lines)).doesNotContain("connection: close");
        PlaneScene.await(() -> ask(socket, lines).contains("connection: close"));

        assertThat(System.nanoTime() - opened).isGreaterThan(60 * PlaneScene.SECOND.toNanos());
        assertThat(lines.read()).isEqualTo(-1);
      }
    }
  }

  /** Sends a request, and reads its answer; the lines of its head. */
  private static List<String> ask(Socket socket, BufferedReader lines) {
    try {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: demo\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      List<String> head =
          lines.lines().takeWhile(line -> !line.isEmpty()).map(String::toLowerCase).toList();
      assertThat(head).contains("content-length: 4");
      assertThat(IntStream.range(0, 4).mapToObj(_ -> character(lines)).toList())
          .containsExactly('h', 'e', 'r', 'e');
      return head;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static char character(BufferedReader lines) {
    try {
      return (char) lines.read();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void weighted_random_goes_to_all_targets_in_no_order() {
    TargetGroup group = scene.group("demo", _ -> {});
    scene.listen(80, group);
    scene.groupAttributes(group, "load_balancing.algorithm.type", "weighted_random");
    try (LocalServer one = LocalServer.saying("1");
        LocalServer two = LocalServer.saying("2")) {
      scene.serve(group, one, two);

      String answers =
          IntStream.range(0, 60)
              .mapToObj(_ -> scene.get(80, "/").body())
              .collect(Collectors.joining());
      assertThat(answers).hasSize(60).contains("11", "22", "12", "21");
    }
  }

  @Test
  void the_cookie_of_a_weighted_forward_keeps_a_client_at_its_group() {
    TargetGroup blue = scene.group("blue", _ -> {});
    TargetGroup green = scene.group("green", _ -> {});
    Action sticky =
        Action.builder()
            .type("forward")
            .forwardConfig(
                c ->
                    c.targetGroups(tuple(blue), tuple(green))
                        .targetGroupStickinessConfig(s -> s.enabled(true).durationSeconds(60)))
            .build();
    try (LocalServer one = LocalServer.saying("blue");
        LocalServer two = LocalServer.saying("green")) {
      scene.rule(scene.listen(80, blue), 1, sticky, PlaneScene.path("*"));
      scene.serve(blue, one);
      scene.serve(green, two);
      HttpResponse<String> first = scene.get(80, "/");
      List<String> cookies = first.headers().allValues("Set-Cookie");
      assertThat(cookies).hasSize(2);
      assertThat(cookies.getFirst()).matches("AWSALBTG=[^;]+; Expires=[^;]+ GMT; Path=/");
      assertThat(cookies.getLast()).startsWith("AWSALBTGCORS=").endsWith("SameSite=None; Secure");
      String cookie = cookies.getFirst().split(";")[0];

      assertThat(IntStream.range(0, 6).mapToObj(_ -> scene.get(80, "/", "Cookie", cookie).body()))
          .containsOnly(first.body());
      assertThat(
              IntStream.range(0, 4)
                  .mapToObj(_ -> scene.get(80, "/", "Cookie", "AWSALBTG=x").body()))
          .contains("blue", "green");
    }
  }

  private static TargetGroupTuple tuple(TargetGroup group) {
    return TargetGroupTuple.builder().targetGroupArn(group.targetGroupArn()).weight(1).build();
  }
}
