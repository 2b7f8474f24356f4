package portico.practice.aws.elb;

import java.util.List;
import java.util.Optional;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.HealthCheck;
import portico.practice.aws.state.TargetGroup;

/** Health checks as requests give them, by the rules of API_CreateTargetGroup and API_Matcher. */
final class HealthChecks {
  private final Parameters parameters;

  HealthChecks(Parameters parameters) {
    this.parameters = parameters;
  }

  /** AWS's defaults for targets that are servers, and for functions. */
  static HealthCheck initial(String targetType, String version) {
    boolean grpc = version.equals("GRPC");
    String path = grpc ? "/AWS.ALB/healthcheck" : "/";
    String matcher = grpc ? "12" : "200";
    return targetType.equals("lambda")
        ? new HealthCheck(false, "", "", "/", 35, 30, 5, 5, "200")
        : new HealthCheck(true, "HTTP", "traffic-port", path, 30, 5, 5, 2, matcher);
  }

  /** A health check with what the request changes, checked as a whole. */
  HealthCheck over(HealthCheck old, String targetType, String version) {
    boolean function = targetType.equals("lambda");
    boolean enabled = parameters.flag("HealthCheckEnabled").orElse(old.enabled());
    if (!enabled && !function) {
      throw Check.invalid(
          "Health check enabled must be true for target groups with target type '"
              + targetType
              + "'");
    }
    HealthCheck next =
        new HealthCheck(
            enabled,
            function ? "" : protocol().orElse(old.protocol()),
            function ? "" : port().orElse(old.port()),
            path(version).orElse(old.path()),
            Check.range(parameters, "HealthCheckIntervalSeconds", 5, 300).orElse(old.interval()),
            Check.range(parameters, "HealthCheckTimeoutSeconds", 2, 120).orElse(old.timeout()),
            Check.range(parameters, "HealthyThresholdCount", 2, 10).orElse(old.healthyThreshold()),
            Check.range(parameters, "UnhealthyThresholdCount", 2, 10)
                .orElse(old.unhealthyThreshold()),
            matcher(version).orElse(old.matcher()));
    if (next.timeout() >= next.interval()) {
      throw Check.invalid(
          "Health check timeout '%d' must be smaller than the interval '%d'"
              .formatted(next.timeout(), next.interval()));
    }
    return next;
  }

  private Optional<String> protocol() {
    Optional<String> protocol = parameters.text("HealthCheckProtocol");
    protocol.ifPresent(
        value -> {
          if (!List.of("HTTP", "HTTPS").contains(value)) {
            throw Check.invalid(
                "Health check protocol '" + value + "' must be one of '[HTTP, HTTPS]'");
          }
        });
    return protocol;
  }

  private Optional<String> port() {
    Optional<String> port = parameters.text("HealthCheckPort");
    port.ifPresent(
        value -> {
          boolean good =
              value.equals("traffic-port")
                  || (value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= 65535);
          if (!good) {
            throw Check.invalid(
                "Health check port '"
                    + value
                    + "' must be either 'traffic-port' or between '1-65535' inclusive");
          }
        });
    return port;
  }

  private Optional<String> path(String version) {
    Optional<String> path = parameters.given("HealthCheckPath");
    path.ifPresent(
        value -> {
          if (version.equals("GRPC") && !value.matches("/(\\w+\\.)+\\w+/\\w+")) {
            throw Check.invalid(
                "Health check path '" + value + "' must be of the form /package.service/method");
          }
          Check.length("HealthCheckPath", value, 1, 1024);
          if (!value.startsWith("/")) {
            throw Check.invalid("Health check path '" + value + "' must begin with a '/'");
          }
          if (!value.matches("[\\x21-\\x7e]+")) {
            throw Check.invalid("Health check path '" + value + "' has characters not allowed");
          }
        });
    return path;
  }

  private Optional<String> matcher(String version) {
    boolean grpc = version.equals("GRPC");
    Optional<String> unfit = parameters.text(grpc ? "Matcher.HttpCode" : "Matcher.GrpcCode");
    if (unfit.isPresent()) {
      throw Check.invalid(
          "The health check matcher does not fit the protocol version '" + version + "'");
    }
    Optional<String> matcher = parameters.given(grpc ? "Matcher.GrpcCode" : "Matcher.HttpCode");
    matcher.ifPresent(value -> checkMatcher(value, grpc));
    return matcher;
  }

  private static void checkMatcher(String value, boolean grpc) {
    int least = grpc ? 0 : 200;
    int most = grpc ? 99 : 499;
    String what = grpc ? "GRPC" : "HTTP";
    for (String part : value.split(",", -1)) {
      if (!part.matches("(0|[1-9]\\d{0,3})(-(0|[1-9]\\d{0,3}))?")) {
        throw Check.invalid(
            "Health check matcher %s code '%s' is not a code, a list or a range"
                .formatted(what, value));
      }
      String[] ends = part.split("-");
      int low = Integer.parseInt(ends[0]);
      int high = Integer.parseInt(ends[ends.length - 1]);
      if (low < least || high > most || low > high) {
        throw Check.invalid(
            "Health check matcher %s code '%s' must be within '%d-%d' inclusive"
                .formatted(what, part, least, most));
      }
    }
  }

  /** Whether a matcher such as {@code 200,300-399} accepts a code. */
  static boolean accepts(String matcher, int code) {
    for (String part : matcher.split(",")) {
      String[] ends = part.split("-");
      if (Integer.parseInt(ends[0]) <= code && code <= Integer.parseInt(ends[ends.length - 1])) {
        return true;
      }
    }
    return false;
  }

  static void write(TargetGroup group, Xml xml) {
    HealthCheck check = group.healthCheck();
    boolean function = group.targetType().equals("lambda");
    if (!function) {
      xml.text("HealthCheckProtocol", check.protocol()).text("HealthCheckPort", check.port());
    }
    xml.text("HealthCheckEnabled", check.enabled())
        .text("HealthCheckIntervalSeconds", check.interval())
        .text("HealthCheckTimeoutSeconds", check.timeout())
        .text("HealthyThresholdCount", check.healthyThreshold())
        .text("UnhealthyThresholdCount", check.unhealthyThreshold())
        .text("HealthCheckPath", check.path())
        .in(
            "Matcher",
            () ->
                xml.text(
                    group.protocolVersion().equals("GRPC") ? "GrpcCode" : "HttpCode",
                    check.matcher()));
  }
}
