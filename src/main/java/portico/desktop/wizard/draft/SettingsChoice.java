package portico.desktop.wizard.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.model.DnsRecordSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.ServiceSpec;

/**
 * What the load balancer does beside routing.
 *
 * @param service with the timeouts of both ends as the ladder has them
 * @param dnsRecords names of the user's own that lead to it
 * @param securityGroupIds existing groups beside the environment's own
 * @param tags of every resource
 * @param loadBalancerTags of the load balancer alone
 */
public record SettingsChoice(
    ServiceSpec service,
    LoadBalancerAttributes attributes,
    Optional<String> webAclArn,
    List<DnsRecordSpec> dnsRecords,
    List<String> securityGroupIds,
    Map<String, String> tags,
    Map<String, String> loadBalancerTags) {
  public SettingsChoice {
    dnsRecords = List.copyOf(dnsRecords);
    securityGroupIds = List.copyOf(securityGroupIds);
    tags = Map.copyOf(tags);
    loadBalancerTags = Map.copyOf(loadBalancerTags);
  }
}
