package portico.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A spec that breaks no rule, and specs that differ from it in one part. */
final class SpecSamples {
  static final String VPC = "vpc-0123456789abcdef0";
  static final String SUBNET_A = "subnet-0123456789abcdef0";
  static final String SUBNET_B = "subnet-0123456789abcdef1";
  static final String INSTANCE = "i-0123456789abcdef0";
  static final String CERTIFICATE = "arn:aws:acm:us-west-2:123456789012:certificate/01-ab";
  static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  static final TlsSpec TLS = new TlsSpec(POLICY, CERTIFICATE, List.of());
  static final EnvironmentSpec GOOD =
      SpecDefaults.smallest(
          "us-west-2", VPC, List.of(SUBNET_A, SUBNET_B), List.of("203.0.113.7/32"));
  static final String GROUP = SpecDefaults.TARGET_GROUP_NAME;
  static final ActionSpec FORWARD = ActionSpec.Forward.to(GROUP);

  private SpecSamples() {}

  static EnvironmentSpec with(LoadBalancerSpec changed) {
    return new EnvironmentSpec(
        "us-west-2",
        ServiceSpec.OTHER,
        changed,
        GOOD.targetGroups(),
        GOOD.listeners(),
        GOOD.access(),
        Map.of());
  }

  static EnvironmentSpec with(TargetGroupSpec... changed) {
    return new EnvironmentSpec(
        "us-west-2", GOOD.loadBalancer(), List.of(changed), GOOD.listeners(), GOOD.access());
  }

  static EnvironmentSpec with(ListenerSpec... changed) {
    return new EnvironmentSpec(
        "us-west-2", GOOD.loadBalancer(), GOOD.targetGroups(), List.of(changed), GOOD.access());
  }

  static EnvironmentSpec withTags(Map<String, String> tags) {
    return new EnvironmentSpec(
        "us-west-2",
        ServiceSpec.OTHER,
        GOOD.loadBalancer(),
        GOOD.targetGroups(),
        GOOD.listeners(),
        GOOD.access(),
        tags);
  }

  static LoadBalancerSpec balancer(
      Scheme scheme,
      IpAddressType type,
      List<String> securityGroups,
      LoadBalancerAttributes attributes,
      Optional<String> webAcl,
      Map<String, String> tags) {
    return new LoadBalancerSpec(
        "lb",
        scheme,
        type,
        VPC,
        List.of(SUBNET_A, SUBNET_B),
        securityGroups,
        attributes,
        webAcl,
        tags);
  }

  static EnvironmentSpec named(DnsRecordSpec... records) {
    LoadBalancerSpec plain = balancer(Scheme.INTERNET_FACING, IpAddressType.DUALSTACK);
    return with(
        new LoadBalancerSpec(
            plain.name(),
            plain.scheme(),
            plain.ipAddressType(),
            plain.vpcId(),
            plain.subnetIds(),
            plain.securityGroupIds(),
            plain.attributes(),
            plain.webAclArn(),
            plain.tags(),
            plain.ipv4IpamPoolId(),
            List.of(records)));
  }

  static LoadBalancerSpec fromPool(String id, Scheme scheme, IpAddressType type) {
    return new LoadBalancerSpec(
        "lb",
        scheme,
        type,
        VPC,
        List.of(SUBNET_A, SUBNET_B),
        List.of(),
        LoadBalancerAttributes.AWS,
        Optional.empty(),
        Map.of(),
        Optional.of(id));
  }

  static LoadBalancerSpec balancer(Scheme scheme, IpAddressType type) {
    return balancer(
        scheme, type, List.of(), LoadBalancerAttributes.AWS, Optional.empty(), Map.of());
  }

  static LoadBalancerSpec balancer(LoadBalancerAttributes attributes) {
    return balancer(
        Scheme.INTERNET_FACING,
        IpAddressType.IPV4,
        List.of(),
        attributes,
        Optional.empty(),
        Map.of());
  }

  static TargetGroupSpec group(
      TargetType type,
      ProtocolVersion version,
      HealthCheckSpec check,
      TargetGroupAttributes attributes,
      List<? extends TargetSpec> targets) {
    return new TargetGroupSpec(
        GROUP, type, Protocol.HTTP, version, 80, check, attributes, List.copyOf(targets), Map.of());
  }

  static TargetGroupSpec group(TargetType type, List<? extends TargetSpec> targets) {
    return group(
        type, ProtocolVersion.HTTP1, SpecDefaults.HEALTH_CHECK, TargetGroupAttributes.AWS, targets);
  }

  static HealthCheckSpec check(boolean enabled, OptionalInt port, String path, String matcher) {
    return new HealthCheckSpec(enabled, Protocol.HTTP, port, path, 30, 5, 2, 2, matcher);
  }

  static ListenerSpec listener(ActionSpec defaultAction, ListenerRuleSpec... rules) {
    return new ListenerSpec(
        "web", Protocol.HTTP, 80, Optional.empty(), defaultAction, List.of(rules));
  }

  static ListenerSpec https(ActionSpec defaultAction, ListenerRuleSpec... rules) {
    return new ListenerSpec(
        "tls", Protocol.HTTPS, 443, Optional.of(TLS), defaultAction, List.of(rules));
  }

  static ListenerRuleSpec rule(int priority, ConditionSpec... conditions) {
    return new ListenerRuleSpec("", priority, List.of(conditions), FORWARD);
  }

  static ConditionSpec.PathPattern path(String... values) {
    return new ConditionSpec.PathPattern(List.of(values));
  }

  static ConditionSpec.HostHeader host(String... values) {
    return new ConditionSpec.HostHeader(List.of(values));
  }

  static ConditionSpec.HttpHeader header(String name, String... values) {
    return new ConditionSpec.HttpHeader(name, List.of(values));
  }

  static ConditionSpec.RequestMethod method(String... values) {
    return new ConditionSpec.RequestMethod(List.of(values));
  }

  static ConditionSpec.SourceIp source(String... values) {
    return new ConditionSpec.SourceIp(List.of(values));
  }

  /** Each {@code key=value}, or a value alone. */
  static ConditionSpec.QueryString query(String... values) {
    return new ConditionSpec.QueryString(
        Arrays.stream(values)
            .map(
                text -> {
                  int equals = text.indexOf('=');
                  return new ConditionSpec.QueryValue(
                      equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals)),
                      text.substring(equals + 1));
                })
            .toList());
  }
}
