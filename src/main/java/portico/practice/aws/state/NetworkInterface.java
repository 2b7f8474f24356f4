package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A network interface of an instance or of a load balancer; one with {@code vanishesAt} no longer
 * exists from then on.
 */
public record NetworkInterface(
    String id,
    String subnetId,
    String vpcId,
    String zone,
    String privateIp,
    List<String> securityGroups,
    String description,
    Optional<String> instanceId,
    Optional<String> loadBalancerArn,
    Optional<Instant> vanishesAt) {

  /** Whether it still exists at this time. */
  public boolean existsAt(Instant now) {
    return vanishesAt.isEmpty() || now.isBefore(vanishesAt.get());
  }

  /** The same interface with other security groups. */
  public NetworkInterface guardedBy(List<String> groups) {
    return new NetworkInterface(
        id,
        subnetId,
        vpcId,
        zone,
        privateIp,
        groups,
        description,
        instanceId,
        loadBalancerArn,
        vanishesAt);
  }

  /** The same interface, gone from a time on. */
  public NetworkInterface vanishing(Instant when) {
    return new NetworkInterface(
        id,
        subnetId,
        vpcId,
        zone,
        privateIp,
        securityGroups,
        description,
        instanceId,
        loadBalancerArn,
        Optional.of(when));
  }
}
