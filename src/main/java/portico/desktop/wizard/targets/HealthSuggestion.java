package portico.desktop.wizard.targets;

import java.util.OptionalInt;
import portico.model.HealthCheckSpec;
import portico.model.ProtocolVersion;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** The health check that suits what a group speaks, where the group was set up for another. */
final class HealthSuggestion {
  /** What AWS itself asks of a GRPC group (target-group-health-checks.html). */
  private static final String GRPC_PATH = "/AWS.ALB/healthcheck";

  /** UNIMPLEMENTED: the answer of a service without that method, which is alive. */
  private static final String GRPC_MATCHER = "12";

  private HealthSuggestion() {}

  /**
   * @param base what the group was set up as
   */
  static HealthCheckSpec of(TargetGroupSpec base, TargetType type, ProtocolVersion version) {
    boolean sameKind = base.targetType() == type || bothHaveServers(base.targetType(), type);
    boolean sameCodes = isGrpc(base.targetType(), base.protocolVersion()) == isGrpc(type, version);
    if (sameKind && sameCodes) {
      return base.healthCheck();
    }
    HealthCheckSpec from = sameKind ? base.healthCheck() : ofKind(type);
    if (sameCodes) {
      return withAnswers(from, from.path(), from.matcher());
    }
    return isGrpc(type, version)
        ? withAnswers(from, GRPC_PATH, GRPC_MATCHER)
        : withAnswers(from, SpecDefaults.HEALTH_CHECK.path(), SpecDefaults.HEALTH_CHECK.matcher());
  }

  private static boolean bothHaveServers(TargetType one, TargetType other) {
    return one != TargetType.LAMBDA && other != TargetType.LAMBDA;
  }

  private static boolean isGrpc(TargetType type, ProtocolVersion version) {
    return type != TargetType.LAMBDA && version == ProtocolVersion.GRPC;
  }

  /** AWS's values for a Lambda group: off, and if on every 35 s (API_CreateTargetGroup). */
  private static HealthCheckSpec ofKind(TargetType type) {
    HealthCheckSpec usual = SpecDefaults.HEALTH_CHECK;
    return type == TargetType.LAMBDA
        ? new HealthCheckSpec(
            false,
            usual.protocol(),
            OptionalInt.empty(),
            usual.path(),
            35,
            30,
            5,
            5,
            usual.matcher())
        : usual;
  }

  private static HealthCheckSpec withAnswers(HealthCheckSpec from, String path, String matcher) {
    return new HealthCheckSpec(
        from.enabled(),
        from.protocol(),
        from.port(),
        path,
        from.intervalSeconds(),
        from.timeoutSeconds(),
        from.healthyThreshold(),
        from.unhealthyThreshold(),
        matcher);
  }
}
