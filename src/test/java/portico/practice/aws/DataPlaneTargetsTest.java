package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Real health checks, draining, stickiness, and other kinds of targets. */
@Timeout(60)
class DataPlaneTargetsTest {
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

  @Test
  void a_failing_target_turns_unhealthy_traffic_moves_away_and_comes_back() {
    AtomicInteger status = new AtomicInteger(200);
    try (LocalServer steady = LocalServer.saying("steady");
        LocalServer shaky = new LocalServer(e -> LocalServer.send(e, status.get(), "shaky"))) {
      scene.serve(group, steady, shaky);

      status.set(503);
      PlaneScene.await(() -> scene.states(group).contains("unhealthy Target.ResponseCodeMismatch"));
      assertThat(description(1)).isEqualTo("Health checks failed with these codes: [503]");
      assertThat(answers(6)).containsOnly("steady");

      status.set(200);
      PlaneScene.await(() -> scene.states(group).equals(List.of("healthy", "healthy")));
      PlaneScene.await(() -> scene.get(80, "/").body().equals("shaky"));
    }
  }

  private String description(int target) {
    return scene
        .simulation
        .elb
        .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
        .targetHealthDescriptions()
        .get(target)
        .targetHealth()
        .description();
  }

  @Test
  void if_all_targets_are_unhealthy_they_are_used_all_the_same() {
    try (LocalServer ill = new LocalServer(e -> LocalServer.send(e, 500, "ill"))) {
      scene.register(group, List.of(ill.port()));
      PlaneScene.await(() -> scene.states(group).contains("unhealthy Target.ResponseCodeMismatch"));

      assertThat(scene.get(80, "/").body()).isEqualTo("ill");
    }
  }

  @Test
  void a_target_that_accepts_and_says_nothing_times_out() {
    try (HeldServer silent = new HeldServer("too late")) {
      TargetGroup held = scene.group("held", r -> r.healthCheckPath("/long"));
      scene.listen(81, held);
      scene.register(held, List.of(silent.server().port()));
      PlaneScene.await(() -> scene.states(held).contains("unhealthy Target.Timeout"));
    }
  }

  @Test
  void a_stopped_instance_is_not_used_and_is_checked_anew_when_it_runs_again() {
    TargetGroup vllm = scene.simulation.targetGroup("vllm", _ -> {});
    scene.listen(81, vllm);
    scene.simulation.register(vllm, "vllm-llama-3-8b-a");
    PlaneScene.await(() -> scene.states(vllm).contains("healthy"));
    String instance = scene.simulation.instance("vllm-llama-3-8b-a");

    scene.simulation.ec2.stopInstances(r -> r.instanceIds(instance));
    assertThat(scene.states(vllm)).containsExactly("unused Target.InvalidState");
    PlaneScene.await(() -> scene.get(81, "/health").statusCode() == 503);

    scene.simulation.ec2.startInstances(r -> r.instanceIds(instance));
    PlaneScene.await(() -> scene.states(vllm).contains("healthy"));
  }

  private HttpRequest.Builder longRequest() {
    return HttpRequest.newBuilder(scene.uri(80, "/long"));
  }

  /** What so many requests are answered with. */
  private Stream<String> answers(int requests, String... headers) {
    return IntStream.range(0, requests).mapToObj(_ -> scene.get(80, "/", headers).body());
  }

