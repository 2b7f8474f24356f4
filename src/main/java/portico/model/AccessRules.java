package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules on who may reach the listeners, and the targets. */
public final class AccessRules {
  /** Of each version of IP, and in each direction (amazon-vpc-limits.html). */
  public static final int SECURITY_GROUP_RULES_MAX = 60;

  private AccessRules() {}

  /** A network that may reach a load balancer with addresses of that type. */
  public static List<Violation> ingress(String field, String cidr, IpAddressType type) {
    List<Violation> found = new ArrayList<>(FieldRules.cidr(field, cidr));
    if (!type.hasIpv6() && Ipv6Network.parse(cidr).isPresent()) {
      found.add(Violation.of(field, Rule.INGRESS_NEEDS_DUALSTACK, cidr));
    }
    return found;
  }

  /**
   * @param listeners how many there are: each network gets a rule for each
   */
  static List<Violation> check(AccessSpec access, IpAddressType type, int listeners) {
    List<Violation> found = new ArrayList<>();
    if (access.ingressCidrs().isEmpty()) {
      found.add(Violation.of("access.ingressCidrs", Rule.INGRESS_REQUIRED));
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < access.ingressCidrs().size(); index++) {
      String cidr = access.ingressCidrs().get(index);
      String field = "access.ingressCidrs[" + index + "]";
      found.addAll(ingress(field, cidr, type));
      if (!seen.add(sameForAll(cidr))) {
        found.add(Violation.of(field, Rule.INGRESS_TWICE, cidr));
      }
    }
    found.addAll(number(access.ingressCidrs(), listeners));
    found.addAll(
        LoadBalancerRules.securityGroups(
            "access.targetSecurityGroupIds", access.targetSecurityGroupIds()));
    return found;
  }

  private static List<Violation> number(List<String> cidrs, int listeners) {
    long ipv6 = cidrs.stream().distinct().filter(cidr -> cidr.contains(":")).count();
    long ipv4 = cidrs.stream().distinct().count() - ipv6;
    int rules = (int) Math.max(ipv4, ipv6) * listeners;
    return rules <= SECURITY_GROUP_RULES_MAX
        ? List.of()
        : List.of(
            Violation.of(
                "access.ingressCidrs", Rule.INGRESS_TOO_MANY, rules, SECURITY_GROUP_RULES_MAX));
  }

  /** The rules towards the targets: those for IPv4, and those that name a security group. */
  static List<Violation> outgoing(EnvironmentSpec spec) {
    TargetPaths paths = new TargetPaths(spec);
    int groups = (int) spec.access().targetSecurityGroupIds().stream().distinct().count();
    int rules =
        paths.portsOfUnknownAddresses().size() * Math.max(1, groups) + paths.addresses().size();
    return rules <= SECURITY_GROUP_RULES_MAX
        ? List.of()
        : List.of(
            Violation.of("targetGroups", Rule.EGRESS_TOO_MANY, rules, SECURITY_GROUP_RULES_MAX));
  }

  /** An IPv6 network has many spellings. */
  private static String sameForAll(String cidr) {
    return Ipv6Network.parse(cidr).map(Ipv6Network::toString).orElse(cidr);
  }
}
