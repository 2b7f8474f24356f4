package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Every state a target can be in, and why. */
class TargetHealthTest {
  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private List<TargetHealthDescription> all(TargetGroup group) {
    return simulation
        .elb
        .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
        .targetHealthDescriptions();
  }

  private String health(TargetGroup group) {
    var health = all(group).getFirst().targetHealth();
    return health.reason() == null
        ? health.stateAsString()
        : health.stateAsString() + " " + health.reasonAsString();
  }

  /** A group with one registered instance behind an active load balancer in all four zones. */
  private TargetGroup serving(String instance, int port, String path) {
    TargetGroup group = simulation.targetGroup("demo", r -> r.port(port).healthCheckPath(path));
    simulation.register(group, instance);
    List<String> subnets =
        List.of("a", "b", "c", "d").stream()
            .map(zone -> simulation.subnet("ml-platform-public-" + zone))
            .toList();
    simulation.listener(simulation.balancer("demo", r -> r.subnets(subnets)), 80, group);
    simulation.clock.advance(Simulation.PROVISIONING);
    return group;
  }

  @ParameterizedTest
  @CsvSource({
    "vllm-llama-3-8b-a, 8000, /health, healthy",
    "vllm-llama-3-8b-b, 8000, /v1/models, healthy",
    "triton-ensemble, 8000, /v2/health/ready, healthy",
    "triton-ensemble, 8002, /metrics, healthy",
    "vllm-llama-3-8b-a, 8000, /, unhealthy Target.ResponseCodeMismatch",
    "vllm-llama-3-8b-a, 8002, /health, unhealthy Target.FailedHealthChecks",
    "vllm-llama-3-8b-a, 8080, /health, unhealthy Target.Timeout",
    "ollama-dev, 11434, /, unhealthy Target.FailedHealthChecks",
    "sglang-mixtral, 30000, /ping, unhealthy Target.ResponseCodeMismatch",
    "comfyui-render, 8188, /, unhealthy Target.Timeout"
  })
  void health_follows_from_what_an_instance_serves_and_who_may_reach_it(
      String instance, int port, String path, String expected) {
    assertThat(health(serving(instance, port, path))).isEqualTo(expected);
  }

  @Test
  void a_wrong_code_is_told() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/");

