package portico.practice.aws.state;

import java.util.Map;
import java.util.Optional;

/**
 * A subnet; {@code unused} is how many addresses are free while no simulated load balancer stands
 * in it.
 */
public record Subnet(
    String id,
    String vpcId,
    String zone,
    String cidr,
    Optional<String> ipv6Cidr,
    int unused,
    boolean publicAddresses,
    boolean zoneDefault,
    Map<String, String> tags) {

  /** The same subnet with other tags. */
  public Subnet tagged(Map<String, String> next) {
    return new Subnet(id, vpcId, zone, cidr, ipv6Cidr, unused, publicAddresses, zoneDefault, next);
  }
}
