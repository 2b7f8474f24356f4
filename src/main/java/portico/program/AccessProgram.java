package portico.program;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.NavigableSet;
import java.util.TreeSet;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/**
 * The environment's own security group: in on the listener ports from the chosen networks, out on
 * the target ports. Without a group AWS attaches the VPC's default one, which admits only itself,
 * and the URL times out.
 */
final class AccessProgram {
  private final Ownership ownership;
  private final SecurityGroup group;

  AccessProgram(EnvironmentSpec spec, Ownership ownership) {
    this.ownership = ownership;
    String name = spec.loadBalancer().name() + "-sg";
    this.group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .name(name)
                .description("Portico: who may reach load balancer " + spec.loadBalancer().name())
                .vpcId(spec.loadBalancer().vpcId())
                .tags(ownership.tagsNamed(name))
                .build());
    for (ListenerSpec listener : spec.listeners()) {
      for (String cidr : spec.access().ingressCidrs()) {
        ingress(name, listener.port(), cidr);
      }
    }
    for (int port : targetPorts(spec)) {
      egress(name, port);
    }
  }

  Output<String> securityGroupId() {
    return group.id();
  }

  private static NavigableSet<Integer> targetPorts(EnvironmentSpec spec) {
    NavigableSet<Integer> ports = new TreeSet<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      ports.add(group.port());
      for (TargetSpec target : group.targets()) {
        target.port().ifPresent(ports::add);
      }
    }
    return ports;
  }

  private void ingress(String name, int port, String cidr) {
    String rule = name + "-in-" + port + "-" + cidr.replace('/', '-');
    new SecurityGroupIngressRule(
        rule,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("clients to listener port " + port)
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .cidrIpv4(cidr)
            .tags(ownership.tagsNamed(rule))
            .build(),
        CustomResourceOptions.builder().parent(group).build());
  }

  private void egress(String name, int port) {
    String rule = name + "-out-" + port;
    new SecurityGroupEgressRule(
        rule,
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("load balancer to targets on port " + port)
            .ipProtocol("tcp")
            .fromPort(port)
            .toPort(port)
            .cidrIpv4("0.0.0.0/0")
            .tags(ownership.tagsNamed(rule))
            .build(),
        CustomResourceOptions.builder().parent(group).build());
  }
}
