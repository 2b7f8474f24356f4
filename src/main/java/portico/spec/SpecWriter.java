package portico.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** Writes specs in the field order of the example. */
final class SpecWriter {
  private SpecWriter() {}

  static String write(EnvironmentSpec spec) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("region", spec.region());
    root.put("loadBalancer", loadBalancer(spec.loadBalancer()));
    root.put("targetGroups", spec.targetGroups().stream().map(SpecWriter::targetGroup).toList());
    root.put("listeners", spec.listeners().stream().map(SpecWriter::listener).toList());
    root.put("access", Map.of("ingressCidrs", spec.access().ingressCidrs()));
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(2000)
            .build();
    return new Dump(settings).dumpToString(root);
  }

  private static Map<String, Object> loadBalancer(LoadBalancerSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("scheme", spec.scheme().awsName());
    fields.put("vpcId", spec.vpcId());
    fields.put("subnetIds", spec.subnetIds());
    return fields;
  }

  private static Map<String, Object> targetGroup(TargetGroupSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("protocol", spec.protocol().name());
    fields.put("port", spec.port());
    fields.put("healthCheck", healthCheck(spec.healthCheck()));
    fields.put("targets", spec.targets().stream().map(SpecWriter::target).toList());
    return fields;
  }

  private static Map<String, Object> healthCheck(HealthCheckSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", spec.path());
    fields.put("intervalSeconds", spec.intervalSeconds());
    fields.put("timeoutSeconds", spec.timeoutSeconds());
    fields.put("healthyThreshold", spec.healthyThreshold());
    fields.put("unhealthyThreshold", spec.unhealthyThreshold());
    return fields;
  }

  private static Map<String, Object> target(TargetSpec target) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("instanceId", target.id());
    target.port().ifPresent(port -> fields.put("port", port));
    return fields;
  }

  private static Map<String, Object> listener(ListenerSpec spec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("protocol", spec.protocol().name());
    fields.put("port", spec.port());
    fields.put("targetGroup", spec.targetGroups().getFirst());
    return fields;
  }
}
