package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecRulesTest {
  private static final String VPC = "vpc-0123456789abcdef0";
  private static final String SUBNET_A = "subnet-0123456789abcdef0";
  private static final String SUBNET_B = "subnet-0123456789abcdef1";
  private static final String INSTANCE = "i-0123456789abcdef0";
  private static final String ME = "203.0.113.7/32";

  private static final EnvironmentSpec GOOD =
      SpecDefaults.smallest("us-west-2", VPC, List.of(SUBNET_A, SUBNET_B), List.of(ME));
  private static final TargetGroupSpec GROUP = GOOD.targetGroups().getFirst();
  private static final ListenerSpec LISTENER = GOOD.listeners().getFirst();

  @Test
  void the_smallest_environment_breaks_no_rule() {
    assertThat(SpecRules.check(GOOD)).isEmpty();
  }

  @Test
  void the_smallest_environment_is_one_listener_in_front_of_an_empty_target_group() {
    assertThat(GOOD.loadBalancer())
        .isEqualTo(
            new LoadBalancerSpec(
                "ai-inference-lb", Scheme.INTERNET_FACING, VPC, List.of(SUBNET_A, SUBNET_B)));
    assertThat(GOOD.targetGroups())
        .containsExactly(
            new TargetGroupSpec(
                "ai-inference-tg",
                Protocol.HTTP,
                80,
                new HealthCheckSpec("/", 30, 3, 2, 2),
                List.of()));
    assertThat(GOOD.listeners())
        .containsExactly(
            new ListenerSpec("ai-inference-listener", Protocol.HTTP, 80, "ai-inference-tg"));
    assertThat(GOOD.access()).isEqualTo(new AccessSpec(List.of(ME)));
    assertThat(GOOD.targetGroup("ai-inference-tg")).contains(GROUP);
    assertThat(GOOD.targetGroup("other")).isEmpty();
  }

  @Test
  void a_spec_with_several_groups_listeners_and_targets_breaks_no_rule() {
    TargetGroupSpec second =
        new TargetGroupSpec(
            "second", Protocol.HTTPS, 8443, SpecDefaults.HEALTH_CHECK, List.of(target(9000)));
    EnvironmentSpec spec =
        withListeners(LISTENER, new ListenerSpec("web.8080", Protocol.HTTP, 8080, "second"))
            .apply(withGroups(withTargets(target(80), target(81)), second).apply(GOOD));

    assertThat(SpecRules.check(spec)).isEmpty();
  }

  static List<Arguments> oneMistake() {
    return List.of(
        mistake(spec -> withRegion(spec, "us-west"), "region", Rule.REGION_FORM, "us-west"),
        mistake(withName("-lb"), "loadBalancer.name", Rule.NAME_HYPHEN_ENDS),
        mistake(withName("internal-lb"), "loadBalancer.name", Rule.NAME_INTERNAL_PREFIX),
        mistake(withVpc("vpc"), "loadBalancer.vpcId", Rule.VPC_ID_FORM, "vpc"),
        mistake(withSubnets(), "loadBalancer.subnetIds", Rule.SUBNETS_TWO_ZONES, 0),
        mistake(withSubnets(SUBNET_A), "loadBalancer.subnetIds", Rule.SUBNETS_TWO_ZONES, 1),
        mistake(
            withSubnets(SUBNET_A, "sub"), "loadBalancer.subnetIds[1]", Rule.SUBNET_ID_FORM, "sub"),
        mistake(
            withSubnets(SUBNET_A, SUBNET_B, SUBNET_A),
            "loadBalancer.subnetIds[2]",
            Rule.SUBNET_TWICE,
            SUBNET_A),
        mistake(withSubnets(SUBNET_A, SUBNET_B, ""), "loadBalancer.subnetIds[2]", Rule.REQUIRED));
  }

  static List<Arguments> oneMistakeInATargetGroup() {
    TargetGroupSpec sameName =
        new TargetGroupSpec(GROUP.name(), Protocol.HTTP, 81, SpecDefaults.HEALTH_CHECK, List.of());
    return List.of(
        mistake(withGroups(GROUP, sameName), "targetGroups[1].name", Rule.NAME_TWICE, GROUP.name()),
        mistake(withGroups(GROUP, withPort(0)), "targetGroups[1].port", Rule.PORT_RANGE, 0),
        mistake(
            withGroups(withCheck(new HealthCheckSpec("health", 30, 3, 2, 2))),
            "targetGroups[0].healthCheck.path",
            Rule.HEALTH_PATH_SLASH),
        mistake(
            withGroups(withCheck(new HealthCheckSpec("/", 301, 3, 2, 2))),
            "targetGroups[0].healthCheck.intervalSeconds",
            Rule.HEALTH_INTERVAL_RANGE,
            301,
            5,
            300),
        mistake(
            withGroups(withCheck(new HealthCheckSpec("/", 10, 20, 2, 2))),
            "targetGroups[0].healthCheck.timeoutSeconds",
            Rule.HEALTH_TIMEOUT_BELOW_INTERVAL,
            20,
            10),
        mistake(
            withGroups(withCheck(new HealthCheckSpec("/", 30, 3, 1, 2))),
            "targetGroups[0].healthCheck.healthyThreshold",
            Rule.HEALTH_THRESHOLD_RANGE,
            1,
            2,
            10),
        mistake(
            withGroups(withCheck(new HealthCheckSpec("/", 30, 3, 2, 11))),
            "targetGroups[0].healthCheck.unhealthyThreshold",
            Rule.HEALTH_THRESHOLD_RANGE,
            11,
            2,
            10),
        mistake(
            withGroups(withTargets(InstanceTarget.of("web1"))),
            "targetGroups[0].targets[0].instanceId",
            Rule.INSTANCE_ID_FORM,
            "web1"),
        mistake(
            withGroups(withTargets(target(65_536))),
            "targetGroups[0].targets[0].port",
            Rule.PORT_RANGE,
            65_536),
        mistake(
            withGroups(withTargets(InstanceTarget.of(INSTANCE), target(80))),
            "targetGroups[0].targets[1]",
            Rule.TARGET_TWICE,
            INSTANCE));
  }

  static List<Arguments> oneMistakeInListenersOrAccess() {
    String group = GROUP.name();
    return List.of(
        mistake(withListeners(), "listeners", Rule.LISTENER_REQUIRED),
        mistake(
            withListeners(LISTENER, new ListenerSpec("b", Protocol.HTTP, 80, group)),
            "listeners[1].port",
            Rule.LISTENER_PORT_TWICE,
            80),
        mistake(
            withListeners(LISTENER, new ListenerSpec(LISTENER.name(), Protocol.HTTP, 81, group)),
            "listeners[1].name",
            Rule.NAME_TWICE,
            LISTENER.name()),
        mistake(
            withListeners(new ListenerSpec("a b", Protocol.HTTP, 80, group)),
            "listeners[0].name",
            Rule.LISTENER_NAME_FORM,
            64),
        mistake(
            withListeners(new ListenerSpec("a", Protocol.HTTPS, 443, group)),
            "listeners[0].tls",
            Rule.HTTPS_NEEDS_TLS),
        mistake(
            withListeners(new ListenerSpec("a", Protocol.HTTP, 65_536, group)),
            "listeners[0].port",
            Rule.PORT_RANGE,
            65_536),
        mistake(
            withListeners(new ListenerSpec("a", Protocol.HTTP, 80, "gone")),
            "listeners[0].targetGroup",
            Rule.LISTENER_TARGET_GROUP_UNKNOWN,
            "gone"),
        mistake(withIngress(), "access.ingressCidrs", Rule.INGRESS_REQUIRED),
        mistake(
            withIngress("10.0.0.1/8"),
            "access.ingressCidrs[0]",
            Rule.CIDR_HOST_BITS,
            "10.0.0.1/8",
            "10.0.0.0/8"),
        mistake(withIngress(ME, ME), "access.ingressCidrs[1]", Rule.INGRESS_TWICE, ME));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({"oneMistake", "oneMistakeInATargetGroup", "oneMistakeInListenersOrAccess"})
  void one_mistake_is_one_violation_at_its_field(
      UnaryOperator<EnvironmentSpec> change, Violation expected) {
    assertThat(SpecRules.check(change.apply(GOOD))).containsExactly(expected);
  }

  @Test
  void without_target_groups_the_listeners_lead_nowhere_either() {
    assertThat(SpecRules.check(withGroups().apply(GOOD)))
        .containsExactly(
            Violation.of("targetGroups", Rule.TARGET_GROUP_REQUIRED),
            Violation.of(
                "listeners[0].targetGroup", Rule.LISTENER_TARGET_GROUP_UNKNOWN, GROUP.name()));
  }

  @Test
  void one_instance_may_be_registered_on_several_ports() {
    EnvironmentSpec spec = withGroups(withTargets(target(8000), target(8001))).apply(GOOD);

    assertThat(SpecRules.check(spec)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void the_scheme_alone_breaks_no_rule(Scheme scheme) {
    LoadBalancerSpec spec =
        new LoadBalancerSpec("lb", scheme, VPC, GOOD.loadBalancer().subnetIds());

    assertThat(SpecRules.check(withLoadBalancer(GOOD, spec))).isEmpty();
  }

  @Test
  void violations_come_in_the_order_of_the_fields_and_all_at_once() {
    EnvironmentSpec spec =
        new EnvironmentSpec(
            "",
            new LoadBalancerSpec("", Scheme.INTERNAL, "", List.of("", "")),
            List.of(
                new TargetGroupSpec(
                    "", Protocol.HTTP, 0, new HealthCheckSpec("", 0, 0, 0, 0), List.of())),
            List.of(new ListenerSpec("", Protocol.HTTP, 0, "x")),
            new AccessSpec(List.of("")));

    assertThat(SpecRules.check(spec))
        .extracting(Violation::field)
        .containsExactly(
            "region",
            "loadBalancer.name",
            "loadBalancer.vpcId",
            "loadBalancer.subnetIds[0]",
            "loadBalancer.subnetIds[1]",
            "targetGroups[0].name",
            "targetGroups[0].port",
            "targetGroups[0].healthCheck.path",
            "targetGroups[0].healthCheck.intervalSeconds",
            "targetGroups[0].healthCheck.timeoutSeconds",
            "targetGroups[0].healthCheck.timeoutSeconds",
            "targetGroups[0].healthCheck.healthyThreshold",
            "targetGroups[0].healthCheck.unhealthyThreshold",
            "listeners[0].name",
            "listeners[0].port",
            "listeners[0].targetGroup",
            "access.ingressCidrs[0]");
  }

  private static Arguments mistake(
      UnaryOperator<EnvironmentSpec> change, String field, Rule rule, Object... facts) {
    return Arguments.of(change, Violation.of(field, rule, facts));
  }

  private static EnvironmentSpec withRegion(EnvironmentSpec spec, String region) {
    return new EnvironmentSpec(
        region, spec.loadBalancer(), spec.targetGroups(), spec.listeners(), spec.access());
  }

  private static EnvironmentSpec withLoadBalancer(EnvironmentSpec spec, LoadBalancerSpec changed) {
    return new EnvironmentSpec(
        spec.region(), changed, spec.targetGroups(), spec.listeners(), spec.access());
  }

  private static UnaryOperator<EnvironmentSpec> withName(String name) {
    return spec ->
        withLoadBalancer(
            spec,
            new LoadBalancerSpec(
                name, Scheme.INTERNET_FACING, VPC, spec.loadBalancer().subnetIds()));
  }

  private static UnaryOperator<EnvironmentSpec> withVpc(String vpcId) {
    return spec ->
        withLoadBalancer(
            spec,
            new LoadBalancerSpec(
                "lb", Scheme.INTERNET_FACING, vpcId, spec.loadBalancer().subnetIds()));
  }

  private static UnaryOperator<EnvironmentSpec> withSubnets(String... ids) {
    return spec ->
        withLoadBalancer(
            spec, new LoadBalancerSpec("lb", Scheme.INTERNET_FACING, VPC, List.of(ids)));
  }

  private static UnaryOperator<EnvironmentSpec> withGroups(TargetGroupSpec... groups) {
    return spec ->
        new EnvironmentSpec(
            spec.region(), spec.loadBalancer(), List.of(groups), spec.listeners(), spec.access());
  }

  private static UnaryOperator<EnvironmentSpec> withListeners(ListenerSpec... listeners) {
    return spec ->
        new EnvironmentSpec(
            spec.region(),
            spec.loadBalancer(),
            spec.targetGroups(),
            List.of(listeners),
            spec.access());
  }

  private static UnaryOperator<EnvironmentSpec> withIngress(String... cidrs) {
    return spec ->
        new EnvironmentSpec(
            spec.region(),
            spec.loadBalancer(),
            spec.targetGroups(),
            spec.listeners(),
            new AccessSpec(List.of(cidrs)));
  }

  private static TargetGroupSpec withPort(int port) {
    return new TargetGroupSpec("other", Protocol.HTTP, port, SpecDefaults.HEALTH_CHECK, List.of());
  }

  private static TargetGroupSpec withCheck(HealthCheckSpec check) {
    return new TargetGroupSpec(GROUP.name(), Protocol.HTTP, 80, check, List.of());
  }

  private static TargetGroupSpec withTargets(InstanceTarget... targets) {
    return new TargetGroupSpec(
        GROUP.name(), Protocol.HTTP, 80, SpecDefaults.HEALTH_CHECK, List.of(targets));
  }

  private static InstanceTarget target(int port) {
    return new InstanceTarget(INSTANCE, OptionalInt.of(port));
  }
}