    assertThat(all(group).getFirst().targetHealth().description())
        .isEqualTo("Health checks failed with these codes: [404]");
  }

  @Test
  void a_matcher_can_accept_another_code() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/");
    simulation.elb.modifyTargetGroup(
        r -> r.targetGroupArn(group.targetGroupArn()).matcher(m -> m.httpCode("200-299,404")));

    assertThat(health(group)).isEqualTo("healthy");
  }

  @Test
  void health_may_be_checked_on_another_port_and_not_by_https() {
    TargetGroup group = serving("triton-ensemble", 8000, "/metrics");
    assertThat(health(group)).startsWith("unhealthy");
    simulation.elb.modifyTargetGroup(
        r -> r.targetGroupArn(group.targetGroupArn()).healthCheckPort("8002"));
    assertThat(health(group)).isEqualTo("healthy");
    assertThat(all(group).getFirst().healthCheckPort()).isEqualTo("8002");

    simulation.elb.modifyTargetGroup(
        r -> r.targetGroupArn(group.targetGroupArn()).healthCheckProtocol("HTTPS"));
    assertThat(health(group)).isEqualTo("unhealthy Target.FailedHealthChecks");
  }

  @Test
  void a_group_without_listener_is_not_in_use() {
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    simulation.register(group, "vllm-llama-3-8b-a");

    assertThat(health(group)).isEqualTo("unused Target.NotInUse");
  }

  @Test
  void a_target_in_a_zone_that_is_not_enabled_is_not_in_use() {
    TargetGroup group = serving("triton-ensemble", 8000, "/v2/health/ready");
    String balancer =
        simulation.elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    simulation.elb.setSubnets(r -> r.loadBalancerArn(balancer).subnets(simulation.publicSubnets()));

    assertThat(health(group)).isEqualTo("unused Target.NotInUse");
    assertThat(all(group).getFirst().targetHealth().description()).contains("Availability Zone");
  }

  @Test
  void a_stopped_target_is_in_an_invalid_state_until_it_runs_again() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/health");
    String instance = simulation.instance("vllm-llama-3-8b-a");
    simulation.ec2.stopInstances(r -> r.instanceIds(instance));
    assertThat(health(group)).isEqualTo("unused Target.InvalidState");

    simulation.ec2.startInstances(r -> r.instanceIds(instance));
    assertThat(health(group)).isEqualTo("healthy");
  }

  @Test
  void a_new_target_is_checked_first() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/health");
    simulation.register(group, "vllm-llama-3-8b-b");
    assertThat(all(group).get(1).targetHealth().reasonAsString())
        .isEqualTo("Elb.InitialHealthChecking");

    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(all(group).get(1).targetHealth().stateAsString()).isEqualTo("healthy");
  }

  @Test
  void while_the_load_balancer_is_made_registration_is_in_progress() {
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    simulation.register(group, "vllm-llama-3-8b-a");
    simulation.listener(simulation.balancer("demo", _ -> {}), 80, group);

    assertThat(health(group)).isEqualTo("initial Elb.RegistrationInProgress");
  }

  @Test
  void a_load_balancer_whose_egress_does_not_reach_the_target_times_out() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/health");
    String vpc = simulation.vpc("ml-platform");
    String closed =
        simulation
            .ec2
            .createSecurityGroup(r -> r.groupName("closed").description("none").vpcId(vpc))
            .groupId();
    IpPermission everything =
        IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
            .build();
    simulation.ec2.revokeSecurityGroupEgress(r -> r.groupId(closed).ipPermissions(everything));
    String balancer =
        simulation.elb.describeLoadBalancers().loadBalancers().getFirst().loadBalancerArn();
    simulation.elb.setSecurityGroups(r -> r.loadBalancerArn(balancer).securityGroups(closed));
    assertThat(health(group)).isEqualTo("unhealthy Target.Timeout");

    IpPermission toTheServers =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(8000)
            .toPort(8000)
            .userIdGroupPairs(
                UserIdGroupPair.builder()
                    .groupId(simulation.group("ml-platform", "inference-sg"))
                    .build())
            .build();
    simulation.ec2.authorizeSecurityGroupEgress(r -> r.groupId(closed).ipPermissions(toTheServers));
    assertThat(health(group)).isEqualTo("healthy");
  }

  @Test
  void a_target_group_opened_to_the_load_balancers_group_becomes_healthy() {
    TargetGroup group = serving("comfyui-render", 8188, "/");
    assertThat(health(group)).isEqualTo("unhealthy Target.Timeout");

    IpPermission fromBalancer =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(8188)
            .toPort(8188)
            .userIdGroupPairs(
                UserIdGroupPair.builder()
                    .groupId(simulation.group("ml-platform", "default"))
                    .build())
            .build();
    String locked = simulation.group("ml-platform", "locked-down-sg");
    simulation.ec2.authorizeSecurityGroupIngress(
        r -> r.groupId(locked).ipPermissions(fromBalancer));
    assertThat(health(group)).isEqualTo("healthy");
  }

  @Test
  void a_deregistered_target_drains_for_the_delay_and_is_gone() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/health");
    TargetDescription target =
        TargetDescription.builder().id(simulation.instance("vllm-llama-3-8b-a")).build();
    simulation.elb.deregisterTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(target));
    assertThat(health(group)).isEqualTo("draining Target.DeregistrationInProgress");

    simulation.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(all(group)).hasSize(1);
    simulation.clock.advance(Duration.ofMillis(1));
    assertThat(all(group)).isEmpty();
  }

  @Test
  void a_target_asked_for_that_is_not_registered_is_told_so() {
    TargetGroup group = serving("vllm-llama-3-8b-a", 8000, "/health");
    TargetDescription other = TargetDescription.builder().id("i-0123456789abcdef0").build();

    assertThat(
            simulation
                .elb
                .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()).targets(other))
                .targetHealthDescriptions()
                .getFirst()
                .targetHealth()
                .reasonAsString())
        .isEqualTo("Target.NotRegistered");
  }

  @Test
  void an_address_is_as_healthy_as_the_instance_behind_it() {
    TargetGroup group = simulation.targetGroup("demo", r -> r.targetType("ip"));
    simulation.elb.registerTargets(
        r ->
            r.targetGroupArn(group.targetGroupArn())
                .targets(
                    TargetDescription.builder().id("10.20.16.11").build(),
                    TargetDescription.builder().id("10.20.16.200").build()));
    LoadBalancer balancer = simulation.activeBalancer("demo");
    simulation.listener(balancer, 80, group);

    assertThat(all(group))
        .extracting(each -> each.targetHealth().stateAsString())
        .containsExactly("healthy", "unhealthy");
  }
}
