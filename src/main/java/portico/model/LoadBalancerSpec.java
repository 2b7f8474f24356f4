package portico.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Application Load Balancer and where it stands.
 *
 * @param name 1 to 32 characters, unique per region and account (API_CreateLoadBalancer)
 * @param scheme internet-facing or internal
 * @param ipAddressType the addresses of its nodes
 * @param vpcId the VPC of all subnets
 * @param subnetIds one subnet in each of at least two Availability Zones
 * @param securityGroupIds existing groups beside the environment's own, at most 4
 * @param attributes how it treats connections and requests
 * @param webAclArn the AWS WAF web ACL that inspects requests; regional, not of CloudFront
 * @param dnsRecords names of the user's own that lead to it
 * @param tags of the load balancer, beside the environment's
 * @param ipv4IpamPoolId the IPAM pool that its public IPv4 addresses come from; empty for AWS's own
 */
public record LoadBalancerSpec(
    String name,
    Scheme scheme,
    IpAddressType ipAddressType,
    String vpcId,
    List<String> subnetIds,
    List<String> securityGroupIds,
    LoadBalancerAttributes attributes,
    Optional<String> webAclArn,
    Map<String, String> tags,
    Optional<String> ipv4IpamPoolId,
    List<DnsRecordSpec> dnsRecords) {
  public LoadBalancerSpec {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
    dnsRecords = List.copyOf(dnsRecords);
    tags = OrderedMaps.copyOf(tags);
  }

  /** Without a name of the user's own. */
  public LoadBalancerSpec(
      String name,
      Scheme scheme,
      IpAddressType ipAddressType,
      String vpcId,
      List<String> subnetIds,
      List<String> securityGroupIds,
      LoadBalancerAttributes attributes,
      Optional<String> webAclArn,
      Map<String, String> tags,
      Optional<String> ipv4IpamPoolId) {
    this(
        name,
        scheme,
        ipAddressType,
        vpcId,
        subnetIds,
        securityGroupIds,
        attributes,
        webAclArn,
        tags,
        ipv4IpamPoolId,
        List.of());
  }

  /** With public addresses of AWS's own, and without a name of the user's own. */
  public LoadBalancerSpec(
      String name,
      Scheme scheme,
      IpAddressType ipAddressType,
      String vpcId,
      List<String> subnetIds,
      List<String> securityGroupIds,
      LoadBalancerAttributes attributes,
      Optional<String> webAclArn,
      Map<String, String> tags) {
    this(
        name,
        scheme,
        ipAddressType,
        vpcId,
        subnetIds,
        securityGroupIds,
        attributes,
        webAclArn,
        tags,
        Optional.empty(),
        List.of());
  }

  /** With IPv4, AWS's attributes and nothing beside the environment's own security group. */
  public LoadBalancerSpec(String name, Scheme scheme, String vpcId, List<String> subnetIds) {
    this(
        name,
        scheme,
        IpAddressType.IPV4,
        vpcId,
        subnetIds,
        List.of(),
        LoadBalancerAttributes.AWS,
        Optional.empty(),
        Map.of());
  }
}
