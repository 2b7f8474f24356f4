package portico.preflight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portico.catalog.Answer;
import portico.catalog.Instance;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.model.AccountRules;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.Ipv4Network;
import portico.model.LoadBalancerSpec;
import portico.model.NetworkRules;
import portico.model.Violation;

/** Subnets and instances. */
final class NetworkChecks {
  private NetworkChecks() {}

  static List<Check> subnets(EnvironmentSpec spec, Map<String, Subnet> subnets) {
    List<Check> found = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (String id : spec.loadBalancer().subnetIds()) {
      Optional<Subnet> subnet = Optional.ofNullable(subnets.get(id));
      if (subnet.isEmpty()) {
        found.add(Check.of(Finding.SUBNET_GONE, id));
        continue;
      }
      fewest = Math.min(fewest, subnet.get().freeAddresses());
      for (Violation each : unfit(spec.loadBalancer(), subnet.get())) {
        found.add(Check.of(Finding.SUBNET_UNFIT, id, each));
      }
    }
    return found.isEmpty() ? List.of(Check.of(Finding.SUBNETS_FIT, fewest)) : found;
  }

  private static List<Violation> unfit(LoadBalancerSpec balancer, Subnet subnet) {
    List<Violation> found = new ArrayList<>(NetworkRules.unfit(subnet.facts(), balancer.scheme()));
    found.addAll(
        AccountRules.ipv6Subnet(
            "loadBalancer.subnetIds", balancer.ipAddressType(), subnet.id(), subnet.hasIpv6()));
    return found;
  }

  /** Addresses that AWS takes only with a zone. */
  static List<Check> addresses(EnvironmentSpec spec, List<Vpc> vpcs) {
    List<String> networks =
        vpcs.stream()
            .filter(vpc -> vpc.id().equals(spec.loadBalancer().vpcId()))
            .flatMap(vpc -> vpc.cidrs().stream())
            .toList();
    if (networks.isEmpty()) {
      return List.of();
    }
    List<Ipv4Network> parsed =
        networks.stream().flatMap(cidr -> Ipv4Network.parse(cidr).stream()).toList();
    return AccountRules.ipTargets(spec, parsed).stream()
        .map(
            each ->
                Check.of(
                    Finding.TARGET_ZONE_NEEDED,
                    each.facts().getFirst(),
                    String.join(", ", networks)))
        .toList();
  }

  static boolean hasAddresses(EnvironmentSpec spec) {
    return spec.targetGroups().stream()
        .flatMap(group -> group.targets().stream())
        .anyMatch(IpTarget.class::isInstance);
  }

  static boolean hasInstances(EnvironmentSpec spec) {
    return instanceIds(spec).findAny().isPresent();
  }

  static boolean namesGroups(EnvironmentSpec spec) {
    return !spec.loadBalancer().securityGroupIds().isEmpty()
        || !spec.access().targetSecurityGroupIds().isEmpty();
  }

  static List<Check> withoutInstances(EnvironmentSpec spec) {
    return spec.targetGroups().stream().allMatch(group -> group.targets().isEmpty())
        ? List.of(Check.of(Finding.TARGETS_NONE))
        : List.of();
  }

  private static Stream<String> instanceIds(EnvironmentSpec spec) {
    return spec.targetGroups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(InstanceTarget.class::isInstance)
        .map(target -> target.id())
        .distinct();
  }

  static List<Check> targets(
      EnvironmentSpec spec, Map<String, Instance> instances, Answer<List<Subnet>> subnets) {
    Set<String> zones = new HashSet<>();
    if (subnets instanceof Answer.Found<List<Subnet>>(var read)) {
      read.stream()
          .filter(subnet -> spec.loadBalancer().subnetIds().contains(subnet.id()))
          .forEach(subnet -> zones.add(subnet.zone()));
    }
    List<Check> found = new ArrayList<>();
    List<String> ids = instanceIds(spec).toList();
    for (String id : ids) {
      Optional<Instance> instance = Optional.ofNullable(instances.get(id));
      if (instance.isEmpty()) {
        found.add(Check.of(Finding.TARGET_GONE, id));
      } else if (!instance.get().isRunning()) {
        found.add(Check.of(Finding.TARGET_NOT_RUNNING, id, instance.get().state()));
      } else if (!zones.isEmpty() && !zones.contains(instance.get().zone())) {
        found.add(Check.of(Finding.TARGET_OUTSIDE_ZONES, id, instance.get().zone()));
      }
    }
    return found.isEmpty() ? List.of(Check.of(Finding.TARGETS_RUN, ids.size())) : found;
  }
}
