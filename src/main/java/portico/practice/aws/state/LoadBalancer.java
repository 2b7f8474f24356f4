package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application load balancer; it is active from {@code readyAt} on if clients can reach it at
 * all.
 */
public record LoadBalancer(
    String arn,
    String name,
    boolean internal,
    String vpcId,
    String ipAddressType,
    String dnsName,
    Instant createdAt,
    Instant readyAt,
    List<ZoneSubnet> zones,
    List<String> securityGroups,
    Map<String, String> attributes,
    Map<String, String> tags,
    Optional<String> ipamPool) {

  /** The same load balancer in other zones. */
  public LoadBalancer across(List<ZoneSubnet> next) {
    return changed(ipAddressType, next, securityGroups, attributes, tags);
  }

  /** The same load balancer with other security groups. */
  public LoadBalancer guardedBy(List<String> groups) {
    return changed(ipAddressType, zones, groups, attributes, tags);
  }

  /** The same load balancer with another type of addresses. */
  public LoadBalancer addressed(String type) {
    return changed(type, zones, securityGroups, attributes, tags);
  }

  /** The same load balancer with other attributes. */
  public LoadBalancer with(Map<String, String> next) {
    return changed(ipAddressType, zones, securityGroups, next, tags);
  }

  /** The same load balancer with other tags. */
  public LoadBalancer tagged(Map<String, String> next) {
    return changed(ipAddressType, zones, securityGroups, attributes, next);
  }

  /** The same load balancer with public IPv4 addresses of a pool, or of AWS's own. */
  public LoadBalancer from(Optional<String> pool) {
    return new LoadBalancer(
        arn,
        name,
        internal,
        vpcId,
        ipAddressType,
        dnsName,
        createdAt,
        readyAt,
        zones,
        securityGroups,
        attributes,
        tags,
        pool);
  }

  private LoadBalancer changed(
      String nextType,
      List<ZoneSubnet> nextZones,
      List<String> nextGroups,
      Map<String, String> nextAttributes,
      Map<String, String> nextTags) {
    return new LoadBalancer(
        arn,
        name,
        internal,
        vpcId,
        nextType,
        dnsName,
        createdAt,
        readyAt,
        nextZones,
        nextGroups,
        nextAttributes,
        nextTags,
        ipamPool);
  }
}
