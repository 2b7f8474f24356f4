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

  private static final String SUBNETS = "loadBalancer.subnetIds";

  private NetworkRules() {}

  /** Why a load balancer of that scheme cannot stand in the subnet; empty when it can. */
  public static List<Violation> unfit(SubnetFacts subnet, Scheme scheme) {
    return unfit(SUBNETS, subnet, scheme);
  }

  private static List<Violation> unfit(String field, SubnetFacts subnet, Scheme scheme) {
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

  /**
   * What is wrong with the chosen subnets together, each one's own unfitness included.
   *
   * @param chosen in the order of the spec's subnet ids, since violations name their position
   */
  public static List<Violation> check(String vpcId, Scheme scheme, List<SubnetFacts> chosen) {
    List<Violation> found = new ArrayList<>();
    Set<String> zones = new HashSet<>();
    for (int index = 0; index < chosen.size(); index++) {
      SubnetFacts subnet = chosen.get(index);
      String field = SUBNETS + "[" + index + "]";
      if (!subnet.vpcId().equals(vpcId)) {
        found.add(Violation.of(field, Rule.SUBNET_OTHER_VPC, subnet.id(), vpcId));
      }
      if (!zones.add(subnet.zone())) {
        found.add(Violation.of(field, Rule.SUBNETS_ONE_PER_ZONE, subnet.zone()));
      }
      found.addAll(unfit(field, subnet, scheme));
    }
    if (zones.size() < 2) {
      found.add(Violation.of(SUBNETS, Rule.SUBNETS_TWO_ZONES, zones.size()));
    }
    return found;
  }

  /**
   * The pair that a user most likely wants: one fit subnet in each of the first two zones by name;
   * within a zone a private one for an internal load balancer, then the one with most free
   * addresses. Fewer than two when there is no pair.
   *
   * @param subnets of one VPC, in any order
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
