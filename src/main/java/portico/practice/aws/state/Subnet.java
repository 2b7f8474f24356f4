package portico.practice.aws.state;

import java.util.Map;

/**
 * A subnet; {@code unused} is how many addresses are free while no simulated load balancer stands
 * in it.
 */
public record Subnet(
    String id,
    String vpcId,
    String zone,
    String cidr,
    int unused,
    boolean publicAddresses,
    boolean zoneDefault,
    Map<String, String> tags) {}
