package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * AWS's rules on a health check that {@link FieldRules} does not hold: they depend on what the
 * group speaks.
 */
public final class HealthCheckRules {
  public static final int HTTP_MIN = 200;
  public static final int HTTP_MAX = 499;
  public static final int GRPC_MIN = 0;
  public static final int GRPC_MAX = 99;

  private static final Pattern GRPC_PATH = Pattern.compile("/\\w+(\\.\\w+)+/\\w+");
  private static final String CODE = "(?:0|[1-9]\\d{0,3})";
  private static final Pattern MATCHER =
      Pattern.compile(CODE + "(?:-" + CODE + ")?(?:," + CODE + "(?:-" + CODE + ")?)*");

  private HealthCheckRules() {}

  /**
   * The path for a group that speaks that version.
   *
   * @param version HTTP1 for a Lambda group
   */
  public static List<Violation> path(String field, String value, ProtocolVersion version) {
    List<Violation> found = FieldRules.healthCheckPath(field, value);
    return found.isEmpty() && version == ProtocolVersion.GRPC && !GRPC_PATH.matcher(value).matches()
        ? List.of(Violation.of(field, Rule.HEALTH_PATH_GRPC_FORM))
        : found;
  }

  /**
   * Codes that count as success: single ones, lists and ranges, as in {@code 200,202-204}.
   *
   * @param version decides between HTTP statuses and gRPC codes; HTTP1 for a Lambda group
   */
  public static List<Violation> matcher(String field, String value, ProtocolVersion version) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    if (!MATCHER.matcher(value).matches()) {
      return List.of(Violation.of(field, Rule.MATCHER_FORM, value));
    }
    boolean grpc = version == ProtocolVersion.GRPC;
    int min = grpc ? GRPC_MIN : HTTP_MIN;
    int max = grpc ? GRPC_MAX : HTTP_MAX;
    for (String part : value.split(",")) {
      List<Integer> codes = Pattern.compile("-").splitAsStream(part).map(Integer::valueOf).toList();
      for (int code : codes) {
        if (code < min || code > max) {
          return List.of(Violation.of(field, Rule.MATCHER_RANGE, code, min, max));
        }
      }
      if (codes.getFirst() > codes.getLast()) {
        return List.of(Violation.of(field, Rule.MATCHER_FORM, value));
      }
    }
    return List.of();
  }

  /** Whether a group of that type may do without a health check. */
  public static List<Violation> enabled(String field, boolean enabled, TargetType type) {
    return enabled || type == TargetType.LAMBDA
        ? List.of()
        : List.of(Violation.of(field, Rule.HEALTH_CHECK_NEEDED));
  }

  /** All that can be said of the group's health check, each field by itself and together. */
  public static List<Violation> check(String field, TargetGroupSpec group) {
    return check(field, group.healthCheck(), group.targetType(), group.protocolVersion());
  }

  /** The same for the health check of a group yet to be made. */
  public static List<Violation> check(
      String field, HealthCheckSpec check, TargetType type, ProtocolVersion spoken) {
    boolean lambda = type == TargetType.LAMBDA;
    ProtocolVersion version = lambda ? ProtocolVersion.HTTP1 : spoken;
    List<Violation> found = new ArrayList<>();
    found.addAll(enabled(field + ".enabled", check.enabled(), type));
    if (!lambda) {
      check.port().ifPresent(port -> found.addAll(FieldRules.port(field + ".port", port)));
    }
    found.addAll(path(field + ".path", check.path(), version));
    found.addAll(
        FieldRules.healthCheckInterval(field + ".intervalSeconds", check.intervalSeconds()));
    found.addAll(
        FieldRules.healthCheckTimeout(
            field + ".timeoutSeconds",
            check.timeoutSeconds(),
            OptionalInt.of(check.intervalSeconds())));
    found.addAll(
        FieldRules.healthCheckThreshold(field + ".healthyThreshold", check.healthyThreshold()));
    found.addAll(
        FieldRules.healthCheckThreshold(field + ".unhealthyThreshold", check.unhealthyThreshold()));
    found.addAll(matcher(field + ".matcher", check.matcher(), version));
    return found;
  }
}
