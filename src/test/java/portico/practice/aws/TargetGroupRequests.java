package portico.practice.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** The requests that make a target group of a spec. */
final class TargetGroupRequests {
  private TargetGroupRequests() {}

  static Request create(TargetGroupSpec group, String vpcId) {
    HealthCheckSpec check = group.healthCheck();
    boolean function = group.targetType() == TargetType.LAMBDA;
    boolean grpc = !function && group.protocolVersion() == ProtocolVersion.GRPC;
    Request request =
        new Request()
            .with("Name", group.name())
            .with("TargetType", group.targetType().awsName())
            .with("HealthCheckEnabled", check.enabled())
            .with("HealthCheckPath", check.path())
            .with("HealthCheckIntervalSeconds", check.intervalSeconds())
            .with("HealthCheckTimeoutSeconds", check.timeoutSeconds())
            .with("HealthyThresholdCount", check.healthyThreshold())
            .with("UnhealthyThresholdCount", check.unhealthyThreshold())
            .with(grpc ? "Matcher.GrpcCode" : "Matcher.HttpCode", check.matcher());
    if (!function) {
      request
          .with("Protocol", group.protocol())
          .with("ProtocolVersion", group.protocolVersion())
          .with("Port", group.port())
          .with("VpcId", vpcId)
          .with("HealthCheckProtocol", check.protocol())
          .with(
              "HealthCheckPort",
              check.port().isPresent() ? check.port().getAsInt() : "traffic-port");
    }
    return request;
  }

  /** Of a Lambda group only what is not as AWS has it: it takes none of them. */
  static Map<String, String> attributes(TargetGroupSpec group) {
    TargetGroupAttributes of = group.attributes();
    boolean function = group.targetType() == TargetType.LAMBDA;
    Map<String, String> all = new LinkedHashMap<>();
    if (!function) {
      all.put(
          "deregistration_delay.timeout_seconds", String.valueOf(of.deregistrationDelaySeconds()));
    }
    if (!function || of.slowStartSeconds() != 0) {
      all.put("slow_start.duration_seconds", String.valueOf(of.slowStartSeconds()));
    }
    if (!function || of.algorithm() != Algorithm.ROUND_ROBIN) {
      all.put("load_balancing.algorithm.type", of.algorithm().awsName());
    }
    if (!function || of.anomalyMitigation()) {
      all.put("load_balancing.algorithm.anomaly_mitigation", of.anomalyMitigation() ? "on" : "off");
    }
    stickiness(of.stickiness(), all);
    return all;
  }

  private static void stickiness(Stickiness stickiness, Map<String, String> all) {
    switch (stickiness) {
      case Stickiness.Off() -> {}
      case Stickiness.LoadBalancerCookie(int seconds) -> {
        all.put("stickiness.enabled", "true");
        all.put("stickiness.type", "lb_cookie");
        all.put("stickiness.lb_cookie.duration_seconds", String.valueOf(seconds));
      }
      case Stickiness.ApplicationCookie(String name, int seconds) -> {
        all.put("stickiness.enabled", "true");
        all.put("stickiness.type", "app_cookie");
        all.put("stickiness.app_cookie.cookie_name", name);
        all.put("stickiness.app_cookie.duration_seconds", String.valueOf(seconds));
      }
    }
  }

  static void targets(List<TargetSpec> targets, Request request) {
    int number = 0;
    for (TargetSpec target : targets) {
      String at = "Targets.member." + ++number;
      request.with(at + ".Id", target.id());
      target.port().ifPresent(port -> request.with(at + ".Port", port));
      if (target instanceof IpTarget ip) {
        ip.zone().ifPresent(zone -> request.with(at + ".AvailabilityZone", zone));
      }
    }
  }
}
