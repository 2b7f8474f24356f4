package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Which targets can be registered. */
class TargetRegistrationTest {
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

  private Refusal refusedTarget(TargetGroup group, String id) {
    TargetDescription target = TargetDescription.builder().id(id).build();
    return Refusal.of(
        () ->
            simulation.elb.registerTargets(
                r -> r.targetGroupArn(group.targetGroupArn()).targets(target)));
  }

  @Test
  void only_running_instances_of_the_vpc_can_be_registered() {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});

    assertThat(refusedTarget(made, simulation.instance("web-demo")).message())
        .contains("not in the target group VPC");
    assertThat(refusedTarget(made, simulation.instance("llama-cpp-spare")).message())
        .contains("not in a running state");
    assertThat(refusedTarget(made, "i-0123456789abcdef0").code()).isEqualTo("InvalidTarget");
    assertThat(refusedTarget(made, "web-demo").code()).isEqualTo("ValidationError");
  }

  @Test
  void only_private_addresses_can_be_registered_and_none_of_a_load_balancer() {
    TargetGroup made = simulation.targetGroup("demo", r -> r.targetType("ip"));
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    String own =
        simulation.ec2.describeNetworkInterfaces().networkInterfaces().stream()
            .filter(each -> each.description().startsWith("ELB app/" + balancer.loadBalancerName()))
            .findFirst()
            .orElseThrow()
            .privateIpAddress();

    assertThat(refusedTarget(made, "8.8.8.8").code()).isEqualTo("ValidationError");
    assertThat(refusedTarget(made, "192.168.1.1").message()).contains("Availability Zone");
    assertThat(refusedTarget(made, "10.20.1").code()).isEqualTo("ValidationError");
    assertThat(refusedTarget(made, own).code()).isEqualTo("InvalidTarget");
    simulation.elb.registerTargets(
        r ->
            r.targetGroupArn(made.targetGroupArn())
                .targets(
                    TargetDescription.builder().id("10.20.16.11").build(),
                    TargetDescription.builder().id("192.168.1.1").availabilityZone("all").build()));
  }

  @Test
  void a_group_has_room_for_1000_targets() {
    TargetGroup made = simulation.targetGroup("demo", r -> r.targetType("ip"));
    List<TargetDescription> thousand =
        IntStream.range(0, 1000)
            .mapToObj(i -> "10.20." + (100 + i / 250) + "." + (i % 250 + 1))
            .map(address -> TargetDescription.builder().id(address).build())
            .toList();
    simulation.elb.registerTargets(r -> r.targetGroupArn(made.targetGroupArn()).targets(thousand));

    assertThat(refusedTarget(made, "10.20.99.1").code()).isEqualTo("TooManyTargets");
  }
}
