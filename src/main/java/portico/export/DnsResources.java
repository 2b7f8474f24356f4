package portico.export;

import java.util.List;
import portico.export.Value.Fields;
import portico.export.Value.Reference;
import portico.model.DnsRecordSpec;
import portico.model.DnsRecordType;
import portico.model.LoadBalancerSpec;

/** The user's own names that lead to the load balancer. */
final class DnsResources {
  private DnsResources() {}

  static void add(LoadBalancerSpec balancer, StackBuilder stack) {
    for (DnsRecordSpec each : balancer.dnsRecords()) {
      for (DnsRecordType type : DnsRecordType.of(balancer.ipAddressType())) {
        stack.add(
            "dns " + each.name() + " " + type,
            ResourceType.DNS_RECORD,
            each.resourceName(type),
            Fields.empty()
                .put("zone_id", each.hostedZoneId())
                .put("name", each.name())
                .put("type", type.name())
                .put("alias", new Value.Parts(List.of(alias()))));
      }
    }
  }

  private static Fields alias() {
    return Fields.empty()
        .put("name", new Reference(StackBuilder.LOAD_BALANCER, "dns_name"))
        .put("zone_id", new Reference(StackBuilder.LOAD_BALANCER, "zone_id"))
        .put("evaluate_target_health", true);
  }
}
