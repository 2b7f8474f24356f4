package portico.catalog;

/**
 * @param name the Name tag, or an empty text
 * @param cidr IPv4 network
 * @param zone Availability Zone, such as {@code us-west-2a}
 * @param zoneType {@code availability-zone}, {@code local-zone}, {@code wavelength-zone} or {@code
 *     outpost}
 * @param freeAddresses IPv4 addresses not in use
 * @param isPublic whether its route table (its own, else the VPC's main one) sends 0.0.0.0/0 to an
 *     internet gateway
 */
public record Subnet(
    String id,
    String name,
    String vpcId,
    String cidr,
    String zone,
    String zoneType,
    int freeAddresses,
    boolean isPublic) {

  /** Length of the network part of the CIDR, 0 to 32. */
  public int prefixLength() {
    return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
  }
}
