package portico.practice.aws;

import java.util.Map;
import java.util.function.Consumer;
import portico.model.DnsRecordSpec;
import portico.model.LoadBalancerSpec;
import tools.jackson.databind.json.JsonMapper;

/** Makes the user's own names by calls of Route 53. */
final class DnsOnAws {
  private static final JsonMapper JSON = new JsonMapper();

  /** ChangeResourceRecordSets, from a request as the service reads it. */
  private final Consumer<String> change;

  DnsOnAws(Consumer<String> change) {
    this.change = change;
  }

  /** Aliases of a load balancer that is found there. */
  void make(LoadBalancerSpec balancer, String dnsName, String dnsZone) {
    for (DnsRecordSpec each : balancer.dnsRecords()) {
      make(each, "A", dnsName, dnsZone);
      if (balancer.ipAddressType().hasIpv6()) {
        make(each, "AAAA", dnsName, dnsZone);
      }
    }
  }

  private void make(DnsRecordSpec each, String type, String dnsName, String dnsZone) {
    String body =
        """
        <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">\
        <ChangeBatch><Changes><Change><Action>CREATE</Action><ResourceRecordSet>\
        <Name>%s</Name><Type>%s</Type><AliasTarget><HostedZoneId>%s</HostedZoneId>\
        <DNSName>%s</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>\
        </ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"""
            .formatted(each.name(), type, dnsZone, dnsName);
    change.accept(JSON.writeValueAsString(Map.of("Id", each.hostedZoneId(), "Body", body)));
  }
}
