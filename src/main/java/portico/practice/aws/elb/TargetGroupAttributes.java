package portico.practice.aws.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.TargetGroup;

/** Attributes of target groups (API_TargetGroupAttribute). */
final class TargetGroupAttributes {
  static final String DELAY = "deregistration_delay.timeout_seconds";

  private static final String SLOW_START = "slow_start.duration_seconds";
  private static final String ALGORITHM = "load_balancing.algorithm.type";
  private static final String ANOMALY = "load_balancing.algorithm.anomaly_mitigation";
  private static final String COOKIE = "stickiness.app_cookie.cookie_name";
  private static final String PERCENTAGE = "off|[1-9][0-9]?|100";
  private static final int LONGEST_STICK = 604800;

  private static final Attributes SERVERS =
      new Attributes("Target group")
          .number(DELAY, "300", 0, 3600)
          .words("stickiness.enabled", "false", "true")
          .words("stickiness.type", "lb_cookie", "app_cookie")
          .number("stickiness.lb_cookie.duration_seconds", "86400", 1, LONGEST_STICK)
          .number("stickiness.app_cookie.duration_seconds", "86400", 1, LONGEST_STICK)
          .text(COOKIE, "", ".*")
          .number(SLOW_START, "0", 0, 900)
          .words(ALGORITHM, "round_robin", "least_outstanding_requests", "weighted_random")
          .words(ANOMALY, "off", "on")
          .words(
              "load_balancing.cross_zone.enabled",
              "use_load_balancer_configuration",
              "true",
              "false")
          .text(
              "target_group_health.dns_failover.minimum_healthy_targets.count",
              "1",
              "off|[1-9]\\d{0,3}")
          .text(
              "target_group_health.dns_failover.minimum_healthy_targets.percentage",
              "off",
              PERCENTAGE)
          .number(
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count",
              "1",
              1,
              1000)
          .text(
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
              "off",
              PERCENTAGE);

  private static final Attributes FUNCTIONS =
      new Attributes("Target group").words("lambda.multi_value_headers.enabled", "false", "true");

  private TargetGroupAttributes() {}

  private static Attributes known(TargetGroup group) {
    return group.targetType().equals("lambda") ? FUNCTIONS : SERVERS;
  }

  static Map<String, String> of(TargetGroup group) {
    return known(group).over(group.attributes());
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    Attributes.write(of(Find.group(call, parameters)), xml);
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    TargetGroup group = Find.group(call, parameters);
    Map<String, String> changed = new LinkedHashMap<>(group.attributes());
    changed.putAll(known(group).changes(parameters));
    Map<String, String> all = known(group).over(changed);
    checkTogether(all);
    call.state().targetGroups().put(group.arn(), group.with(changed));
    Attributes.write(all, xml);
  }

  private static void checkTogether(Map<String, String> all) {
    String slowStart = all.getOrDefault(SLOW_START, "0");
    if (!slowStart.equals("0") && Integer.parseInt(slowStart) < 30) {
      throw Check.invalid(
          "'%s' value '%s' must be '0' or between '30-900' inclusive"
              .formatted(SLOW_START, slowStart));
    }
    String algorithm = all.getOrDefault(ALGORITHM, "round_robin");
    if (!slowStart.equals("0") && !algorithm.equals("round_robin")) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Slow start mode is not supported with the load balancing algorithm '" + algorithm + "'");
    }
    if ("on".equals(all.get(ANOMALY)) && !algorithm.equals("weighted_random")) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "Anomaly mitigation is supported only with the load balancing algorithm "
              + "'weighted_random'");
    }
    if ("app_cookie".equals(all.get("stickiness.type"))) {
      checkCookie(all.getOrDefault(COOKIE, ""));
    }
  }

  private static void checkCookie(String cookie) {
    if (cookie.isEmpty()) {
      throw Check.invalid("'" + COOKIE + "' must be specified with the stickiness type app_cookie");
    }
    if (!cookie.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      throw Check.invalid("'%s' value '%s' is not valid".formatted(COOKIE, cookie));
    }
    for (String reserved : List.of("AWSALBAPP", "AWSALBTG", "AWSALB")) {
      if (cookie.startsWith(reserved)) {
        throw Check.invalid(
            "'%s' value '%s' cannot begin with the reserved prefix '%s'"
                .formatted(COOKIE, cookie, reserved));
      }
    }
  }
}
