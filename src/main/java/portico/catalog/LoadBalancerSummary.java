package portico.catalog;

import java.util.Optional;

/**
 * An Application Load Balancer as a list shows it.
 *
 * @param scheme internet-facing or internal
 * @param dnsName where it is reached
 * @param state provisioning, active, active_impaired or failed
 * @param environment of Portico that it belongs to, by its tags
 */
public record LoadBalancerSummary(
    String name,
    String arn,
    String scheme,
    String vpcId,
    String dnsName,
    String state,
    Optional<String> environment) {}
