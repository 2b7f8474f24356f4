package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Everything that can be said against a spec without asking AWS. */
public final class SpecRules {
  private SpecRules() {}

  /** All violations, in the order of the spec's fields; empty when AWS would take the spec. */
  public static List<Violation> check(EnvironmentSpec spec) {
    List<Violation> found = new ArrayList<>();
    found.addAll(FieldRules.region("region", spec.region()));
    found.addAll(loadBalancer(spec.loadBalancer()));
    found.addAll(targetGroups(spec.targetGroups()));
    found.addAll(listeners(spec));
    found.addAll(access(spec.access()));
    return List.copyOf(found);
  }

  private static List<Violation> loadBalancer(LoadBalancerSpec spec) {
    List<Violation> found = new ArrayList<>();
    found.addAll(FieldRules.loadBalancerName("loadBalancer.name", spec.name()));
    found.addAll(FieldRules.vpcId("loadBalancer.vpcId", spec.vpcId()));
    if (spec.subnetIds().size() < 2) {
      found.add(
          Violation.of("loadBalancer.subnetIds", Rule.SUBNETS_TWO_ZONES, spec.subnetIds().size()));
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < spec.subnetIds().size(); index++) {
      String id = spec.subnetIds().get(index);
      String field = "loadBalancer.subnetIds[" + index + "]";
      found.addAll(FieldRules.subnetId(field, id));
      if (!id.isEmpty() && !seen.add(id)) {
        found.add(Violation.of(field, Rule.SUBNET_TWICE, id));
      }
    }
    return found;
  }

  private static List<Violation> targetGroups(List<TargetGroupSpec> groups) {
    List<Violation> found = new ArrayList<>();
    if (groups.isEmpty()) {
      found.add(Violation.of("targetGroups", Rule.TARGET_GROUP_REQUIRED));
    }
    Set<String> names = new HashSet<>();
    for (int index = 0; index < groups.size(); index++) {
      TargetGroupSpec group = groups.get(index);
      String field = "targetGroups[" + index + "]";
      found.addAll(FieldRules.targetGroupName(field + ".name", group.name()));
      if (!group.name().isEmpty() && !names.add(group.name())) {
        found.add(Violation.of(field + ".name", Rule.NAME_TWICE, group.name()));
      }
      found.addAll(FieldRules.port(field + ".port", group.port()));
      found.addAll(healthCheck(field + ".healthCheck", group.healthCheck()));
      found.addAll(targets(field + ".targets", group));
    }
    return found;
  }

  /** The rules on a health check, each field by itself and together. */
  public static List<Violation> healthCheck(String field, HealthCheckSpec check) {
    List<Violation> found = new ArrayList<>();
    found.addAll(FieldRules.healthCheckPath(field + ".path", check.path()));
    found.addAll(
        FieldRules.healthCheckInterval(field + ".intervalSeconds", check.intervalSeconds()));
    found.addAll(
        FieldRules.healthCheckTimeout(
            field + ".timeoutSeconds",
            check.timeoutSeconds(),
            OptionalInt.of(check.intervalSeconds())));
    found.addAll(
        FieldRules.healthCheckThreshold(field + ".healthyThreshold", check.healthyThreshold()));
    found.addAll(
        FieldRules.healthCheckThreshold(field + ".unhealthyThreshold", check.unhealthyThreshold()));
    return found;
  }

  private static List<Violation> targets(String field, TargetGroupSpec group) {
    List<Violation> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < group.targets().size(); index++) {
      TargetSpec target = group.targets().get(index);
      String at = field + "[" + index + "]";
      if (target instanceof InstanceTarget instance) {
        found.addAll(FieldRules.instanceId(at + ".instanceId", instance.instanceId()));
      }
      target.port().ifPresent(port -> found.addAll(FieldRules.port(at + ".port", port)));
      if (!seen.add(target.id() + ":" + group.portOf(target))) {
        found.add(Violation.of(at, Rule.TARGET_TWICE, target.id()));
      }
    }
    return found;
  }

  private static List<Violation> listeners(EnvironmentSpec spec) {
    List<Violation> found = new ArrayList<>();
    if (spec.listeners().isEmpty()) {
      found.add(Violation.of("listeners", Rule.LISTENER_REQUIRED));
    }
    Set<Integer> ports = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int index = 0; index < spec.listeners().size(); index++) {
      ListenerSpec listener = spec.listeners().get(index);
      String field = "listeners[" + index + "]";
      found.addAll(FieldRules.listenerName(field + ".name", listener.name()));
      if (!listener.name().isEmpty() && !names.add(listener.name())) {
        found.add(Violation.of(field + ".name", Rule.NAME_TWICE, listener.name()));
      }
      if (listener.protocol() != Protocol.HTTP) {
        found.add(Violation.of(field + ".protocol", Rule.LISTENER_HTTP_ONLY));
      }
      found.addAll(FieldRules.port(field + ".port", listener.port()));
      if (!ports.add(listener.port())) {
        found.add(Violation.of(field + ".port", Rule.LISTENER_PORT_TWICE, listener.port()));
      }
      for (String group : listener.targetGroups()) {
        if (spec.targetGroup(group).isEmpty()) {
          found.add(
              Violation.of(field + ".targetGroup", Rule.LISTENER_TARGET_GROUP_UNKNOWN, group));
        }
      }
    }
    return found;
  }

  private static List<Violation> access(AccessSpec access) {
    List<Violation> found = new ArrayList<>();
    if (access.ingressCidrs().isEmpty()) {
      found.add(Violation.of("access.ingressCidrs", Rule.INGRESS_REQUIRED));
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < access.ingressCidrs().size(); index++) {
      String cidr = access.ingressCidrs().get(index);
      String field = "access.ingressCidrs[" + index + "]";
      found.addAll(FieldRules.cidr(field, cidr));
      if (!seen.add(cidr)) {
        found.add(Violation.of(field, Rule.INGRESS_TWICE, cidr));
      }
    }
    return found;
  }
}
