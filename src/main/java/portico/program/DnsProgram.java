package portico.program;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import portico.model.DnsRecordSpec;
import portico.model.DnsRecordType;
import portico.model.LoadBalancerSpec;

/**
 * The user's own names, as alias records. Their names in the stack say nothing of the load
 * balancer: with another load balancer the record stays and points at that one.
 */
final class DnsProgram {
  private DnsProgram() {}

  /** Answers the names as Route 53 has them, once they stand, by the names of the spec. */
  static SequencedMap<String, Output<String>> of(LoadBalancerSpec spec, LoadBalancer balancer) {
    SequencedMap<String, Output<String>> names = new LinkedHashMap<>();
    for (DnsRecordSpec each : spec.dnsRecords()) {
      for (DnsRecordType type : DnsRecordType.of(spec.ipAddressType())) {
        Record made = made(each, type, balancer);
        names.putIfAbsent(each.name(), made.fqdn());
      }
    }
    return names;
  }

  private static Record made(DnsRecordSpec spec, DnsRecordType type, LoadBalancer balancer) {
    return new Record(
        spec.resourceName(type),
        RecordArgs.builder()
            .zoneId(spec.hostedZoneId())
            .name(spec.name())
            .type(type.name())
            .aliases(
                RecordAliasArgs.builder()
                    .name(balancer.dnsName())
                    .zoneId(balancer.zoneId())
                    .evaluateTargetHealth(true)
                    .build())
            .build());
  }
}
