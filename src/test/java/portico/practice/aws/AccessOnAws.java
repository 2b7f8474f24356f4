package portico.practice.aws;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetPaths;
import portico.model.TargetType;

/**
 * Makes the rules of a spec's security groups in the simulated AWS.
 *
 * @param ec2 sends an action
 * @param named the tags of what has that name
 */
record AccessOnAws(
    EnvironmentSpec spec,
    BiConsumer<String, Request> ec2,
    Function<String, Map<String, String>> named) {
  void make(String own) {
    for (ListenerSpec listener : spec.listeners()) {
      for (String cidr : spec.access().ingressCidrs()) {
        Request request = permission(own, listener.port());
        if (cidr.contains(":")) {
          request.with("IpPermissions.1.Ipv6Ranges.1.CidrIpv6", cidr);
        } else {
          request.with("IpPermissions.1.IpRanges.1.CidrIp", cidr);
        }
        String name = spec.loadBalancer().name() + "-in-" + listener.port();
        request.specified("security-group-rule", named.apply(name));
        ec2.accept("AuthorizeSecurityGroupIngress", request);
      }
    }
    outgoing(own);
    for (String targets : new LinkedHashSet<>(spec.access().targetSecurityGroupIds())) {
      for (int port : targetPorts()) {
        Request request = permission(targets, port).with("IpPermissions.1.Groups.1.GroupId", own);
        ec2.accept("AuthorizeSecurityGroupIngress", request);
      }
    }
  }

  private void outgoing(String own) {
    ec2.accept(
        "RevokeSecurityGroupEgress",
        new Request()
            .with("GroupId", own)
            .with("IpPermissions.1.IpProtocol", "-1")
            .with("IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"));
    TargetPaths paths = new TargetPaths(spec);
    Set<String> groups = new LinkedHashSet<>(spec.access().targetSecurityGroupIds());
    for (int port : paths.portsOfUnknownAddresses()) {
      if (groups.isEmpty()) {
        out(permission(own, port).with("IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"));
      }
      groups.forEach(
          group -> out(permission(own, port).with("IpPermissions.1.Groups.1.GroupId", group)));
    }
    paths
        .addresses()
        .forEach(
            path ->
                out(
                    permission(own, path.port())
                        .with("IpPermissions.1.IpRanges.1.CidrIp", path.cidr())));
  }

  private void out(Request request) {
    ec2.accept("AuthorizeSecurityGroupEgress", request);
  }

  private static Request permission(String group, int port) {
    return new Request()
        .with("GroupId", group)
        .with("IpPermissions.1.IpProtocol", "tcp")
        .with("IpPermissions.1.FromPort", port)
        .with("IpPermissions.1.ToPort", port);
  }

  private Set<Integer> targetPorts() {
    Set<Integer> ports = new TreeSet<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      if (group.targetType() != TargetType.LAMBDA) {
        group.targets().forEach(target -> ports.add(group.portOf(target)));
        ports.add(group.port());
      }
    }
    return ports;
  }
}
