package portico.export;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import portico.export.Value.Fields;
import portico.export.Value.Reference;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TargetPaths;

/** The load balancer's own security group, and the ways in and out. */
final class AccessResources {
  private final EnvironmentSpec spec;
  private final StackBuilder stack;
  private final String name;
  private final SequencedSet<String> targetGroups;

  AccessResources(EnvironmentSpec spec, StackBuilder stack) {
    this.spec = spec;
    this.stack = stack;
    this.name = name(spec.loadBalancer().name());
    this.targetGroups = new LinkedHashSet<>(spec.access().targetSecurityGroupIds());
  }

  /** EC2 keeps names that begin with sg- for ids (API_CreateSecurityGroup, GroupName). */
  private static String name(String balancer) {
    return (balancer.startsWith("sg-") ? "lb-" : "") + balancer + "-sg";
  }

  void add() {
    stack.add(
        StackBuilder.SECURITY_GROUP,
        ResourceType.SECURITY_GROUP,
        name,
        Fields.empty()
            .put("name", name)
            // AWS makes a new group when this changes.
            .put(
                "description", "Portico: who may reach load balancer " + spec.loadBalancer().name())
            .put("vpc_id", spec.loadBalancer().vpcId())
            .put("tags", new Value.Entries(Map.of("Name", name))));
    for (ListenerSpec listener : spec.listeners()) {
      for (String cidr : new LinkedHashSet<>(spec.access().ingressCidrs())) {
        client(listener.port(), cidr);
      }
    }
    targets();
    letIn();
  }

  private void client(int port, String cidr) {
    rule(
        "clients_" + port + "_" + Names.words(cidr),
        ResourceType.INGRESS_RULE,
        name + "-in-" + port + "-" + inName(cidr),
        rule("clients to listener port " + port, port)
            .put(cidr.contains(":") ? "cidr_ipv6" : "cidr_ipv4", cidr));
  }

  private void targets() {
    TargetPaths paths = new TargetPaths(spec);
    for (int port : paths.portsOfUnknownAddresses()) {
      if (targetGroups.isEmpty()) {
        egress("", port, "cidr_ipv4", "0.0.0.0/0");
      }
      for (String group : targetGroups) {
        egress("-" + group, port, "referenced_security_group_id", group);
      }
    }
    for (TargetPaths.Path path : paths.addresses()) {
      egress("-" + inName(path.cidr()), path.port(), "cidr_ipv4", path.cidr());
    }
  }

  private void egress(String suffix, int port, String to, String value) {
    rule(
        "targets_" + port + suffix,
        ResourceType.EGRESS_RULE,
        name + "-out-" + port + suffix,
        rule("load balancer to targets on port " + port, port).put(to, value));
  }

  /** Rules on the targets' own groups. */
  private void letIn() {
    for (String group : targetGroups) {
      for (int port : new TargetPaths(spec).ports()) {
        rule(
            "let_in_" + port + "_" + group,
            ResourceType.INGRESS_RULE,
            name + "-to-" + port + "-" + group,
            Fields.empty()
                .put("security_group_id", group)
                .put("description", "Portico: from load balancer " + spec.loadBalancer().name())
                .put("ip_protocol", "tcp")
                .put("from_port", port)
                .put("to_port", port)
                .put(
                    "referenced_security_group_id",
                    new Reference(StackBuilder.SECURITY_GROUP, "id")));
      }
    }
  }

  private void rule(String id, ResourceType type, String ruleName, Fields fields) {
    stack.add(id, type, ruleName, fields.put("tags", new Value.Entries(Map.of("Name", ruleName))));
  }

  private static Fields rule(String description, int port) {
    return Fields.empty()
        .put("security_group_id", new Reference(StackBuilder.SECURITY_GROUP, "id"))
        .put("description", description)
        .put("ip_protocol", "tcp")
        .put("from_port", port)
        .put("to_port", port);
  }

  private static String inName(String cidr) {
    return cidr.replace('/', '-').replace(':', '-');
  }
}
