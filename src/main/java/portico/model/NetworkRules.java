package portico.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AWS's rules on the subnets of a load balancer, which need facts read from the account. */
public final class NetworkRules {
  /** application-load-balancers.html, "Subnets for your load balancer". */
  public static final int LONGEST_PREFIX = 27;

  public static final int FREE_ADDRESSES_NEEDED = 8;

  private NetworkRules() {}

  /** Why a load balancer of that scheme cannot stand in the subnet; empty when it can. */
  public static List<Violation> unfit(SubnetFacts subnet, Scheme scheme) {
    String field = "loadBalancer.subnetIds";
    List<Violation> found = new ArrayList<>();
    if (!subnet.zoneType().equals("availability-zone")) {
      found.add(Violation.of(field, Rule.SUBNET_ZONE_TYPE, subnet.zoneType()));
    }
    if (subnet.prefixLength() > LONGEST_PREFIX) {
      found.add(Violation.of(field, Rule.SUBNET_TOO_SMALL, subnet.prefixLength()));
    }
    if (subnet.freeAddresses() < FREE_ADDRESSES_NEEDED) {
      found.add(
          Violation.of(
              field, Rule.SUBNET_FREE_ADDRESSES, subnet.freeAddresses(), FREE_ADDRESSES_NEEDED));
    }
    if (scheme == Scheme.INTERNET_FACING && !subnet.isPublic()) {
      found.add(Violation.of(field, Rule.SUBNET_NOT_PUBLIC));
    }
    return found;
  }

  /** What is wrong with the chosen subnets together, each one's own unfitness included. */
  public static List<Violation> check(String vpcId, Scheme scheme, List<SubnetFacts> chosen) {
    List<Violation> found = new ArrayList<>();
    Set<String> zones = new HashSet<>();
    for (SubnetFacts subnet : chosen) {
      if (!subnet.vpcId().equals(vpcId)) {
        found.add(
            Violation.of("loadBalancer.subnetIds", Rule.SUBNET_OTHER_VPC, subnet.id(), vpcId));
      }
      if (!zones.add(subnet.zone())) {
        found.add(Violation.of("loadBalancer.subnetIds", Rule.SUBNETS_ONE_PER_ZONE, subnet.zone()));
      }
      found.addAll(unfit(subnet, scheme));
    }
    if (zones.size() < 2) {
      found.add(Violation.of("loadBalancer.subnetIds", Rule.SUBNETS_TWO_ZONES, zones.size()));
    }
    return found;
  }

  /**
   * The pair that a user most likely wants: the fit subnet with most free addresses in each zone,
   * in the first two zones by name. Fewer than two when there is no pair.
   */
  public static List<SubnetFacts> sensiblePair(Scheme scheme, List<SubnetFacts> subnets) {
    Map<String, SubnetFacts> best = new HashMap<>();
    for (SubnetFacts subnet : subnets) {
      if (unfit(subnet, scheme).isEmpty()) {
        best.merge(subnet.zone(), subnet, NetworkRules::preferred);
      }
    }
    return best.values().stream().sorted(Comparator.comparing(SubnetFacts::zone)).limit(2).toList();
  }

  /**
   * An internal load balancer prefers private subnets; otherwise the one with more free addresses.
   */
  private static SubnetFacts preferred(SubnetFacts one, SubnetFacts other) {
    if (one.isPublic() != other.isPublic()) {
      return one.isPublic() ? other : one;
    }
    if (one.freeAddresses() != other.freeAddresses()) {
      return one.freeAddresses() > other.freeAddresses() ? one : other;
    }
    return one.id().compareTo(other.id()) <= 0 ? one : other;
  }
}
