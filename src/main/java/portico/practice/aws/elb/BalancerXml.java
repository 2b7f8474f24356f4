package portico.practice.aws.elb;

import java.time.Instant;
import java.util.List;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.AliasZones;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.ZoneSubnet;

/** Writes load balancers, with the state they are in by now. */
final class BalancerXml {
  private BalancerXml() {}

  static void write(Call call, Xml xml, List<LoadBalancer> balancers) {
    xml.list("LoadBalancers", "member", balancers, each -> write(call, each, xml));
  }

  private static void write(Call call, LoadBalancer balancer, Xml xml) {
    xml.text("LoadBalancerArn", balancer.arn())
        .text("DNSName", balancer.dnsName())
        .text("CanonicalHostedZoneId", AliasZones.ofBalancers(call.region()))
        .text("CreatedTime", balancer.createdAt())
        .text("LoadBalancerName", balancer.name())
        .text("Scheme", balancer.internal() ? "internal" : "internet-facing")
        .text("VpcId", balancer.vpcId())
        .in(
            "State",
            () ->
                xml.text(
                    "Code", active(call.state(), balancer, call.now()) ? "active" : "provisioning"))
        .text("Type", "application");
    xml.list("AvailabilityZones", "member", balancer.zones(), zone -> write(zone, xml));
    xml.texts("SecurityGroups", "member", balancer.securityGroups())
        .text("IpAddressType", balancer.ipAddressType());
    IpPools.write(balancer, xml);
  }

  static void write(ZoneSubnet zone, Xml xml) {
    xml.text("ZoneName", zone.zone())
        .text("SubnetId", zone.subnetId())
        .in("LoadBalancerAddresses", () -> {});
  }

  /**
   * Whether a load balancer takes requests. One for the internet in a subnet that the internet
   * cannot reach is never more than provisioning (ALB guide, "Troubleshoot": clients cannot connect
   * to an internet-facing load balancer).
   */
  static boolean active(RegionState state, LoadBalancer balancer, Instant now) {
    return !now.isBefore(balancer.readyAt())
        && (balancer.internal() || Networks.reachesInternet(state, balancer));
  }
}
