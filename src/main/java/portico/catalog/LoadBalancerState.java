package portico.catalog;

import java.util.Map;

/**
 * A load balancer as AWS reports it.
 *
 * @param state provisioning, active, active_impaired or failed
 * @param tags its tags, to tell whose it is
 */
public record LoadBalancerState(
    String arn, String name, String dnsName, String state, String vpcId, Map<String, String> tags) {
  public LoadBalancerState {
    tags = Map.copyOf(tags);
  }
}
