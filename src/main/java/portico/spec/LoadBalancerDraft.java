package portico.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.model.DnsRecordSpec;
import portico.model.IpAddressType;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.VpcChoice;

/** A load balancer whose network is not looked up yet. */
public record LoadBalancerDraft(
    String name,
    Scheme scheme,
    IpAddressType ipAddressType,
    VpcChoice vpc,
    SubnetChoice subnets,
    List<String> securityGroupIds,
    LoadBalancerAttributes attributes,
    Optional<String> webAclArn,
    Map<String, String> tags,
    Optional<String> ipv4IpamPoolId,
    List<DnsRecordDraft> dnsRecords) {
  public LoadBalancerDraft {
    securityGroupIds = List.copyOf(securityGroupIds);
    dnsRecords = List.copyOf(dnsRecords);
  }

  static LoadBalancerDraft smallest() {
    return new LoadBalancerDraft(
        SpecDefaults.LOAD_BALANCER_NAME,
        Scheme.INTERNET_FACING,
        IpAddressType.IPV4,
        new VpcChoice.Default(),
        new SubnetChoice.Auto(),
        List.of(),
        LoadBalancerAttributes.AWS,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        List.of());
  }

  LoadBalancerSpec in(String vpcId, List<String> subnetIds, List<DnsRecordSpec> found) {
    return new LoadBalancerSpec(
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
        found);
  }
}
