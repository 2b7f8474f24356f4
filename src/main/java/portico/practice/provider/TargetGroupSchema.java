package portico.practice.provider;

import static portico.practice.provider.Attributes.text;
import static portico.practice.provider.Attributes.whole;
import static portico.practice.provider.Attributes.yesNo;

import java.util.Optional;

/** Properties of a target group and the attributes AWS keeps them in. */
final class TargetGroupSchema {
  static final String LAMBDA = "lambda";

  /** Defaults of the official provider: API_TargetGroupAttribute for ranges. */
  static final Schema STICKINESS =
      Schema.of(
          Property.text("type").required().rule(ValueRule.oneOf("lb_cookie", "app_cookie")),
          Property.yesNo("enabled").orElse(true),
          Property.whole("cookieDuration").orElse(86400).rule(ValueRule.range(1, 604800)),
          Property.text("cookieName")
              .rule(ValueRule.matches("(?!AWSALB).*", "cannot begin with AWSALB")));

  static final Schema HEALTH =
      Schema.of(
          Property.block(
                  "dnsFailover",
                  Schema.of(
                      Property.text("minimumHealthyTargetsCount").orElse("1"),
                      Property.text("minimumHealthyTargetsPercentage").orElse("off")))
              .computed(),
          Property.block(
                  "unhealthyStateRouting",
                  Schema.of(
                      Property.whole("minimumHealthyTargetsCount").orElse(1),
                      Property.text("minimumHealthyTargetsPercentage").orElse("off")))
              .computed());

  static final Schema SCHEMA =
      Schema.of(
              Property.text(Naming.NAME).replaces().rule(ValueRule.elbName()),
              Property.text(Naming.PREFIX)
                  .computed()
                  .local()
                  .replaces()
                  .rule(ValueRule.length(1, 6)),
              Property.whole("port").replaces().rule(ValueRule.range(1, 65535)),
              Property.text("protocol").replaces().rule(ValueRule.oneOf("HTTP", "HTTPS")),
              Property.text("protocolVersion")
                  .computed()
                  .replaces()
                  .rule(ValueRule.oneOf("HTTP1", "HTTP2", "GRPC")),
              Property.text("vpcId").replaces(),
              Property.text("targetType")
                  .orElse("instance")
                  .replaces()
                  .rule(ValueRule.oneOf("instance", "ip", LAMBDA)),
              Property.text("ipAddressType")
                  .computed()
                  .replaces()
                  .rule(ValueRule.oneOf("ipv4", "ipv6")),
              Property.block(HealthChecks.PROPERTY, HealthChecks.SCHEMA).computed(),
              Property.whole("deregistrationDelay").orElse(300).rule(ValueRule.range(0, 3600)),
              Property.whole("slowStart").orElse(0).rule(TargetGroupSchema::slowStart),
              Property.text("loadBalancingAlgorithmType")
                  .computed()
                  .rule(
                      ValueRule.oneOf(
                          "round_robin", "least_outstanding_requests", "weighted_random")),
              Property.text("loadBalancingAnomalyMitigation")
                  .computed()
                  .rule(ValueRule.oneOf("on", "off")),
              Property.text("loadBalancingCrossZoneEnabled")
                  .computed()
                  .rule(ValueRule.oneOf("true", "false", "use_load_balancer_configuration")),
              Property.yesNo("lambdaMultiValueHeadersEnabled").orElse(false),
              Property.block("stickiness", STICKINESS).computed(),
              Property.block("targetGroupHealth", HEALTH).computed(),
              Property.output("arn"),
              Property.output("arnSuffix"),
              Property.textSet("loadBalancerArns").output())
          .and(Tagging.properties());

  static final Attributes ATTRIBUTES =
      Attributes.of(
          whole("deregistrationDelay", "deregistration_delay.timeout_seconds"),
          whole("slowStart", "slow_start.duration_seconds"),
          text("loadBalancingAlgorithmType", "load_balancing.algorithm.type"),
          text("loadBalancingAnomalyMitigation", "load_balancing.algorithm.anomaly_mitigation"),
          text("loadBalancingCrossZoneEnabled", "load_balancing.cross_zone.enabled"),
          yesNo("lambdaMultiValueHeadersEnabled", "lambda.multi_value_headers.enabled"),
          yesNo("stickiness.enabled", "stickiness.enabled"),
          text("stickiness.type", "stickiness.type"),
          text("stickiness.cookieName", "stickiness.app_cookie.cookie_name"),
          text(
              "targetGroupHealth.dnsFailover.minimumHealthyTargetsCount",
              "target_group_health.dns_failover.minimum_healthy_targets.count"),
          text(
              "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage",
              "target_group_health.dns_failover.minimum_healthy_targets.percentage"),
          whole(
              "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsCount",
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count"),
          text(
              "targetGroupHealth.unhealthyStateRouting.minimumHealthyTargetsPercentage",
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage"));

  static final Attributes LB_COOKIE =
      Attributes.of(whole("stickiness.cookieDuration", "stickiness.lb_cookie.duration_seconds"));
  static final Attributes APP_COOKIE =
      Attributes.of(whole("stickiness.cookieDuration", "stickiness.app_cookie.duration_seconds"));

  private TargetGroupSchema() {}

  static void checkStickiness(PropertyMap stickiness, Checker checker) {
    boolean app = stickiness.text("type").equals(Optional.of("app_cookie"));
    if (app && stickiness.get("cookieName").isEmpty()) {
      checker.fail("stickiness.cookieName", "is required for the type app_cookie");
    }
  }

  static Optional<String> slowStart(PropertyValue value) {
    return value instanceof PropertyValue.Numeric(var seconds)
            && seconds != 0
            && (seconds < 30 || seconds > 900)
        ? Optional.of("must be 0 or between 30 and 900, not " + value.shown())
        : Optional.empty();
  }

  static Attributes cookie(PropertyMap map) {
    Optional<String> type = map.map("stickiness").flatMap(stickiness -> stickiness.text("type"));
    return type.equals(Optional.of("app_cookie")) ? APP_COOKIE : LB_COOKIE;
  }
}
