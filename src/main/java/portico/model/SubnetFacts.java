package portico.model;

/**
 * What AWS's rules on subnets need to know of one.
 *
 * @param zoneType {@code availability-zone} or another of EC2's zone types
 * @param prefixLength of its IPv4 network, 0 to 32
 * @param freeAddresses IPv4 addresses not in use
 * @param isPublic whether its route table leads to an internet gateway
 */
public record SubnetFacts(
    String id,
    String vpcId,
    String zone,
    String zoneType,
    int prefixLength,
    int freeAddresses,
    boolean isPublic) {}
