package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** AWS's rules on target groups: one field each for a form, and together. */
public final class TargetGroupRules {
  public static final int DEREGISTRATION_DELAY_MAX = 3600;
  public static final int SLOW_START_MIN = 30;
  public static final int SLOW_START_MAX = 900;
  public static final int STICKINESS_MIN = 1;
  public static final int STICKINESS_MAX = FieldRules.WEEK_SECONDS;

  private TargetGroupRules() {}

  public static List<Violation> deregistrationDelay(String field, int seconds) {
    return FieldRules.range(
        field, Rule.DEREGISTRATION_DELAY_RANGE, seconds, 0, DEREGISTRATION_DELAY_MAX);
  }

  /** 0 is off. */
  public static List<Violation> slowStart(String field, int seconds, Algorithm algorithm) {
    if (seconds == 0) {
      return List.of();
    }
    List<Violation> found =
        new ArrayList<>(
            FieldRules.range(
                field, Rule.SLOW_START_RANGE, seconds, SLOW_START_MIN, SLOW_START_MAX));
    if (algorithm != Algorithm.ROUND_ROBIN) {
      found.add(Violation.of(field, Rule.SLOW_START_ALGORITHM, algorithm.awsName()));
    }
    return found;
  }

  public static List<Violation> anomalyMitigation(String field, boolean on, Algorithm algorithm) {
    return on && algorithm != Algorithm.WEIGHTED_RANDOM
        ? List.of(Violation.of(field, Rule.ANOMALY_MITIGATION_ALGORITHM, algorithm.awsName()))
        : List.of();
  }

  /** How long a client keeps its target, or of a forward action its target group. */
  public static List<Violation> stickinessSeconds(String field, int seconds) {
    return FieldRules.range(field, Rule.STICKINESS_RANGE, seconds, STICKINESS_MIN, STICKINESS_MAX);
  }

  /** The name of a cookie that the service makes. */
  public static List<Violation> cookieName(String field, String name) {
    if (name.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    List<Violation> found =
        new ArrayList<>(
            FieldRules.characters(
                field, Rule.COOKIE_NAME_CHARACTERS, name, FieldRules::isTokenCharacter));
    // AWSALBAPP and AWSALBTG begin with it too; a cookie's name minds the case (RFC 6265)
    if (name.startsWith("AWSALB")) {
      found.add(Violation.of(field, Rule.COOKIE_NAME_RESERVED));
    }
    return found;
  }

  static List<Violation> check(EnvironmentSpec environment) {
    List<TargetGroupSpec> groups = environment.targetGroups();
    List<Violation> found = new ArrayList<>();
    if (groups.isEmpty()) {
      found.add(Violation.of("targetGroups", Rule.TARGET_GROUP_REQUIRED));
    }
    Set<String> names = new HashSet<>();
    for (int index = 0; index < groups.size(); index++) {
      TargetGroupSpec group = groups.get(index);
      String field = "targetGroups[" + index + "]";
      found.addAll(FieldRules.targetGroupName(field + ".name", group.name()));
      if (!group.name().isEmpty() && !names.add(group.name())) {
        found.add(Violation.of(field + ".name", Rule.NAME_TWICE, group.name()));
      }
      found.addAll(check(field, group, environment));
    }
    return found;
  }

  private static List<Violation> check(
      String field, TargetGroupSpec group, EnvironmentSpec environment) {
    List<Violation> found = new ArrayList<>();
    if (group.targetType() != TargetType.LAMBDA) {
      found.addAll(FieldRules.port(field + ".port", group.port()));
    }
    found.addAll(HealthCheckRules.check(field + ".healthCheck", group));
    found.addAll(attributes(field + ".attributes", group));
    found.addAll(TargetRules.check(field + ".targets", group, environment.region()));
    found.addAll(TagRules.each(field + ".tags", group.tags()));
    found.addAll(TagRules.together(field + ".tags", environment.tags(), group.tags()));
    return found;
  }

  private static List<Violation> attributes(String field, TargetGroupSpec group) {
    TargetGroupAttributes attributes = group.attributes();
    List<Violation> found = new ArrayList<>();
    if (group.targetType() == TargetType.LAMBDA) {
      // a Lambda group has no deregistration delay, so the value is not looked at
      if (attributes.slowStartSeconds() != 0
          || attributes.algorithm() != Algorithm.ROUND_ROBIN
          || !(attributes.stickiness() instanceof Stickiness.Off)) {
        found.add(Violation.of(field, Rule.LAMBDA_SPREAD));
      }
    } else {
      found.addAll(
          deregistrationDelay(
              field + ".deregistrationDelaySeconds", attributes.deregistrationDelaySeconds()));
      found.addAll(
          slowStart(
              field + ".slowStartSeconds", attributes.slowStartSeconds(), attributes.algorithm()));
    }
    found.addAll(
        anomalyMitigation(
            field + ".anomalyMitigation", attributes.anomalyMitigation(), attributes.algorithm()));
    found.addAll(stickiness(field + ".stickiness", attributes.stickiness()));
    return found;
  }

  private static List<Violation> stickiness(String field, Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() -> List.of();
      case Stickiness.LoadBalancerCookie(int seconds) ->
          stickinessSeconds(field + ".durationSeconds", seconds);
      case Stickiness.ApplicationCookie(String name, int seconds) -> {
        List<Violation> found = new ArrayList<>(cookieName(field + ".name", name));
        found.addAll(stickinessSeconds(field + ".durationSeconds", seconds));
        yield found;
      }
    };
  }
}
