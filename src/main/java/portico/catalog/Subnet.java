package portico.catalog;

import portico.model.SubnetFacts;

/**
 * @param name the Name tag, or an empty text
 * @param cidr IPv4 network
 * @param zone Availability Zone, such as {@code us-west-2a}
 * @param zoneType {@code availability-zone}, {@code local-zone}, {@code wavelength-zone} or {@code
 *     outpost}
 * @param freeAddresses IPv4 addresses not in use
 * @param isPublic whether its route table (its own, else the VPC's main one) sends 0.0.0.0/0 to an
 *     internet gateway
 * @param hasIpv6 whether it has an IPv6 network
 */
public record Subnet(
    String id,
    String name,
    String vpcId,
    String cidr,
    String zone,
    String zoneType,
    int freeAddresses,
    boolean isPublic,
    boolean hasIpv6) {

  /** Without IPv6. */
  public Subnet(
      String id,
      String name,
      String vpcId,
      String cidr,
      String zone,
      String zoneType,
      int freeAddresses,
      boolean isPublic) {
    this(id, name, vpcId, cidr, zone, zoneType, freeAddresses, isPublic, false);
  }

  /** Length of the network part of the CIDR, 0 to 32. */
  public int prefixLength() {
    return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
  }

  /** What the rules of {@code portico.model} need to know. */
  public SubnetFacts facts() {
    return new SubnetFacts(id, vpcId, zone, zoneType, prefixLength(), freeAddresses, isPublic);
  }
}