  @Test
  void a_draining_target_finishes_what_it_has_and_gets_nothing_new() throws Exception {
    try (HeldServer leaving = new HeldServer("finished");
        LocalServer staying = LocalServer.saying("staying")) {
      scene.serve(group, leaving.server());
      CompletableFuture<HttpResponse<String>> inFlight = leaving.hold(scene, longRequest());
      scene.simulation.elb.registerTargets(
          r ->
              r.targetGroupArn(group.targetGroupArn())
                  .targets(PlaneScene.target(1, staying.port())));
      deregister(leaving.server());

      assertThat(scene.states(group)).contains("draining Target.DeregistrationInProgress");
      PlaneScene.await(() -> answers(4).allMatch("staying"::equals));
      leaving.letGo();
      assertThat(inFlight.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
    }
  }

  private void deregister(LocalServer server) {
    TargetDescription target = PlaneScene.target(0, server.port());
    scene.simulation.elb.deregisterTargets(
        r -> r.targetGroupArn(group.targetGroupArn()).targets(target));
  }

  @Test
  void what_is_not_finished_when_the_deregistration_delay_is_over_is_cut_off() throws Exception {
    try (HeldServer leaving = new HeldServer("finished")) {
      scene.groupAttributes(group, "deregistration_delay.timeout_seconds", "1");
      scene.serve(group, leaving.server());
      CompletableFuture<HttpResponse<String>> inFlight =
          leaving.hold(scene, longRequest().POST(HttpRequest.BodyPublishers.noBody()));
      deregister(leaving.server());

      assertThatThrownBy(() -> inFlight.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
      assertThat(scene.states(group)).isEmpty();
    }
  }

  @Test
  void least_outstanding_requests_spares_the_busy_target() throws Exception {
    try (HeldServer busy = new HeldServer("busy");
        LocalServer idle =
            new LocalServer(
                exchange -> {
                  boolean refuse = exchange.getRequestURI().getPath().equals("/long");
                  LocalServer.send(exchange, refuse ? 409 : 200, "idle");
                })) {
      scene.groupAttributes(group, "load_balancing.algorithm.type", "least_outstanding_requests");
      scene.serve(group, busy.server(), idle);
      CompletableFuture<HttpResponse<String>> inFlight = busy.hold(scene, longRequest());

      assertThat(answers(8)).containsOnly("idle");
      busy.letGo();
      assertThat(inFlight.get(20, TimeUnit.SECONDS).body()).isEqualTo("busy");
    }
  }

  @Test
  void the_load_balancers_cookie_keeps_a_client_at_its_target() {
    try (LocalServer one = LocalServer.saying("one");
        LocalServer two = LocalServer.saying("two")) {
      scene.groupAttributes(group, "stickiness.enabled", "true", "stickiness.type", "lb_cookie");
      scene.serve(group, one, two);
      PlaneScene.await(() -> scene.get(80, "/").headers().firstValue("Set-Cookie").isPresent());
      HttpResponse<String> first = scene.get(80, "/");
      List<String> cookies = first.headers().allValues("Set-Cookie");
      assertThat(cookies).hasSize(2);
      assertThat(cookies.getFirst()).matches("AWSALB=[^;]+; Expires=[^;]+ GMT; Path=/");
      assertThat(cookies.getLast()).startsWith("AWSALBCORS=").endsWith("SameSite=None; Secure");
      String cookie = cookies.getFirst().split(";")[0];

      assertThat(answers(6, "Cookie", cookie)).containsOnly(first.body());
      assertThat(answers(4, "Cookie", "AWSALB=x")).contains("one", "two");
    }
  }

  @Test
  void the_applications_cookie_begins_a_session_at_a_target() {
    try (LocalServer one = new LocalServer(exchange -> session(exchange, "one"));
        LocalServer two = new LocalServer(exchange -> session(exchange, "two"))) {
      scene.groupAttributes(
          group,
          "stickiness.enabled",
          "true",
          "stickiness.type",
          "app_cookie",
          "stickiness.app_cookie.cookie_name",
          "SESSION");
      scene.serve(group, one, two);
      PlaneScene.await(() -> scene.get(80, "/").headers().allValues("Set-Cookie").size() == 2);
      HttpResponse<String> first = scene.get(80, "/");
      List<String> cookies = first.headers().allValues("Set-Cookie");
      assertThat(cookies.getLast()).startsWith("AWSALBAPP-0=");
      String sticky = cookies.getLast().split(";")[0];

      assertThat(answers(6, "Cookie", "SESSION=1; " + sticky)).containsOnly(first.body());
      assertThat(answers(4, "Cookie", sticky)).contains("one", "two");
    }
  }

  private static void session(com.sun.net.httpserver.HttpExchange exchange, String who)
      throws IOException {
    exchange.getResponseHeaders().set("Set-Cookie", "SESSION=1");
    LocalServer.send(exchange, 200, who);
  }

  @Test
  void a_function_is_given_the_request_as_an_event_and_echoes_it() {
    TargetGroup function =
        scene
            .simulation
            .elb
            .createTargetGroup(r -> r.name("function").targetType("lambda"))
            .targetGroups()
            .getFirst();
    admit(function);
    scene.simulation.elb.registerTargets(
        r ->
            r.targetGroupArn(function.targetGroupArn())
                .targets(
                    TargetDescription.builder()
                        .id("arn:aws:lambda:us-west-2:123456789012:function:chat-fallback")
                        .build()));
    scene.listen(81, function);
    PlaneScene.await(() -> scene.get(81, "/").statusCode() == 200);

    HttpResponse<String> answer = scene.get(81, "/call?a=1", "X-Own", "seen");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .contains(
            "\"targetGroupArn\":\"" + function.targetGroupArn(),
            "\"httpMethod\":\"GET\"",
            "\"path\":\"/call\"",
            "\"a\":\"1\"",
            "\"x-own\":\"seen\"",
            "\"isBase64Encoded\":false");
  }

  /** Lets load balancers invoke the function for a group. */
  private void admit(TargetGroup function) {
    try (SignedHttp http = new SignedHttp(scene.simulation.aws.endpoint())) {
      String statement =
          ("{'StatementId':'alb','Action':'lambda:InvokeFunction',"
                  + "'Principal':'elasticloadbalancing.amazonaws.com','SourceArn':'%s'}")
              .formatted(function.targetGroupArn());
      String policy = "/2015-03-31/functions/chat-fallback/policy";
      assertThat(http.rest("lambda", "POST", policy, statement).status()).isEqualTo(201);
    }
  }
}
