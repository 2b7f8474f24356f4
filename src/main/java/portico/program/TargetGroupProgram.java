package portico.program;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.resources.CustomResourceOptions;
import portico.model.HealthCheckSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** A target group with its health check and attributes. */
final class TargetGroupProgram {
  private TargetGroupProgram() {}

  static TargetGroup of(TargetGroupSpec spec, String vpcId, ResourceTags tags) {
    TargetGroupArgs.Builder arguments =
        TargetGroupArgs.builder()
            .name(spec.name())
            .targetType(spec.targetType().awsName())
            .healthCheck(healthCheck(spec))
            .tags(tags.of(spec.tags()));
    // AWS wants none of these of a Lambda group (API_CreateTargetGroup).
    if (spec.targetType() != TargetType.LAMBDA) {
      arguments
          .protocol(spec.protocol().name())
          .protocolVersion(spec.protocolVersion().name())
          .port(spec.port())
          .vpcId(vpcId);
      attributes(spec.attributes(), arguments);
    }
    return new TargetGroup(
        spec.name(),
        arguments.build(),
        // The name is taken until the old one is gone.
        CustomResourceOptions.builder().deleteBeforeReplace(true).build());
  }

  private static void attributes(TargetGroupAttributes attributes, TargetGroupArgs.Builder to) {
    to.deregistrationDelay(attributes.deregistrationDelaySeconds())
        .slowStart(attributes.slowStartSeconds())
        .loadBalancingAlgorithmType(attributes.algorithm().awsName())
        .loadBalancingAnomalyMitigation(attributes.anomalyMitigation() ? "on" : "off")
        .stickiness(stickiness(attributes.stickiness()));
  }

  /** Off must be said: without the block the official provider leaves stickiness as it is. */
  private static TargetGroupStickinessArgs stickiness(Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() ->
          TargetGroupStickinessArgs.builder().type("lb_cookie").enabled(false).build();
      case Stickiness.LoadBalancerCookie(int seconds) ->
          TargetGroupStickinessArgs.builder()
              .type("lb_cookie")
              .enabled(true)
              .cookieDuration(seconds)
              .build();
      case Stickiness.ApplicationCookie(String name, int seconds) ->
          TargetGroupStickinessArgs.builder()
              .type("app_cookie")
              .enabled(true)
              .cookieName(name)
              .cookieDuration(seconds)
              .build();
    };
  }

  private static TargetGroupHealthCheckArgs healthCheck(TargetGroupSpec group) {
    HealthCheckSpec check = group.healthCheck();
    TargetGroupHealthCheckArgs.Builder arguments =
        TargetGroupHealthCheckArgs.builder()
            .enabled(check.enabled())
            .path(check.path())
            .interval(check.intervalSeconds())
            .timeout(check.timeoutSeconds())
            .healthyThreshold(check.healthyThreshold())
            .unhealthyThreshold(check.unhealthyThreshold())
            .matcher(check.matcher());
    if (group.targetType() != TargetType.LAMBDA) {
      arguments
          .protocol(check.protocol().name())
          .port(
              check.port().isPresent()
                  ? Integer.toString(check.port().getAsInt())
                  : "traffic-port");
    }
    return arguments.build();
  }
}
