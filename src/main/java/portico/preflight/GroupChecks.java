package portico.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** Security groups: whether they exist, and whether the targets' let the load balancer in. */
final class GroupChecks {
  private final EnvironmentSpec spec;
  private final Map<String, SecurityGroup> groups;
  private final Map<String, Instance> instances;

  private GroupChecks(
      EnvironmentSpec spec, Map<String, SecurityGroup> groups, Map<String, Instance> instances) {
    this.spec = spec;
    this.groups = groups;
    this.instances = instances;
  }

  static List<Check> of(
      EnvironmentSpec spec, Map<String, SecurityGroup> groups, Map<String, Instance> instances) {
    return new GroupChecks(spec, groups, instances).checks();
  }

  private List<Check> checks() {
    List<Check> found = new ArrayList<>();
    List<String> named =
        Stream.concat(
                spec.loadBalancer().securityGroupIds().stream(),
                spec.access().targetSecurityGroupIds().stream())
            .distinct()
            .toList();
    for (String id : named) {
      if (!groups.containsKey(id)) {
        found.add(Check.of(Finding.SECURITY_GROUP_GONE, id));
      }
    }
    for (TargetGroupSpec group : spec.targetGroups()) {
      for (TargetSpec target : group.targets()) {
        closed(group, target).ifPresent(found::add);
      }
    }
    return found.isEmpty() ? List.of(Check.of(Finding.SECURITY_GROUPS_FOUND, named.size())) : found;
  }

  private Optional<Check> closed(TargetGroupSpec group, TargetSpec target) {
    if (!(target instanceof InstanceTarget)) {
      return Optional.empty();
    }
    int port = group.portOf(target);
    return Optional.ofNullable(instances.get(target.id()))
        .filter(instance -> instance.securityGroupIds().stream().noneMatch(id -> opens(id, port)))
        .map(instance -> Check.of(Finding.TARGET_CLOSED, instance.id(), port));
  }

  /**
   * Whether the group lets the load balancer in on the port. A group that the account does not list
   * counts as open: nothing is known against it. A rule for some network is taken to mean the load
   * balancer's subnets, since only AWS can tell.
   */
  private boolean opens(String groupId, int port) {
    if (spec.access().targetSecurityGroupIds().contains(groupId)) {
      return true;
    }
    return Optional.ofNullable(groups.get(groupId))
        .map(
            group ->
                group.ingress().stream()
                    .filter(permission -> permission.admits(port))
                    .anyMatch(
                        permission ->
                            !permission.cidrs().isEmpty()
                                || permission.groupIds().stream()
                                    .anyMatch(
                                        other ->
                                            spec.loadBalancer()
                                                .securityGroupIds()
                                                .contains(Objects.requireNonNull(other)))))
        .orElse(true);
  }
}
