package portico.program;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashSet;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TargetPaths;

/**
 * The environment's own security group: in on the listener ports from the chosen networks, out to
 * the targets on their ports alone. Without a group AWS attaches the VPC's default one, which
 * admits only itself, and the URL times out.
 *
 * <p>Out to an address: that address. Out to instances: their security groups where the user names
 * them, which then get a rule that lets the load balancer in. Instances whose groups are not named
 * are known by nothing but their ids, so the way out is open to anywhere, on their port.
 */
final class AccessProgram {
  private final ResourceTags tags;
  private final String name;
  private final SecurityGroup group;

  private AccessProgram(EnvironmentSpec spec, ResourceTags tags) {
    this.tags = tags;
    this.name = name(spec.loadBalancer().name());
    this.group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .name(name)
                .description("Portico: who may reach load balancer " + spec.loadBalancer().name())
                .vpcId(spec.loadBalancer().vpcId())
                .tags(tags.named(name))
                .build());
  }

  /** EC2 keeps names that begin with sg- for ids (API_CreateSecurityGroup, GroupName). */
  static String name(String balancer) {
    return (balancer.startsWith("sg-") ? "lb-" : "") + balancer + "-sg";
  }

  /** Makes the group and all rules, and answers the group. */
  static SecurityGroup of(EnvironmentSpec spec, ResourceTags tags) {
    AccessProgram access = new AccessProgram(spec, tags);
    access.clients(spec);
    access.targets(spec);
    access.targetGroups(spec);
    return access.group;
  }

  private void clients(EnvironmentSpec spec) {
    for (ListenerSpec listener : spec.listeners()) {
      for (String cidr : new LinkedHashSet<>(spec.access().ingressCidrs())) {
        String rule = name + "-in-" + listener.port() + "-" + inName(cidr);
        SecurityGroupIngressRuleArgs.Builder arguments =
            ingress(listener.port())
                .securityGroupId(group.id())
                .description("clients to listener port " + listener.port())
                .tags(tags.named(rule));
        new SecurityGroupIngressRule(
            rule,
            (cidr.contains(":") ? arguments.cidrIpv6(cidr) : arguments.cidrIpv4(cidr)).build(),
            ofGroup());
      }
    }
  }

  private void targets(EnvironmentSpec spec) {
    TargetPaths paths = new TargetPaths(spec);
    LinkedHashSet<String> groups = new LinkedHashSet<>(spec.access().targetSecurityGroupIds());
    for (int port : paths.portsOfUnknownAddresses()) {
      if (groups.isEmpty()) {
        egress("", egress(port).cidrIpv4("0.0.0.0/0"), port);
      }
      for (String targets : groups) {
        egress("-" + targets, egress(port).referencedSecurityGroupId(targets), port);
      }
    }
    for (TargetPaths.Path path : paths.addresses()) {
      egress("-" + inName(path.cidr()), egress(path.port()).cidrIpv4(path.cidr()), path.port());
    }
  }

  private void egress(String suffix, SecurityGroupEgressRuleArgs.Builder arguments, int port) {
    String rule = name + "-out-" + port + suffix;
    new SecurityGroupEgressRule(
        rule,
        arguments
            .securityGroupId(group.id())
            .description("load balancer to targets on port " + port)
            .tags(tags.named(rule))
            .build(),
        ofGroup());
  }

  /** Rules on the targets' own groups. They refer to this group, so they are deleted before it. */
  private void targetGroups(EnvironmentSpec spec) {
    String whose =
        "Portico: from load balancer %s of environment %s"
            .formatted(spec.loadBalancer().name(), tags.ownership().environment().value());
    for (String targets : new LinkedHashSet<>(spec.access().targetSecurityGroupIds())) {
      for (int port : new TargetPaths(spec).ports()) {
        String rule = name + "-to-" + port + "-" + targets;
        new SecurityGroupIngressRule(
            rule,
            ingress(port)
                .securityGroupId(targets)
                .referencedSecurityGroupId(group.id())
                .description(whose)
                .tags(tags.named(rule))
                .build(),
            ofGroup());
      }
    }
  }

  private static SecurityGroupIngressRuleArgs.Builder ingress(int port) {
    return SecurityGroupIngressRuleArgs.builder().ipProtocol("tcp").fromPort(port).toPort(port);
  }

  private static SecurityGroupEgressRuleArgs.Builder egress(int port) {
    return SecurityGroupEgressRuleArgs.builder().ipProtocol("tcp").fromPort(port).toPort(port);
  }

  /** Colons would look like the ends of a URN's parts. */
  private static String inName(String cidr) {
    return cidr.replace('/', '-').replace(':', '-');
  }

  private CustomResourceOptions ofGroup() {
    return CustomResourceOptions.builder().parent(group).build();
  }
}
