package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** The whole way once: from choosing subnets to a healthy target, and away again. */
class SimulatedAwsTest {
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

  @Test
  void the_caller_is_the_practice_user_of_the_practice_account() {
    var identity = simulation.sts.getCallerIdentity();

    assertThat(identity.account()).isEqualTo("123456789012");
    assertThat(identity.arn()).isEqualTo("arn:aws:iam::123456789012:user/practice");
  }

  @Test
  void a_load_balancer_becomes_active_its_target_healthy_and_everything_can_be_deleted() {
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    assertThat(balancer.state().code()).isEqualTo(LoadBalancerStateEnum.PROVISIONING);
    assertThat(balancer.dnsName()).matches("demo-\\d{10}\\.us-west-2\\.elb\\.localhost");

    TargetGroup group = simulation.targetGroup("demo-tg", _ -> {});
    simulation.register(group, "vllm-llama-3-8b-a");
    simulation.listener(balancer, 80, group);
    assertThat(health(group)).isEqualTo(TargetHealthStateEnum.INITIAL);

    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(describe(balancer).state().code()).isEqualTo(LoadBalancerStateEnum.ACTIVE);
    assertThat(health(group)).isEqualTo(TargetHealthStateEnum.HEALTHY);

    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
    simulation.elb.deleteTargetGroup(r -> r.targetGroupArn(group.targetGroupArn()));
    assertThat(simulation.elb.describeLoadBalancers().loadBalancers()).isEmpty();
    assertThat(simulation.elb.describeTargetGroups().targetGroups()).isEmpty();
  }

  private LoadBalancer describe(LoadBalancer balancer) {
    return simulation
        .elb
        .describeLoadBalancers(r -> r.loadBalancerArns(balancer.loadBalancerArn()))
        .loadBalancers()
        .getFirst();
  }

  private TargetHealthStateEnum health(TargetGroup group) {
    return simulation
        .elb
        .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
        .targetHealthDescriptions()
        .getFirst()
        .targetHealth()
        .state();
  }
}
