package portico.practice.aws.state;

import java.util.Map;

/**
 * A pool of VPC IPAM.
 *
 * @param isPublic whether it is in the public scope
 * @param addressFamily ipv4 or ipv6
 * @param locale the region whose resources get addresses from it
 */
public record IpamPool(
    String id,
    boolean isPublic,
    String addressFamily,
    String locale,
    String description,
    Map<String, String> tags) {}
