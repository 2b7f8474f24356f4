package portico.model;

import java.util.List;

/**
 * An Application Load Balancer and where it stands.
 *
 * @param name 1 to 32 characters, unique per region and account (API_CreateLoadBalancer)
 * @param scheme internet-facing or internal
 * @param vpcId the VPC of all subnets
 * @param subnetIds one subnet in each of at least two Availability Zones
 */
public record LoadBalancerSpec(String name, Scheme scheme, String vpcId, List<String> subnetIds) {
  public LoadBalancerSpec {
    subnetIds = List.copyOf(subnetIds);
  }
}
