package portico.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** Writes specs in the field order of the example. */
final class SpecWriter {
  private SpecWriter() {}

  static String write(EnvironmentSpec spec) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("region", spec.region());
    root.put("service", service(spec.service()));
    root.put("loadBalancer", loadBalancer(spec.loadBalancer()));
    root.put("targetGroups", each(spec.targetGroups(), SpecWriter::targetGroup));
    root.put("listeners", each(spec.listeners(), ListenerWriter::listener));
    Map<String, Object> access = new LinkedHashMap<>();
    access.put("ingressCidrs", spec.access().ingressCidrs());
    access.put("targetSecurityGroupIds", spec.access().targetSecurityGroupIds());
    root.put("access", access);
    root.put("tags", spec.tags());
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(2000)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(root);
  }

  static <T> List<Object> each(List<T> values, Function<T, Object> written) {
    return values.stream().map(written).toList();
  }

  static void put(Map<String, Object> fields, String name, OptionalInt value) {
    value.ifPresent(number -> fields.put(name, number));
  }

  private static Map<String, Object> service(ServiceSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("server", spec.server());
    put(fields, "keepAliveSeconds", spec.keepAliveSeconds());
    put(fields, "requestLimitSeconds", spec.requestLimitSeconds());
    put(fields, "longestSilenceSeconds", spec.longestSilenceSeconds());
    put(fields, "clientTimeoutSeconds", spec.clientTimeoutSeconds());
    return fields;
  }

  private static Map<String, Object> loadBalancer(LoadBalancerSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("scheme", spec.scheme().awsName());
    fields.put("ipAddressType", spec.ipAddressType().awsName());
    fields.put("vpcId", spec.vpcId());
    fields.put("subnetIds", spec.subnetIds());
    fields.put("securityGroupIds", spec.securityGroupIds());
    fields.put("attributes", attributes(spec.attributes()));
    spec.webAclArn().ifPresent(arn -> fields.put("webAclArn", arn));
    if (!spec.dnsRecords().isEmpty()) {
      fields.put("dnsRecords", each(spec.dnsRecords(), SpecWriter::dnsRecord));
    }
    spec.ipv4IpamPoolId().ifPresent(id -> fields.put("ipv4IpamPoolId", id));
    fields.put("tags", spec.tags());
    return fields;
  }

  private static Map<String, Object> dnsRecord(DnsRecordSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("hostedZoneId", spec.hostedZoneId());
    fields.put("name", spec.name());
    return fields;
  }

  private static Map<String, Object> attributes(LoadBalancerAttributes spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("idleTimeoutSeconds", spec.idleTimeoutSeconds());
    fields.put("clientKeepAliveSeconds", spec.clientKeepAliveSeconds());
    fields.put("http2", spec.http2());
    fields.put("deletionProtection", spec.deletionProtection());
    fields.put("dropInvalidHeaderFields", spec.dropInvalidHeaderFields());
    spec.accessLogs().ifPresent(logs -> fields.put("accessLogs", logs(logs)));
    spec.connectionLogs().ifPresent(logs -> fields.put("connectionLogs", logs(logs)));
    return fields;
  }

  private static Map<String, Object> logs(LogBucket logs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (logs) {
      case LogBucket.Existing(String bucket, String _) -> fields.put("bucket", bucket);
      case LogBucket.Made(String _, int days) -> {
        fields.put("make", true);
        fields.put("days", days);
      }
    }
    fields.put("prefix", logs.prefix());
    return fields;
  }

  private static Map<String, Object> targetGroup(TargetGroupSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("targetType", spec.targetType().awsName());
    fields.put("protocol", spec.protocol().name());
    fields.put("protocolVersion", spec.protocolVersion().name());
    fields.put("port", spec.port());
    fields.put("healthCheck", healthCheck(spec.healthCheck()));
    fields.put("attributes", attributes(spec.attributes()));
    fields.put("targets", each(spec.targets(), SpecWriter::target));
    fields.put("tags", spec.tags());
    return fields;
  }

  private static Map<String, Object> healthCheck(HealthCheckSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("enabled", spec.enabled());
    fields.put("protocol", spec.protocol().name());
    spec.port()
        .ifPresentOrElse(
            port -> fields.put("port", port), () -> fields.put("port", SpecWords.TRAFFIC_PORT));
    fields.put("path", spec.path());
    fields.put("intervalSeconds", spec.intervalSeconds());
    fields.put("timeoutSeconds", spec.timeoutSeconds());
    fields.put("healthyThreshold", spec.healthyThreshold());
    fields.put("unhealthyThreshold", spec.unhealthyThreshold());
    fields.put("matcher", spec.matcher());
    return fields;
  }

  private static Map<String, Object> attributes(TargetGroupAttributes spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("deregistrationDelaySeconds", spec.deregistrationDelaySeconds());
    fields.put("slowStartSeconds", spec.slowStartSeconds());
    fields.put("algorithm", spec.algorithm().awsName());
    fields.put("anomalyMitigation", spec.anomalyMitigation());
    fields.put("stickiness", stickiness(spec.stickiness()));
    return fields;
  }

  private static Object stickiness(Stickiness spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (spec) {
      case Stickiness.Off() -> {
        return SpecWords.NO_STICKINESS;
      }
      case Stickiness.LoadBalancerCookie(int seconds) -> {
        fields.put("type", SpecWords.LOAD_BALANCER_COOKIE);
        fields.put("durationSeconds", seconds);
      }
      case Stickiness.ApplicationCookie(String name, int seconds) -> {
        fields.put("type", SpecWords.APPLICATION_COOKIE);
        fields.put("name", name);
        fields.put("durationSeconds", seconds);
      }
    }
    return fields;
  }

  private static Map<String, Object> target(TargetSpec target) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (target) {
      case InstanceTarget instance -> fields.put("instanceId", instance.instanceId());
      case IpTarget ip -> {
        fields.put("ip", ip.address());
        ip.zone().ifPresent(zone -> fields.put("zone", zone));
      }
      case LambdaTarget lambda -> fields.put("functionArn", lambda.functionArn());
    }
    put(fields, "port", target.port());
    return fields;
  }
}
