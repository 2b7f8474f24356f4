package portico.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;

class LoadBalancerProgramTest {
  private static final EnvironmentSpec SMALLEST =
      SpecDefaults.smallest(
          "us-west-2",
          "vpc-0123456789abcdef0",
          List.of("subnet-0000000000000000a", "subnet-0000000000000000b"),
          List.of("203.0.113.7/32"));

  @Test
  void the_load_balancer_is_as_the_spec_says() {
    var loadBalancer = RecordedResources.of(SMALLEST).only("aws:lb/loadBalancer:LoadBalancer");

    assertThat(loadBalancer.inputs())
        .containsEntry("name", "ai-inference-lb")
        .containsEntry("loadBalancerType", "application")
        .containsEntry("internal", false)
        .containsEntry("subnets", List.of("subnet-0000000000000000a", "subnet-0000000000000000b"))
        .containsEntry("securityGroups", List.of("id-of-ai-inference-lb-sg"));
  }

  @Test
  void the_target_group_checks_health_as_the_spec_says() {
    var group = RecordedResources.of(SMALLEST).only("aws:lb/targetGroup:TargetGroup");

    assertThat(group.inputs())
        .containsEntry("name", "ai-inference-tg")
        .containsEntry("port", 80.0)
        .containsEntry("protocol", "HTTP")
        .containsEntry("targetType", "instance")
        .containsEntry("vpcId", "vpc-0123456789abcdef0");
    assertThat(group.input("healthCheck"))
        .isEqualTo(
            Map.of(
                "enabled",
                true,
                "path",
                "/",
                "matcher",
                "200",
                "protocol",
                "HTTP",
                "port",
                "traffic-port",
                "interval",
                30.0,
                "timeout",
                3.0,
                "healthyThreshold",
                2.0,
                "unhealthyThreshold",
                2.0));
  }

  @Test
  void the_listener_forwards_to_the_target_group() {
    var listener = RecordedResources.of(SMALLEST).only("aws:lb/listener:Listener");

    assertThat(listener.name()).isEqualTo("ai-inference-listener");
    assertThat(listener.inputs())
        .containsEntry("port", 80.0)
        .containsEntry("protocol", "HTTP")
        .containsEntry("loadBalancerArn", "arn:ai-inference-lb")
        .containsEntry(
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", "arn:ai-inference-tg")));
  }

  @Test
  void only_the_chosen_networks_come_in_and_only_on_the_listener_port() {
    RecordedResources resources = RecordedResources.of(SMALLEST);

    assertThat(resources.only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs())
        .containsEntry("securityGroupId", "id-of-ai-inference-lb-sg")
        .containsEntry("cidrIpv4", "203.0.113.7/32")
        .containsEntry("ipProtocol", "tcp")
        .containsEntry("fromPort", 80.0)
        .containsEntry("toPort", 80.0);
    assertThat(resources.only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs())
        .containsEntry("fromPort", 80.0)
        .containsEntry("toPort", 80.0);
  }

  @Test
  void everything_that_can_be_tagged_tells_whose_it_is() {
    RecordedResources resources = RecordedResources.of(SMALLEST);

    for (String type :
        List.of(
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:lb/targetGroup:TargetGroup",
            "aws:lb/listener:Listener",
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")) {
      assertThat(resources.only(type).input("tags"))
          .as(type)
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("portico:environment", "demo")
          .containsEntry("portico:installation", "a1b2c3d4e5f6");
    }
  }

  @Test
  void instances_are_registered_on_their_own_port_or_the_group_s() {
    TargetGroupSpec group =
        new TargetGroupSpec(
            "tg",
            Protocol.HTTP,
            8000,
            SpecDefaults.HEALTH_CHECK,
            List.of(
                InstanceTarget.of("i-0000000000000000a"),
                new InstanceTarget("i-0000000000000000b", OptionalInt.of(8001))));
    RecordedResources resources = RecordedResources.of(with(group, Scheme.INTERNAL));

    assertThat(resources.ofType("aws:lb/targetGroupAttachment:TargetGroupAttachment"))
        .extracting(each -> each.input("targetId") + ":" + each.input("port"))
        .containsExactlyInAnyOrder("i-0000000000000000a:8000.0", "i-0000000000000000b:8001.0");
    assertThat(resources.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
        .extracting(each -> each.input("fromPort"))
        .containsExactlyInAnyOrder(8000.0, 8001.0);
    assertThat(resources.only("aws:lb/loadBalancer:LoadBalancer").input("internal"))
        .isEqualTo(true);
  }

  private static EnvironmentSpec with(TargetGroupSpec group, Scheme scheme) {
    return new EnvironmentSpec(
        "us-west-2",
        new LoadBalancerSpec(
            "lb", scheme, "vpc-0123456789abcdef0", SMALLEST.loadBalancer().subnetIds()),
        List.of(group),
        List.of(new ListenerSpec("in", Protocol.HTTP, 8080, "tg")),
        new AccessSpec(List.of("10.0.0.0/8")));
  }
}
