package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** Everything that is set at a box's resource, in plain words. */
final class MapFacts {
  private final MapText text;
  private final Map<String, String> outputs;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * A setting.
   *
   * @param toCopy whether it is one that users copy, such as an ARN
   */
  record Fact(String name, String value, boolean toCopy) {}

  /**
   * @param outputs of the deployed stack, which hold the ARNs; empty before
   */
  private MapFacts(MapText text, Map<String, String> outputs) {
    this.text = text;
    this.outputs = outputs;
  }

  static List<Fact> of(
      MapSubject subject, EnvironmentSpec spec, Map<String, String> outputs, MapText text) {
    MapFacts facts = new MapFacts(text, outputs);
    switch (subject) {
      case MapSubject.Balancer(var all) -> facts.balancer(all);
      case MapSubject.Listener(var listener) -> facts.listener(listener, spec);
      case MapSubject.Rule rule -> facts.rule(rule, spec);
      case MapSubject.Group(var group) -> facts.group(group, spec);
      case MapSubject.Targets(var group, var open) -> facts.group(group, spec);
      case MapSubject.Target target -> facts.target(target);
    }
    return List.copyOf(facts.facts);
  }

  private void add(String key, Object value) {
    String words = value.toString();
    if (!words.isEmpty()) {
      facts.add(new Fact(text.get(key), words, false));
    }
  }

  private void copyable(String key, Optional<String> value) {
    value.ifPresent(each -> facts.add(new Fact(text.get(key), each, true)));
  }

  private String yes(boolean value) {
    return text.get(value ? "map.yes" : "map.no");
  }

  private String seconds(int seconds) {
    return text.get("map.seconds", seconds);
  }

  /** The first resource's output has the plain name, those of others end in their own. */
  private Optional<String> output(String name, boolean first, String own) {
    return Optional.ofNullable(outputs.get(first ? name : name + "_" + own));
  }

  private void balancer(EnvironmentSpec all) {
    LoadBalancerSpec spec = all.loadBalancer();
    LoadBalancerAttributes set = spec.attributes();
    spec.dnsRecords().forEach(each -> copyable("map.fact.domain", Optional.of(each.name())));
    copyable("map.fact.dns", Optional.ofNullable(outputs.get("load_balancer_dns_name")));
    copyable("map.fact.arn", Optional.ofNullable(outputs.get("load_balancer_arn")));
    copyable("map.fact.own-group", Optional.ofNullable(outputs.get("security_group_id")));
    add("map.fact.region", all.region());
    add("map.fact.scheme", spec.scheme().awsName());
    add("map.fact.addresses", spec.ipAddressType().awsName());
    add("map.fact.ipam", spec.ipv4IpamPoolId().orElse(""));
    add("map.fact.vpc", spec.vpcId());
    add("map.fact.subnets", String.join("\n", spec.subnetIds()));
    add("map.fact.groups", String.join("\n", spec.securityGroupIds()));
    add("map.fact.ingress", String.join("\n", all.access().ingressCidrs()));
    add("map.fact.target-groups", String.join("\n", all.access().targetSecurityGroupIds()));
    add("map.fact.idle", seconds(set.idleTimeoutSeconds()));
    add("map.fact.keep-alive", seconds(set.clientKeepAliveSeconds()));
    add("map.fact.http2", yes(set.http2()));
    add("map.fact.protection", yes(set.deletionProtection()));
    add("map.fact.drop", yes(set.dropInvalidHeaderFields()));
    add("map.fact.access-logs", set.accessLogs().map(this::bucket).orElse(""));
    add("map.fact.connection-logs", set.connectionLogs().map(this::bucket).orElse(""));
    add("map.fact.waf", spec.webAclArn().orElse(""));
    tags(all.tags(), spec.tags());
  }

  private String bucket(LogBucket logs) {
    String prefix = logs.prefix().isEmpty() ? "" : "/" + logs.prefix();
    return switch (logs) {
      case LogBucket.Existing(String bucket, String _) -> bucket + prefix;
      case LogBucket.Made(String _, int days) ->
          text.get(
              "map.fact.made-bucket",
              outputs.getOrDefault("log_bucket", text.get("map.fact.made-bucket.unnamed")) + prefix,
              days);
    };
  }

  private void tags(Map<String, String> common, Map<String, String> own) {
    List<String> lines = new ArrayList<>();
    common.forEach((key, value) -> lines.add(key + " = " + value));
    own.forEach((key, value) -> lines.add(key + " = " + value));
    add("map.fact.tags", String.join("\n", lines));
  }

