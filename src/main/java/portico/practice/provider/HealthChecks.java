package portico.practice.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * The property {@code healthCheck} of a target group. Ranges: API_CreateTargetGroup; defaults: the
 * official provider's.
 */
final class HealthChecks {
  static final String PROPERTY = "healthCheck";
  private static final String TIMEOUT = "timeout";
  private static final String INTERVAL = "interval";

  static final Schema SCHEMA =
      Schema.of(
          Property.yesNo("enabled").orElse(true),
          Property.whole("healthyThreshold").orElse(3).rule(ValueRule.range(2, 10)),
          Property.whole("unhealthyThreshold").orElse(3).rule(ValueRule.range(2, 10)),
          Property.whole(INTERVAL).orElse(30).rule(ValueRule.range(5, 300)),
          Property.whole(TIMEOUT).computed().rule(ValueRule.range(2, 120)),
          Property.text("path")
              .computed()
              .rule(
                  ValueRule.matches(
                      "/.{0,1023}", "must begin with / and have at most 1024 characters")),
          Property.text("port").orElse("traffic-port").rule(HealthChecks::port),
          Property.text("protocol").orElse("HTTP").rule(ValueRule.oneOf("HTTP", "HTTPS")),
          Property.text("matcher")
              .computed()
              .rule(
                  ValueRule.matches(
                      "\\d+(-\\d+)?(,\\d+(-\\d+)?)*",
                      "must be codes such as 200, 200,202 or 200-299")));

  private HealthChecks() {}

  /** A timeout must be shorter than the interval (API_CreateTargetGroup). */
  static void check(PropertyMap health, Checker checker) {
    Optional<Integer> timeout = health.integer(TIMEOUT);
    Optional<Integer> interval = health.integer(INTERVAL);
    if (timeout.isPresent() && interval.isPresent() && timeout.get() >= interval.get()) {
      checker.fail(
          PROPERTY + "." + TIMEOUT,
          "must be smaller than the interval: %d s is not below %d s"
              .formatted(timeout.get(), interval.get()));
    }
  }

  static void fill(CreateTargetGroupRequest.Builder request, PropertyMap health, boolean grpc) {
    health.flag("enabled").ifPresent(request::healthCheckEnabled);
    health.integer("healthyThreshold").ifPresent(request::healthyThresholdCount);
    health.integer("unhealthyThreshold").ifPresent(request::unhealthyThresholdCount);
    health.integer(INTERVAL).ifPresent(request::healthCheckIntervalSeconds);
    health.integer(TIMEOUT).ifPresent(request::healthCheckTimeoutSeconds);
    health.text("path").ifPresent(request::healthCheckPath);
    health.text("port").ifPresent(request::healthCheckPort);
    health.text("protocol").ifPresent(request::healthCheckProtocol);
    health.text("matcher").ifPresent(codes -> request.matcher(matcher(codes, grpc)));
  }

  /**
   * Sends the whole health check when any part differs: AWS judges timeout and interval together.
   */
  static void converge(TargetGroup actual, PropertyMap inputs, Call call) {
    Optional<PropertyMap> health = inputs.map(PROPERTY);
    Property property = Property.block(PROPERTY, SCHEMA).computed();
    if (health.isEmpty() || Schema.same(property, Optional.of(state(actual)), health.get())) {
      return;
    }
    ModifyTargetGroupRequest.Builder request =
        ModifyTargetGroupRequest.builder().targetGroupArn(actual.targetGroupArn());
    fill(request, health.get(), "GRPC".equals(actual.protocolVersion()));
    CallFailed.call("ModifyTargetGroup", () -> call.elb().modifyTargetGroup(request.build()));
  }

  static PropertyMap state(TargetGroup found) {
    PropertyMap state =
        PropertyMap.EMPTY
            .with("enabled", PropertyValue.of(found.healthCheckEnabled()))
            .with("healthyThreshold", PropertyValue.of(found.healthyThresholdCount()))
            .with("unhealthyThreshold", PropertyValue.of(found.unhealthyThresholdCount()))
            .with(INTERVAL, PropertyValue.of(found.healthCheckIntervalSeconds()))
            .with(TIMEOUT, PropertyValue.of(found.healthCheckTimeoutSeconds()));
    return state
        .withText("path", found.healthCheckPath())
        .withText("port", found.healthCheckPort())
        .withText("protocol", found.healthCheckProtocolAsString())
        .withText("matcher", codes(found.matcher()));
  }

  private static @Nullable String codes(@Nullable Matcher matcher) {
    if (matcher == null) {
      return null;
    }
    return matcher.httpCode() == null ? matcher.grpcCode() : matcher.httpCode();
  }

  private static Matcher matcher(String codes, boolean grpc) {
    return grpc
        ? Matcher.builder().grpcCode(codes).build()
        : Matcher.builder().httpCode(codes).build();
  }

  private static void fill(
      ModifyTargetGroupRequest.Builder request, PropertyMap health, boolean grpc) {
    health.flag("enabled").ifPresent(request::healthCheckEnabled);
    health.integer("healthyThreshold").ifPresent(request::healthyThresholdCount);
    health.integer("unhealthyThreshold").ifPresent(request::unhealthyThresholdCount);
    health.integer(INTERVAL).ifPresent(request::healthCheckIntervalSeconds);
    health.integer(TIMEOUT).ifPresent(request::healthCheckTimeoutSeconds);
    health.text("path").ifPresent(request::healthCheckPath);
    health.text("port").ifPresent(request::healthCheckPort);
    health.text("protocol").ifPresent(request::healthCheckProtocol);
    health.text("matcher").ifPresent(codes -> request.matcher(matcher(codes, grpc)));
  }

  private static Optional<String> port(PropertyValue value) {
    if (!(value instanceof PropertyValue.Text(var port)) || port.equals("traffic-port")) {
      return Optional.empty();
    }
    boolean number =
        port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65535;
    return number
        ? Optional.empty()
        : Optional.of("must be traffic-port or between 1 and 65535, not " + value.shown());
  }
}
