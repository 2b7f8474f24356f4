package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** What a client of a simulated load balancer sees, with real servers behind it. */
class DataPlaneTest {
  @TempDir private Path folder;
  private PlaneScene scene;
  private TargetGroup group;

  @BeforeEach
  void start() {
    scene = new PlaneScene(folder);
    group = scene.group("demo", _ -> {});
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void a_server_on_this_machine_answers_through_the_load_balancer() {
    try (LocalServer server = LocalServer.saying("hello")) {
      scene.listen(80, group);
      scene.serve(group, server);
      HttpResponse<String> answer = scene.get(80, "/any/path");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("hello");
      assertThat(answer.headers().firstValue("X-Portico-Practice")).isEmpty();
    }
  }

  @Test
  void the_server_sees_the_request_as_behind_a_real_load_balancer() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/health")) {
                LocalServer.send(exchange, 200, "");
              } else {
                exchange
                    .getRequestHeaders()
                    .forEach((name, values) -> seen.add(name + ": " + String.join("|", values)));
                seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                LocalServer.send(exchange, 201, "made");
              }
            })) {
      scene.listen(81, group);
      scene.serve(group, server);
      HttpRequest request =
          HttpRequest.newBuilder(scene.uri(81, "/v1/x?a=b%20c"))
              .header("X-Forwarded-For", "192.0.2.1")
              .header("X-Own", "kept")
              .POST(HttpRequest.BodyPublishers.ofString("body"))
              .build();

      assertThat(scene.send(request).statusCode()).isEqualTo(201);
    }
    assertThat(seen)
        .contains(
            "POST /v1/x?a=b%20c",
            "X-forwarded-for: 192.0.2.1, 203.0.113.7",
            "X-forwarded-proto: http",
            "X-forwarded-port: 81",
            "Host: 127.0.0.1:81",
            "X-own: kept",
            "Content-length: 4")
        .anyMatch(each -> each.matches("X-amzn-trace-id: Root=1-[0-9a-f]{8}-[0-9a-f]{24}"));
  }

  @Test
  void rules_are_tried_by_priority_and_the_default_action_comes_last() {
    String listener = scene.listen(80, group);
    RuleCondition header =
        RuleCondition.builder()
            .field("http-header")
            .httpHeaderConfig(c -> c.httpHeaderName("X-Api-Key").values("secret-*"))
            .build();
    scene.rule(listener, 20, fixed("401", "by path"), PlaneScene.path("/v1/*"));
    scene.rule(listener, 10, fixed("202", "by key"), PlaneScene.path("/v1/*"), header);

    assertThat(scene.get(80, "/v1/models").body()).isEqualTo("by path");
    assertThat(scene.get(80, "/v1/models", "x-api-key", "SECRET-1").body()).isEqualTo("by key");
    assertThat(scene.get(80, "/other").statusCode()).isEqualTo(503);
  }

  private static Action fixed(String status, String body) {
    return Action.builder()
        .type("fixed-response")
        .fixedResponseConfig(c -> c.statusCode(status).contentType("text/plain").messageBody(body))
        .build();
  }

  @Test
  void a_change_of_the_rules_takes_effect_at_once() {
    String listener = scene.listen(80, group);
    assertThat(scene.get(80, "/").statusCode()).isEqualTo(503);

    scene.rule(listener, 1, fixed("418", "tea"), PlaneScene.path("*"));
    PlaneScene.await(() -> scene.get(80, "/").statusCode() == 418);
    assertThat(scene.get(80, "/").body()).isEqualTo("tea");
  }

  @Test
  void attributes_change_what_the_server_sees_and_what_the_client_gets() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try (LocalServer server =
        new LocalServer(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/v1")) {
                exchange
                    .getRequestHeaders()
                    .forEach((name, values) -> seen.add(name + ": " + String.join("|", values)));
              }
              LocalServer.send(exchange, 200, "");
            })) {
      scene.balancerAttribute("routing.http.drop_invalid_header_fields.enabled", "true");
      scene.balancerAttribute("routing.http.preserve_host_header.enabled", "true");
      scene.balancerAttribute("routing.http.xff_header_processing.mode", "remove");
      String listener = scene.listen(81, group);
      var frames =
          ListenerAttribute.builder()
              .key("routing.http.response.x_frame_options.header_value")
              .value("DENY")
              .build();
      simulation().elb.modifyListenerAttributes(r -> r.listenerArn(listener).attributes(frames));
      scene.serve(group, server);
      HttpResponse<String> answer =
          scene.get(81, "/v1", "X_Bad", "1", "X-Good", "2", "X-Forwarded-For", "192.0.2.1");

      assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
      assertThat(seen)
          .contains("X-good: 2", "Host: " + scene.uri(81, "/").getAuthority())
          .noneMatch(each -> each.startsWith("X_bad") || each.startsWith("X-forwarded-for"));
    }
  }

  @Test
  void a_listener_has_its_own_port_here_unless_a_target_is_asked_there() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    scene.listen(free, group);
    assertThat(scene.address(free).orElseThrow().getPort()).isEqualTo(free);

    try (LocalServer server = LocalServer.saying("behind its own number")) {
      scene.serve(group, server);
      scene.listen(server.port(), group);
      assertThat(scene.address(server.port()).orElseThrow().getPort()).isNotEqualTo(server.port());
      assertThat(scene.get(server.port(), "/").body()).isEqualTo("behind its own number");
    }
  }

  @Test
  void a_redirect_leads_to_where_the_listener_is_on_this_machine() {
    String listener = scene.listen(80, group);
    scene.listen(8443, group);
    scene.rule(listener, 1, redirect("HTTP", "8443", "#{host}"), PlaneScene.path("/here/*"));
    scene.rule(listener, 2, redirect("HTTPS", "443", "api.example.com"), PlaneScene.path("*"));

    // The plane looks for changes by itself; the later rule comes with the earlier one.
    PlaneScene.await(() -> scene.get(80, "/there").statusCode() == 301);
    HttpResponse<String> here = scene.get(80, "/here/we?go=1");
    assertThat(here.statusCode()).isEqualTo(301);
    assertThat(here.headers().firstValue("Location"))
        .contains(
            "http://127.0.0.1:%d/here/we?go=1".formatted(scene.address(8443).get().getPort()));
    assertThat(scene.get(80, "/there").headers().firstValue("Location"))
        .contains("https://api.example.com:443/there");
  }

  private static Action redirect(String protocol, String port, String host) {
    return Action.builder()
        .type("redirect")
        .redirectConfig(c -> c.statusCode("HTTP_301").protocol(protocol).port(port).host(host))
        .build();
  }

  @Test
  void weights_share_the_requests_out_exactly() {
    TargetGroup other = scene.group("other", _ -> {});
    Action both =
        Action.builder()
            .type("forward")
            .forwardConfig(c -> c.targetGroups(tuple(group, 3), tuple(other, 1)))
            .build();
    try (LocalServer one = LocalServer.saying("one");
        LocalServer two = LocalServer.saying("two")) {
      scene.rule(scene.listen(80, group), 1, both, PlaneScene.path("*"));
      scene.serve(group, one);
      scene.serve(other, two);

      assertThat(
              IntStream.range(0, 40)
                  .mapToObj(_ -> scene.get(80, "/").body())
                  .collect(Collectors.groupingBy(each -> each, Collectors.counting())))
          .containsEntry("one", 30L)
          .containsEntry("two", 10L);
    }
  }

  private static TargetGroupTuple tuple(TargetGroup group, int weight) {
    return TargetGroupTuple.builder().targetGroupArn(group.targetGroupArn()).weight(weight).build();
  }

  @Test
  void targets_take_turns() {
    try (LocalServer one = LocalServer.saying("one");
        LocalServer two = LocalServer.saying("two")) {
      scene.listen(80, group);
      scene.serve(group, one, two);

      List<String> answers =
          IntStream.range(0, 6).mapToObj(_ -> scene.get(80, "/").body()).toList();
      assertThat(answers).containsSubsequence("one", "two", "one", "two");
      assertThat(Collections.frequency(answers, "one")).isEqualTo(3);
    }
  }

  @Test
  void without_targets_it_answers_503_as_a_load_balancer_does() {
    scene.listen(80, group);
    HttpResponse<String> answer = scene.get(80, "/");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Server")).contains("awselb/2.0");
    assertThat(answer.headers().firstValue("X-Portico-Practice")).contains("simulated");
    assertThat(answer.body())
        .contains("<center><h1>503 Service Temporarily Unavailable</h1></center>");
  }

  @Test
  void nobody_listening_nonsense_and_a_closed_connection_are_bad_gateways() throws IOException {
    scene.listen(80, group);
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    scene.register(group, List.of(closed));
    PlaneScene.await(() -> scene.states(group).contains("unhealthy Target.FailedHealthChecks"));
    assertThat(scene.get(80, "/").statusCode()).isEqualTo(502);

    try (RawServer nonsense = new RawServer("SSH-2.0-OpenSSH\r\n\r\n");
        RawServer silent = new RawServer("")) {
      TargetGroup other = scene.group("other", _ -> {});
      scene.listen(81, other);
      scene.register(other, List.of(nonsense.port(), silent.port()));
      PlaneScene.await(() -> scene.states(other).stream().allMatch(s -> s.startsWith("unh")));
      assertThat(scene.get(81, "/").statusCode()).isEqualTo(502);
      assertThat(scene.get(81, "/").statusCode()).isEqualTo(502);
    }
  }

  @Test
  void a_target_that_no_security_group_admits_is_a_gateway_timeout() {
    TargetGroup locked = simulation().targetGroup("comfy", r -> r.port(8188).healthCheckPath("/"));
    scene.listen(80, locked);
    simulation().register(locked, "comfyui-render");
    assertThat(scene.states(locked)).containsExactly("unhealthy Target.Timeout");
    PlaneScene.await(() -> scene.get(80, "/").statusCode() == 504);

    long before = System.nanoTime();
    assertThat(scene.get(80, "/").statusCode()).isEqualTo(504);
    assertThat(System.nanoTime() - before)
        .isGreaterThanOrEqualTo(PlaneScene.CONNECT_LIMIT.toNanos());
  }

  private Simulation simulation() {
    return scene.simulation;
  }

  @Test
  void where_nothing_listens_the_instances_built_in_server_answers() {
    TargetGroup triton =
        simulation().targetGroup("triton", r -> r.port(8002).healthCheckPath("/metrics"));
    scene.listen(80, triton);
    String balancer = scene.balancer.loadBalancerArn();
    simulation()
        .elb
        .setSubnets(
            r ->
                r.loadBalancerArn(balancer)
                    .subnets(
                        simulation().subnet("ml-platform-public-a"),
                        simulation().subnet("ml-platform-public-c")));
    simulation().register(triton, "triton-ensemble");
    PlaneScene.await(() -> scene.states(triton).contains("healthy"));

    HttpResponse<String> answer = scene.get(80, "/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Portico-Practice")).contains("simulated");
    assertThat(answer.body()).contains("\"simulated\":true", "triton-ensemble");
    assertThat(scene.get(80, "/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void
      a_listener_that_nobody_is_admitted_to_refuses_connections_and_a_missing_one_has_no_address() {
    scene.listen(80, group);
    int port = scene.address(80).orElseThrow().getPort();
    List<String> inside = List.of(simulation().group("ml-platform", "default"));
    simulation()
        .elb
        .setSecurityGroups(
            r -> r.loadBalancerArn(scene.balancer.loadBalancerArn()).securityGroups(inside));

    PlaneScene.await(() -> !accepts(port));
    assertThat(scene.address(80).orElseThrow().getPort()).isEqualTo(port);
    assertThat(scene.address(82)).isEmpty();
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
