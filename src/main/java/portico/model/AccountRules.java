package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * AWS's rules that need facts read from the account, beside those of {@link NetworkRules}. Pure:
 * whoever reads the facts passes them in.
 */
public final class AccountRules {
  /** ACM's word for a certificate that can be used. */
  private static final String ISSUED = "ISSUED";

  private AccountRules() {}

  /**
   * Whether the listeners' certificates exist and are issued.
   *
   * @param statuses ACM's word for each certificate of the region, by ARN; certificates of IAM,
   *     which ACM does not list, are not looked at
   */
  public static List<Violation> certificates(EnvironmentSpec spec, Map<String, String> statuses) {
    List<Violation> found = new ArrayList<>();
    for (int index = 0; index < spec.listeners().size(); index++) {
      Optional<TlsSpec> tls = spec.listeners().get(index).tls();
      if (tls.isEmpty()) {
        continue;
      }
      String field = "listeners[" + index + "].tls";
      found.addAll(certificate(field + ".certificateArn", tls.get().certificateArn(), statuses));
      List<String> further = tls.get().furtherCertificateArns();
      for (int place = 0; place < further.size(); place++) {
        String at = field + ".furtherCertificateArns[" + place + "]";
        found.addAll(certificate(at, further.get(place), statuses));
      }
    }
    return found;
  }

  /** One certificate, for a form. */
  public static List<Violation> certificate(
      String field, String arn, Map<String, String> statuses) {
    if (!arn.contains(":acm:")) {
      return List.of();
    }
    String status = statuses.getOrDefault(arn, "");
    if (status.isEmpty()) {
      return List.of(Violation.of(field, Rule.CERTIFICATE_UNKNOWN, arn));
    }
    return status.equals(ISSUED)
        ? List.of()
        : List.of(Violation.of(field, Rule.CERTIFICATE_NOT_ISSUED, arn, status));
  }

  /**
   * Whether the web ACL exists.
   *
   * @param arns of all regional web ACLs of the region
   */
  public static List<Violation> webAcl(EnvironmentSpec spec, Set<String> arns) {
    return spec
        .loadBalancer()
        .webAclArn()
        .filter(arn -> !arns.contains(arn))
        .map(arn -> Violation.of("loadBalancer.webAclArn", Rule.WEB_ACL_UNKNOWN, arn))
        .stream()
        .toList();
  }

  /**
   * Whether the zones of the user's own names exist and hold them.
   *
   * @param zones names without a dot at the end, by id
   */
  public static List<Violation> dnsRecords(EnvironmentSpec spec, Map<String, String> zones) {
    List<Violation> found = new ArrayList<>();
    List<DnsRecordSpec> records = spec.loadBalancer().dnsRecords();
    for (int index = 0; index < records.size(); index++) {
      found.addAll(dnsRecord("loadBalancer.dnsRecords[" + index + "]", records.get(index), zones));
    }
    return found;
  }

  /** One record, for a form or another check. */
  public static List<Violation> dnsRecord(
      String field, DnsRecordSpec dnsRecord, Map<String, String> zones) {
    String id = dnsRecord.hostedZoneId();
    String zone = zones.getOrDefault(id, "");
    if (zone.isEmpty()) {
      return List.of(Violation.of(field + ".hostedZoneId", Rule.HOSTED_ZONE_UNKNOWN, id));
    }
    return DnsRules.isWithin(dnsRecord.name(), zone)
        ? List.of()
        : List.of(
            Violation.of(field + ".name", Rule.DOMAIN_NAME_OUTSIDE_ZONE, dnsRecord.name(), zone));
  }

  /**
   * Whether the IPAM pool exists.
   *
   * @param ids of the region's pools of public IPv4 addresses
   */
  public static List<Violation> ipamPool(EnvironmentSpec spec, Set<String> ids) {
    return spec
        .loadBalancer()
        .ipv4IpamPoolId()
        .filter(id -> !ids.contains(id))
        .map(id -> Violation.of("loadBalancer.ipv4IpamPoolId", Rule.IPAM_POOL_UNKNOWN, id))
        .stream()
        .toList();
  }

  /**
   * Whether each subnet has IPv6 where the load balancer needs it.
   *
   * @param withIpv6 ids of the subnets that have an IPv6 network
   */
  public static List<Violation> ipv6Subnets(EnvironmentSpec spec, Set<String> withIpv6) {
    List<Violation> found = new ArrayList<>();
    List<String> ids = spec.loadBalancer().subnetIds();
    for (int index = 0; index < ids.size(); index++) {
      String id = ids.get(index);
      String field = "loadBalancer.subnetIds[" + index + "]";
      found.addAll(
          ipv6Subnet(field, spec.loadBalancer().ipAddressType(), id, withIpv6.contains(id)));
    }
    return found;
  }

  /** One subnet, for a form or another check. */
  public static List<Violation> ipv6Subnet(
      String field, IpAddressType type, String id, boolean hasIpv6) {
    return type.hasIpv6() && !hasIpv6
        ? List.of(Violation.of(field, Rule.SUBNET_WITHOUT_IPV6, id))
        : List.of();
  }

  /**
   * Whether targets outside the VPC have a zone.
   *
   * @param vpc the VPC's IPv4 networks
   */
  public static List<Violation> ipTargets(EnvironmentSpec spec, List<Ipv4Network> vpc) {
    List<Violation> found = new ArrayList<>();
    for (int index = 0; index < spec.targetGroups().size(); index++) {
      List<TargetSpec> targets = spec.targetGroups().get(index).targets();
      for (int place = 0; place < targets.size(); place++) {
        if (targets.get(place) instanceof IpTarget ip && lacksZone(ip, vpc)) {
          String field = "targetGroups[" + index + "].targets[" + place + "].zone";
          found.add(Violation.of(field, Rule.IP_TARGET_ZONE_NEEDED, ip.address()));
        }
      }
    }
    return found;
  }

  /** Whether one target is outside the VPC and has no zone, for a form. */
  public static boolean lacksZone(IpTarget target, List<Ipv4Network> vpc) {
    // What is no address breaks another rule.
    return target.zone().isEmpty()
        && Ipv4Network.parse(target.address() + "/32")
            .filter(address -> vpc.stream().noneMatch(network -> network.contains(address)))
            .isPresent();
  }
}
