package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.TakeoverRemark.Kind;
import portico.catalog.aws.existing.BalancerAnswers.GroupAnswers;
import portico.catalog.aws.existing.BalancerAnswers.ListenerAnswers;
import portico.model.ListenerSpec;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** AWS's answers about a small load balancer, for tests to change. */
abstract class BalancerScene {
  private static final String ELB = "arn:aws:elasticloadbalancing:us-west-2:123456789012:";
  static final String ARN = ELB + "loadbalancer/app/shop/0123456789abcdef";
  private static final String GROUP = ELB + "targetgroup/shop/0123456789abcdef";
  static final String LISTENER = ELB + "listener/app/shop/0123456789abcdef/1";

  final Map<String, String> attributes = new HashMap<>();
  final Map<String, String> listenerAttributes = new HashMap<>();
  final Map<String, String> groupAttributes = new HashMap<>();
  final Map<String, Map<String, String>> tags = new HashMap<>();
  final List<Rule> rules = new ArrayList<>();
  final List<SecurityGroup> securityGroups = new ArrayList<>();
  final List<SecurityGroup> admitting = new ArrayList<>();
  final List<TargetHealthDescription> targets = new ArrayList<>();
  Set<String> usedElsewhere = Set.of();
  Listener listener =
      Listener.builder()
          .listenerArn(LISTENER)
          .loadBalancerArn(ARN)
          .protocol("HTTP")
          .port(80)
          .defaultActions(forward())
          .build();
  TargetGroup group =
      TargetGroup.builder()
          .targetGroupArn(GROUP)
          .targetGroupName("shop")
          .targetType("instance")
          .protocol("HTTP")
          .protocolVersion("HTTP1")
          .port(8000)
          .loadBalancerArns(ARN)
          .build();

  static Action forward() {
    return Action.builder().type("forward").targetGroupArn(GROUP).build();
  }

  FoundLoadBalancer read() {
    LoadBalancer balancer =
        LoadBalancer.builder()
            .loadBalancerArn(ARN)
            .loadBalancerName("shop")
            .scheme("internet-facing")
            .type("application")
            .ipAddressType("ipv4")
            .vpcId("vpc-0123456789abcdef0")
            .dnsName("shop-1.us-west-2.elb.amazonaws.com")
            .availabilityZones(
                AvailabilityZone.builder()
                    .zoneName("us-west-2a")
                    .subnetId("subnet-0aaaaaaaaaaaaaaa1")
                    .build(),
                AvailabilityZone.builder()
                    .zoneName("us-west-2b")
                    .subnetId("subnet-0bbbbbbbbbbbbbbb2")
                    .build())
            .build();
    return BalancerReading.of(
        new BalancerAnswers(
            "us-west-2",
            balancer,
            attributes,
            List.of(new ListenerAnswers(listener, listenerAttributes, List.of(), rules)),
            List.of(new GroupAnswers(group, groupAttributes, targets)),
            tags,
            securityGroups,
            usedElsewhere,
            admitting,
            Optional.empty(),
            OptionalInt.empty(),
            Set.of("shop", "shop-new")));
  }

  static List<String> facts(FoundLoadBalancer found, Kind kind) {
    return found.remarks().stream()
        .filter(each -> each.kind() == kind)
        .flatMap(each -> each.facts().stream())
        .toList();
  }

  static ListenerSpec only(FoundLoadBalancer found) {
    return found.spec().listeners().getFirst();
  }

  static RuleCondition path() {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(each -> each.values("/x"))
        .build();
  }

  static Rule.Builder rule(String priority) {
    return Rule.builder().ruleArn(LISTENER + "/" + priority).priority(priority).isDefault(false);
  }

  static SecurityGroup group(String id, String name, IpPermission... permissions) {
    return SecurityGroup.builder().groupId(id).groupName(name).ipPermissions(permissions).build();
  }

  static IpPermission tcp(int port, String network) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(IpRange.builder().cidrIp(network).build())
        .build();
  }
}