  private void listener(ListenerSpec listener, EnvironmentSpec spec) {
    boolean first = spec.listeners().getFirst().name().equals(listener.name());
    copyable("map.fact.url", output("url", first, listener.name()));
    copyable("map.fact.arn", output("listener_arn", first, listener.name()));
    add("map.fact.protocol", listener.protocol());
    add("map.fact.port", listener.port());
    listener
        .tls()
        .ifPresent(
            tls -> {
              add("map.fact.policy", tls.policy());
              copyable("map.fact.certificate", Optional.of(tls.certificateArn()));
              add("map.fact.certificates", String.join("\n", tls.furtherCertificateArns()));
            });
    add("map.fact.rules", listener.rules().size());
    add("map.fact.default", text.sentence(listener.defaultAction()));
  }

  private void rule(MapSubject.Rule subject, EnvironmentSpec spec) {
    ListenerSpec listener = subject.listener();
    add("map.fact.listener", text.title(new MapSubject.Listener(listener)));
    subject
        .rule()
        .ifPresentOrElse(
            rule -> {
              boolean first =
                  spec.listeners().stream()
                      .flatMap(each -> each.rules().stream())
                      .findFirst()
                      .filter(rule::equals)
                      .isPresent();
              copyable(
                  "map.fact.arn",
                  output("listener_rule_arn", first, listener.name() + "-" + rule.priority()));
              add("map.fact.name", rule.name());
              add("map.fact.priority", rule.priority());
              for (ConditionSpec each : rule.conditions()) {
                add(condition(each), text.conditions(List.of(each)));
              }
              add("map.fact.action", text.sentence(rule.action()));
            },
            () -> {
              add("map.fact.priority", text.get("map.rule.last"));
              add("map.fact.action", text.sentence(listener.defaultAction()));
            });
  }

  private static String condition(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader host -> "map.condition.host";
      case ConditionSpec.PathPattern path -> "map.condition.path";
      case ConditionSpec.HttpHeader header -> "map.condition.header";
      case ConditionSpec.ApiKey key -> "map.condition.header";
      case ConditionSpec.RequestMethod method -> "map.condition.method";
      case ConditionSpec.QueryString query -> "map.condition.query";
      case ConditionSpec.SourceIp source -> "map.condition.address";
    };
  }

  private void group(TargetGroupSpec group, EnvironmentSpec spec) {
    boolean first = spec.targetGroups().getFirst().name().equals(group.name());
    copyable("map.fact.arn", output("target_group_arn", first, group.name()));
    add("map.fact.type", group.targetType().awsName());
    boolean lambda = group.targetType() == TargetType.LAMBDA;
    if (!lambda) {
      add("map.fact.protocol", group.protocol() + ", " + group.protocolVersion());
      add("map.fact.port", group.port());
    }
    add("map.fact.targets", group.targets().size());
    check(group.healthCheck());
    if (!lambda) {
      attributes(group.attributes());
    }
    tags(spec.tags(), group.tags());
  }

  private void check(HealthCheckSpec check) {
    if (!check.enabled()) {
      add("map.fact.check", text.get("map.check.off"));
      return;
    }
    OptionalInt port = check.port();
    String where =
        port.isPresent() ? String.valueOf(port.getAsInt()) : text.get("map.check.traffic-port");
    add("map.fact.check", check.protocol() + " " + check.path());
    add("map.fact.check-port", where);
    add("map.fact.matcher", check.matcher());
    add(
        "map.fact.timing",
        text.get("map.check.timing", check.intervalSeconds(), check.timeoutSeconds()));
    add(
        "map.fact.thresholds",
        text.get("map.check.thresholds", check.healthyThreshold(), check.unhealthyThreshold()));
  }

  private void attributes(TargetGroupAttributes set) {
    add("map.fact.algorithm", set.algorithm().awsName().replace('_', ' '));
    add("map.fact.anomaly", set.anomalyMitigation() ? yes(true) : "");
    add("map.fact.drain", seconds(set.deregistrationDelaySeconds()));
    add("map.fact.slow-start", set.slowStartSeconds() == 0 ? "" : seconds(set.slowStartSeconds()));
    add(
        "map.fact.stickiness",
        switch (set.stickiness()) {
          case Stickiness.Off() -> text.get("map.no");
          case Stickiness.LoadBalancerCookie(int length) -> text.get("map.sticky.balancer", length);
          case Stickiness.ApplicationCookie(String name, int length) ->
              text.get("map.sticky.application", name, length);
        });
  }

  private void target(MapSubject.Target target) {
    copyable("map.fact.target", Optional.of(target.target()));
    target.port().ifPresent(port -> add("map.fact.port", port));
    add("map.fact.group", target.group().name());
    target
        .health()
        .ifPresent(
            health -> {
              add("map.fact.state", health.state());
              add("map.fact.reason", health.reason());
              add("map.fact.description", health.description());
            });
    target.group().targets().stream()
        .filter(each -> each.id().equals(target.target()))
        .filter(each -> each instanceof portico.model.IpTarget)
        .map(each -> (portico.model.IpTarget) each)
        .flatMap(each -> each.zone().stream())
        .limit(1)
        .collect(Collectors.toList())
        .forEach(zone -> add("map.fact.zone", zone));
  }
}
