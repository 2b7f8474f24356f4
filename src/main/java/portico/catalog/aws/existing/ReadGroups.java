package portico.catalog.aws.existing;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portico.catalog.TakeoverRemark.Kind;
import portico.catalog.aws.existing.BalancerAnswers.GroupAnswers;
import portico.model.Algorithm;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Target groups with their targets. */
final class ReadGroups {
  private static final Set<String> FIELDS =
      Set.of(
          "TargetGroupArn",
          "TargetGroupName",
          "Protocol",
          "Port",
          "VpcId",
          "HealthCheckProtocol",
          "HealthCheckPort",
          "HealthCheckEnabled",
          "HealthCheckIntervalSeconds",
          "HealthCheckTimeoutSeconds",
          "HealthyThresholdCount",
          "UnhealthyThresholdCount",
          "HealthCheckPath",
          "Matcher",
          "LoadBalancerArns",
          "TargetType",
          "ProtocolVersion",
          "IpAddressType");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "deregistration_delay.timeout_seconds",
          "slow_start.duration_seconds",
          "load_balancing.algorithm.type",
          "load_balancing.algorithm.anomaly_mitigation",
          "stickiness.enabled",
          "stickiness.type",
          "stickiness.lb_cookie.duration_seconds",
          "stickiness.app_cookie.cookie_name",
          "stickiness.app_cookie.duration_seconds");

  /** AWS's own values of what no spec says (API_TargetGroupAttribute). */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          entry("load_balancing.cross_zone.enabled", "use_load_balancer_configuration"),
          entry("target_group_health.dns_failover.minimum_healthy_targets.count", "1"),
          entry("target_group_health.dns_failover.minimum_healthy_targets.percentage", "off"),
          entry("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "1"),
          entry(
              "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage",
              "off"),
          entry("lambda.multi_value_headers.enabled", "false"));

  private final BalancerAnswers answers;
  private final Remarks remarks;
  private final Tags tags;

  ReadGroups(BalancerAnswers answers, Remarks remarks, Tags tags) {
    this.answers = answers;
    this.remarks = remarks;
    this.tags = tags;
  }

  /** By ARN, those that a spec can say. */
  Map<String, TargetGroupSpec> all() {
    Map<String, TargetGroupSpec> read = new LinkedHashMap<>();
    for (GroupAnswers each : answers.groups()) {
      group(each).ifPresent(group -> read.put(each.group().targetGroupArn(), group));
    }
    return read;
  }

  private Optional<TargetGroupSpec> group(GroupAnswers answer) {
    TargetGroup group = answer.group();
    Optional<TargetType> type =
        Stream.of(TargetType.values())
            .filter(each -> each.awsName().equals(group.targetTypeAsString()))
            .findFirst();
    boolean function = type.equals(Optional.of(TargetType.LAMBDA));
    Optional<Protocol> protocol =
        function ? Optional.of(Protocol.HTTP) : protocol(group.protocolAsString());
    Optional<ProtocolVersion> version = version(group);
    if (type.isEmpty() || protocol.isEmpty() || version.isEmpty()) {
      String what =
          "%s %s %s"
              .formatted(
                  group.targetTypeAsString(), group.protocolAsString(), group.protocolVersion());
      remarks.add(Kind.GROUP_UNKNOWN, group.targetGroupName(), what);
      return Optional.empty();
    }
    remark(answer);
    int port = Optional.ofNullable(group.port()).orElse(80);
    return Optional.of(
        new TargetGroupSpec(
            group.targetGroupName(),
            type.get(),
            protocol.get(),
            version.get(),
            port,
            check(group, version.get()),
            attributes(answer.attributes()),
            answer.targets().stream()
                .flatMap(each -> target(type.get(), group, port, each))
                .toList(),
            tags.ownOf(group.targetGroupArn())));
  }

  private void remark(GroupAnswers answer) {
    TargetGroup group = answer.group();
    String where = "target group " + group.targetGroupName();
    remarks.rest(where, group, FIELDS);
    remarks.attributes(where, answer.attributes(), ATTRIBUTES, USUAL);
    if ("ipv6".equals(group.ipAddressTypeAsString())) {
      remarks.add(Kind.FIELD, where, "IpAddressType", "ipv6");
    }
    List<String> others = new ArrayList<>(group.loadBalancerArns());
    others.remove(answers.balancer().loadBalancerArn());
    if (!others.isEmpty()) {
      remarks.add(Kind.GROUP_SHARED, group.targetGroupName(), String.join(", ", others));
    }
  }

  static Optional<Protocol> protocol(@Nullable String name) {
    return Stream.of(Protocol.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  private static Optional<ProtocolVersion> version(TargetGroup group) {
    String version = Optional.ofNullable(group.protocolVersion()).orElse("HTTP1");
    return Stream.of(ProtocolVersion.values())
        .filter(each -> each.name().equals(version))
        .findFirst();
  }

  private static HealthCheckSpec check(TargetGroup group, ProtocolVersion version) {
    var matcher = Optional.ofNullable(group.matcher());
    String port = Optional.ofNullable(group.healthCheckPort()).orElse("traffic-port");
    return new HealthCheckSpec(
        !Boolean.FALSE.equals(group.healthCheckEnabled()),
        protocol(group.healthCheckProtocolAsString()).orElse(Protocol.HTTP),
        port.equals("traffic-port") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
        Optional.ofNullable(group.healthCheckPath()).orElse("/"),
        Optional.ofNullable(group.healthCheckIntervalSeconds()).orElse(30),
        Optional.ofNullable(group.healthCheckTimeoutSeconds()).orElse(5),
        Optional.ofNullable(group.healthyThresholdCount()).orElse(5),
        Optional.ofNullable(group.unhealthyThresholdCount()).orElse(2),
        matcher
            .map(each -> version == ProtocolVersion.GRPC ? each.grpcCode() : each.httpCode())
            .orElse(version == ProtocolVersion.GRPC ? "12" : "200"));
  }

  private static TargetGroupAttributes attributes(Map<String, String> read) {
    TargetGroupAttributes usual = TargetGroupAttributes.AWS;
    String algorithm = read.getOrDefault("load_balancing.algorithm.type", "");
    return new TargetGroupAttributes(
        number(read, "deregistration_delay.timeout_seconds", usual.deregistrationDelaySeconds()),
        number(read, "slow_start.duration_seconds", usual.slowStartSeconds()),
        Stream.of(Algorithm.values())
            .filter(each -> each.awsName().equals(algorithm))
            .findFirst()
            .orElse(usual.algorithm()),
        "on".equals(read.get("load_balancing.algorithm.anomaly_mitigation")),
        stickiness(read));
  }

  private static Stickiness stickiness(Map<String, String> read) {
    if (!"true".equals(read.get("stickiness.enabled"))) {
      return new Stickiness.Off();
    }
    return "app_cookie".equals(read.get("stickiness.type"))
        ? new Stickiness.ApplicationCookie(
            read.getOrDefault("stickiness.app_cookie.cookie_name", ""),
            number(read, "stickiness.app_cookie.duration_seconds", 86_400))
        : new Stickiness.LoadBalancerCookie(
            number(read, "stickiness.lb_cookie.duration_seconds", 86_400));
  }

  static int number(Map<String, String> attributes, String key, int otherwise) {
    String value = attributes.getOrDefault(key, "");
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  private Stream<TargetSpec> target(
      TargetType type, TargetGroup group, int groupPort, TargetHealthDescription described) {
    TargetDescription target = described.target();
    String where = "target group " + group.targetGroupName() + ", target " + target.id();
    remarks.rest(where, target, Set.of("Id", "Port", "AvailabilityZone"));
    String state = described.targetHealth().stateAsString();
    if (state.equals("draining")) {
      remarks.add(Kind.TARGET_LEAVING, group.targetGroupName(), target.id(), state);
      return Stream.empty();
    }
    OptionalInt port =
        target.port() == null || target.port() == groupPort
            ? OptionalInt.empty()
            : OptionalInt.of(target.port());
    return Stream.of(
        switch (type) {
          case INSTANCE -> new InstanceTarget(target.id(), port);
          case IP ->
              new IpTarget(target.id(), port, Optional.ofNullable(target.availabilityZone()));
          case LAMBDA -> function(target.id());
        });
  }

  private LambdaTarget function(String arn) {
    remarks.add(Kind.FUNCTION_PERMISSION, arn);
    return new LambdaTarget(arn);
  }
}
