package portico.testing;

import java.util.List;

/**
 * What an account has for specs to stand on.
 *
 * @param region such as {@code us-west-2}
 * @param vpcId of everything that does not say otherwise
 * @param publicSubnets in different zones, with room and IPv6; at least three
 * @param privateSubnets in the same zones, one after the other
 * @param fullSubnet of the first zone, with 7 free addresses
 * @param justRoomSubnet of the first zone, with 8 free addresses
 * @param tinySubnet of the first zone, a /28
 * @param smallestSubnet of the first zone, a /27 with room
 * @param ipv4Subnet of the first zone, without IPv6
 * @param otherVpcSubnets of another VPC, which has an internet gateway, in different zones
 * @param closedVpcId a VPC without an internet gateway
 * @param closedSubnets its subnets, in different zones
 * @param securityGroups of the VPC, at least 5
 * @param instances that run in the VPC
 * @param certificates issued ones, at least 30
 * @param pendingCertificate not issued yet
 * @param webAcls regional ones
 * @param ipamPools one of public and one of private addresses
 * @param functions ARNs
 * @param bucket that takes logs
 * @param zoneId of a public hosted zone
 * @param zoneName without a dot at the end
 */
public record SpecSite(
    String region,
    String vpcId,
    List<String> publicSubnets,
    List<String> privateSubnets,
    String fullSubnet,
    String justRoomSubnet,
    String tinySubnet,
    String smallestSubnet,
    String ipv4Subnet,
    List<String> otherVpcSubnets,
    String closedVpcId,
    List<String> closedSubnets,
    List<String> securityGroups,
    List<String> instances,
    List<String> certificates,
    String pendingCertificate,
    List<String> webAcls,
    List<String> ipamPools,
    List<String> functions,
    String bucket,
    String zoneId,
    String zoneName) {}
