package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** What a client of a simulated load balancer sees. */
class DataPlaneTest {
  @TempDir private Path folder;
  private Simulation simulation;
  private RawHttp http;
  private LoadBalancer balancer;
  private TargetGroup group;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
    http = new RawHttp(simulation.aws.endpoint());
    String vpc = simulation.vpc("ml-platform");
    String open =
        simulation
            .ec2
            .createSecurityGroup(r -> r.groupName("lb").description("lb").vpcId(vpc))
            .groupId();
    simulation.ec2.authorizeSecurityGroupIngress(
        r -> r.groupId(open).ipPermissions(tcp(80, "198.51.100.7/32"), tcp(81, "0.0.0.0/0")));
    balancer = simulation.balancer("demo", r -> r.securityGroups(open));
    group = simulation.targetGroup("demo", _ -> {});
    simulation.listener(balancer, 80, group);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private static IpPermission tcp(int port, String cidr) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(IpRange.builder().cidrIp(cidr).build())
        .build();
  }

  private RawHttp.Answer get(String path) {
    return http.get(balancer.dnsName(), path);
  }

  @Test
  void a_healthy_target_answers_and_the_answer_says_that_it_is_simulated() {
    simulation.register(group, "vllm-llama-3-8b-a");
    simulation.clock.advance(Simulation.PROVISIONING);
    RawHttp.Answer answer = get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.hasHeader("X-Portico-Practice: simulated")).isTrue();
    assertThat(answer.body()).contains("\"simulated\":true", "vllm-llama-3-8b-a");
    assertThat(get("/no-such-path").status()).isEqualTo(404);
  }

  @Test
  void a_load_balancer_still_being_made_answers_503() {
    simulation.register(group, "vllm-llama-3-8b-a");

    assertThat(get("/health").status()).isEqualTo(503);
  }

  @Test
  void without_targets_it_answers_503_as_a_load_balancer_does() {
    simulation.clock.advance(Simulation.PROVISIONING);
    RawHttp.Answer answer = get("/health");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.hasHeader("Server: awselb/2.0")).isTrue();
    assertThat(answer.body())
        .contains("<center><h1>503 Service Temporarily Unavailable</h1></center>");
  }

  @Test
  void if_all_targets_are_unhealthy_they_are_used_all_the_same() {
    simulation.elb.modifyTargetGroup(
        r -> r.targetGroupArn(group.targetGroupArn()).healthCheckPath("/wrong"));
    simulation.register(group, "vllm-llama-3-8b-a");
    simulation.clock.advance(Simulation.PROVISIONING);

    assertThat(get("/health").status()).isEqualTo(200);
  }

  @Test
  void an_unreachable_target_is_a_gateway_timeout_and_a_refusing_one_a_bad_gateway() {
    TargetGroup comfy = simulation.targetGroup("comfy", r -> r.port(8188));
    simulation.register(comfy, "comfyui-render");
    TargetGroup ollama = simulation.targetGroup("ollama", r -> r.port(11434));
    simulation.register(ollama, "ollama-dev");
    simulation.clock.advance(Simulation.PROVISIONING);

    forwardTo(comfy);
    assertThat(get("/").status()).isEqualTo(504);
    forwardTo(ollama);
    assertThat(get("/").status()).isEqualTo(502);
  }

  private void forwardTo(TargetGroup next) {
    act(Simulation.forward(next));
  }

  private void act(Action action) {
    String listener =
        simulation
            .elb
            .describeListeners(r -> r.loadBalancerArn(balancer.loadBalancerArn()))
            .listeners()
            .getFirst()
            .listenerArn();
    simulation.elb.modifyListener(r -> r.listenerArn(listener).defaultActions(action));
  }

  @Test
  void fixed_answers_and_redirects_are_followed() {
    simulation.clock.advance(Simulation.PROVISIONING);
    act(
        Action.builder()
            .type("fixed-response")
            .fixedResponseConfig(
                f -> f.statusCode("418").contentType("text/plain").messageBody("tea"))
            .build());
    assertThat(get("/").status()).isEqualTo(418);
    assertThat(get("/").body()).isEqualTo("tea");

    act(
        Action.builder()
            .type("redirect")
            .redirectConfig(c -> c.statusCode("HTTP_301").protocol("HTTPS").port("443"))
            .build());
    RawHttp.Answer moved = get("/v1/models?a=b");
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.hasHeader("Location: https://" + balancer.dnsName() + ":443/v1/models?a=b"))
        .isTrue();
  }

  @Test
  void a_port_without_listener_or_not_admitted_closes_the_connection() {
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(http.get(balancer.dnsName() + ":81", "/").closed()).isTrue();

    simulation.listener(balancer, 82, group);
    assertThat(http.get(balancer.dnsName() + ":82", "/").closed()).isTrue();
    assertThat(http.get("other-1234567890.us-west-2.elb.localhost", "/").closed()).isTrue();
  }

  @Test
  void a_security_group_without_ingress_closes_the_connection() {
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(get("/").closed()).isFalse();

    List<String> defaultGroup = List.of(simulation.group("ml-platform", "default"));
    simulation.elb.setSecurityGroups(
        r -> r.loadBalancerArn(balancer.loadBalancerArn()).securityGroups(defaultGroup));
    assertThat(get("/").closed()).isTrue();
  }

  @Test
  void a_deleted_load_balancer_answers_nothing() {
    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));

    assertThat(get("/").closed()).isTrue();
  }
}
