package portico.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import portico.export.Value.Fields;
import portico.export.Value.Reference;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** Target groups with their targets. */
final class TargetResources {
  private final EnvironmentSpec spec;
  private final StackBuilder stack;

  TargetResources(EnvironmentSpec spec, StackBuilder stack) {
    this.spec = spec;
    this.stack = stack;
  }

  /** What code calls each group, by the group's name. */
  Map<String, String> add() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      String id =
          stack.add(
              "target_group_" + group.name(),
              ResourceType.TARGET_GROUP,
              group.name(),
              inputs(group),
              true,
              Optional.empty());
      ids.put(group.name(), id);
      group.targets().forEach(target -> attach(group, id, target));
    }
    return ids;
  }

  private Fields inputs(TargetGroupSpec group) {
    Fields inputs =
        Fields.empty().put("name", group.name()).put("target_type", group.targetType().awsName());
    boolean lambda = group.targetType() == TargetType.LAMBDA;
    if (!lambda) {
      inputs
          .put("protocol", group.protocol().name())
          .put("protocol_version", group.protocolVersion().name())
          .put("port", group.port())
          .put("vpc_id", spec.loadBalancer().vpcId());
      attributes(inputs, group.attributes());
    }
    inputs.part("health_check", healthCheck(group.healthCheck(), lambda));
    StackBuilder.tags(inputs, group.tags());
    return inputs;
  }

  private static void attributes(Fields inputs, TargetGroupAttributes attributes) {
    inputs
        .put("deregistration_delay", attributes.deregistrationDelaySeconds())
        .put("slow_start", attributes.slowStartSeconds())
        .put("load_balancing_algorithm_type", attributes.algorithm().awsName())
        .put("load_balancing_anomaly_mitigation", attributes.anomalyMitigation() ? "on" : "off");
    Fields stickiness = Fields.empty();
    switch (attributes.stickiness()) {
      case Stickiness.Off() -> stickiness.put("type", "lb_cookie").put("enabled", false);
      case Stickiness.LoadBalancerCookie(int seconds) ->
          stickiness.put("type", "lb_cookie").put("enabled", true).put("cookie_duration", seconds);
      case Stickiness.ApplicationCookie(String name, int seconds) ->
          stickiness
              .put("type", "app_cookie")
              .put("enabled", true)
              .put("cookie_name", name)
              .put("cookie_duration", seconds);
    }
    inputs.part("stickiness", stickiness);
  }

  private static Fields healthCheck(HealthCheckSpec check, boolean lambda) {
    Fields fields = Fields.empty().put("enabled", check.enabled());
    if (!lambda) {
      fields.put("protocol", check.protocol().name());
      fields.put("port", check.port().isPresent() ? "" + check.port().getAsInt() : "traffic-port");
    }
    return fields
        .put("path", check.path())
        .put("interval", check.intervalSeconds())
        .put("timeout", check.timeoutSeconds())
        .put("healthy_threshold", check.healthyThreshold())
        .put("unhealthy_threshold", check.unhealthyThreshold())
        .put("matcher", check.matcher());
  }

  private void attach(TargetGroupSpec group, String groupId, TargetSpec target) {
    Fields inputs =
        Fields.empty()
            .put("target_group_arn", new Reference(groupId, "arn"))
            .put("target_id", target.id());
    if (target instanceof LambdaTarget function) {
      String name = group.name() + "-lambda";
      String permission =
          stack.add(
              "permission_" + group.name(),
              ResourceType.PERMISSION,
              name,
              permission(group, groupId, function),
              true,
              Optional.empty());
      stack.add(
          "target_" + group.name() + "_lambda",
          ResourceType.ATTACHMENT,
          name,
          inputs,
          true,
          Optional.of(permission));
      return;
    }
    int port = group.portOf(target);
    inputs.put("port", port);
    if (target instanceof IpTarget address) {
      address.zone().ifPresent(zone -> inputs.put("availability_zone", zone));
    }
    String name = group.name() + "-" + target.id() + "-" + port;
    stack.add("target_" + name, ResourceType.ATTACHMENT, name, inputs);
  }

  /** AWS tries the function when it is registered, so the permission comes first. */
  private static Fields permission(TargetGroupSpec group, String groupId, LambdaTarget target) {
    Fields inputs =
        Fields.empty()
            .put("statement_id", "portico-" + group.name())
            .put("action", "lambda:InvokeFunction")
            .put("principal", "elasticloadbalancing.amazonaws.com")
            .put("function_name", target.unqualifiedArn())
            .put("source_arn", new Reference(groupId, "arn"));
    target.qualifier().ifPresent(qualifier -> inputs.put("qualifier", qualifier));
    return inputs;
  }
}
