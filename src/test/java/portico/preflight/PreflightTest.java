package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.LoadBalancerState;
import portico.catalog.Quota;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import portico.catalog.Vpc;
import portico.catalog.WebAcl;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.IpAddressType;
import portico.model.IpTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SpecRules;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;
import portico.operation.EngineReadiness.Readiness;
import portico.testing.FakeCatalog;
import portico.text.PreflightText;
import portico.text.Words;

class PreflightTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String GROUP = "sg-0aa11bb22cc33dd44";
  private static final String CERTIFICATE =
      "arn:aws:acm:us-west-2:000000000000:certificate/0a1b2c3d-0000-4000-8000-000000000001";
  private static final String ACL =
      "arn:aws:wafv2:us-west-2:000000000000:regional/webacl/edge/0a1b2c3d-0000-4000-8000-000000000002";

  private final FakeCatalog catalog = FakeCatalog.withNetwork();
  private Optional<EnvironmentSpec> existing = Optional.empty();
  private Readiness engine = new Readiness(Optional.of("3.259.0"), Optional.empty());
  private String scheme = "internet-facing";
  private List<String> subnets = List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2");
  private final List<String> instances = new ArrayList<>(List.of("i-0f1e2d3c4b5a69788"));
  private final List<String> targetGroups = new ArrayList<>();
  private Optional<String> certificate = Optional.empty();
  private Optional<String> webAcl = Optional.empty();
  private Optional<IpTarget> address = Optional.empty();
  private IpAddressType addresses = IpAddressType.IPV4;

  PreflightTest() {
    catalog.securityGroups.add(open("0.0.0.0/0"));
  }

  @Test
  void an_environment_that_fits_passes_everything_that_concerns_it() {
    List<Check> checks = run();

    assertThat(checks)
        .extracting(Check::finding)
        .containsExactly(
            Finding.NAMES_FREE,
            Finding.QUOTAS_LEFT,
            Finding.SUBNETS_FIT,
            Finding.TARGETS_RUN,
            Finding.SECURITY_GROUPS_FOUND,
            Finding.ALLOWED,
            Finding.CREDENTIALS_LAST,
            Finding.ENGINE_READY);
  }

  @Test
  void taken_names_fail_unless_they_are_the_environments_own() {
    catalog.loadBalancers.put(
        SpecDefaults.LOAD_BALANCER_NAME,
        new LoadBalancerState("arn", SpecDefaults.LOAD_BALANCER_NAME, "", "active", "", Map.of()));
    catalog.targetGroups.add(SpecDefaults.TARGET_GROUP_NAME);

    assertThat(findings())
        .contains(Finding.LOAD_BALANCER_NAME_TAKEN, Finding.TARGET_GROUP_NAME_TAKEN);

    existing = Optional.of(spec());
    assertThat(findings()).contains(Finding.NAMES_FREE);
  }

  @ParameterizedTest
  @CsvSource({
    "application-load-balancers, 50, 49, QUOTAS_LEFT",
    "application-load-balancers, 50, 50, QUOTA_EXCEEDED",
    "target-groups, 3000, 2999, QUOTAS_LEFT",
    "target-groups, 3000, 3000, QUOTA_EXCEEDED",
    "listeners-per-application-load-balancer, 1, 0, QUOTAS_LEFT",
    "listeners-per-application-load-balancer, 0, 0, QUOTA_EXCEEDED",
    "targets-per-target-group, 1, 0, QUOTAS_LEFT",
    "targets-per-target-group, 0, 0, QUOTA_EXCEEDED",
    "network-load-balancers, 0, 50, QUOTAS_LEFT"
  })
  void quotas_count_what_would_be_there(String name, int limit, int used, Finding expected) {
    catalog.quotas.add(new Quota(name, limit, OptionalInt.of(used)));

    assertThat(findings()).contains(expected);
  }

  @Test
  void an_existing_environment_needs_no_second_load_balancer() {
    existing = Optional.of(spec());
    catalog.quotas.add(new Quota("application-load-balancers", 50, OptionalInt.of(50)));

    assertThat(findings()).contains(Finding.QUOTAS_LEFT);
  }

  @Test
  void subnets_must_fit_the_scheme_and_exist() {
    subnets = List.of("subnet-0ddddddddddddddd4", "subnet-0eeeeeeeeeeeeeee5");

    assertThat(findings()).contains(Finding.SUBNET_UNFIT, Finding.SUBNET_GONE);

    scheme = "internal";
    assertThat(findings()).contains(Finding.SUBNET_GONE).doesNotContain(Finding.SUBNET_UNFIT);
  }

  @ParameterizedTest
  @CsvSource({
    "172.31.4.5,, false",
    "100.64.0.9,, false",
    "10.20.0.4,, true",
    "10.20.0.4, all, false",
    "10.20.0.4, us-west-2a, false"
  })
  void an_address_outside_all_of_the_vpcs_networks_needs_a_zone(
      String ip, @Nullable String zone, boolean needed) {
    catalog.vpcs.set(
        0,
        new Vpc(catalog.vpcs.getFirst().id(), "", "172.31.0.0/16", List.of("100.64.0.0/16"), true));
    address = Optional.of(new IpTarget(ip, OptionalInt.empty(), Optional.ofNullable(zone)));

    assertThat(findings().contains(Finding.TARGET_ZONE_NEEDED)).isEqualTo(needed);
  }

  @Test
  void dualstack_needs_subnets_with_ipv6() {
    addresses = IpAddressType.DUALSTACK;

    assertThat(run())
        .filteredOn(check -> check.finding() == Finding.SUBNET_UNFIT)
        .extracting(check -> check.facts().getFirst())
        .containsExactlyElementsOf(subnets);
  }

  @ParameterizedTest
  @CsvSource({
    "i-0123456789abcdef0, TARGET_NOT_RUNNING",
    "i-0000000000000dead, TARGET_GONE",
    "i-0a9b8c7d6e5f40312, TARGETS_RUN"
  })
  void instances_must_run(String id, Finding expected) {
    instances.set(0, id);

    assertThat(findings()).contains(expected);
  }

  @Test
  void an_instance_outside_the_zones_is_a_warning() {
    instances.set(0, "i-0a9b8c7d6e5f40312");
    subnets = List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0ccccccccccccccc3");

    assertThat(findings()).contains(Finding.TARGET_OUTSIDE_ZONES);
  }

  @Test
  void without_targets_the_load_balancer_will_answer_503() {
    instances.clear();

    assertThat(findings()).contains(Finding.TARGETS_NONE);
    assertThat(catalog.calls).doesNotContain("securityGroups");
  }

  @Test
  void a_target_that_lets_nobody_in_is_a_warning_until_a_rule_is_added() {
    catalog.securityGroups.set(0, new SecurityGroup(GROUP, "closed", List.of(), List.of()));
    assertThat(findings()).contains(Finding.TARGET_CLOSED);

    targetGroups.add(GROUP);
    assertThat(findings()).contains(Finding.SECURITY_GROUPS_FOUND);

    targetGroups.set(0, "sg-0000000000000dead");
    assertThat(findings()).contains(Finding.SECURITY_GROUP_GONE, Finding.TARGET_CLOSED);
  }

  @ParameterizedTest
  @CsvSource({
    "ISSUED, 31, CERTIFICATES_ISSUED",
    "ISSUED, 30, CERTIFICATES_ISSUED",
    "ISSUED, 29, CERTIFICATE_ENDS_SOON",
    "PENDING_VALIDATION, 300, CERTIFICATE_NOT_ISSUED",
    "EXPIRED, -1, CERTIFICATE_NOT_ISSUED"
  })
  void certificates_must_be_issued_and_last(String status, int days, Finding expected) {
    certificate = Optional.of(CERTIFICATE);
    catalog.certificates.add(
        new Certificate(
            CERTIFICATE,
            "api.example.com",
            List.of("api.example.com"),
            status,
            Optional.of(NOW.plus(Duration.ofDays(days)))));

    assertThat(findings()).contains(expected);
  }

  @Test
  void a_certificate_or_web_acl_that_is_not_there_fails() {
    certificate = Optional.of(CERTIFICATE);
    webAcl = Optional.of(ACL);
    assertThat(findings()).contains(Finding.CERTIFICATE_GONE, Finding.WEB_ACL_GONE);

    catalog.webAcls.add(new WebAcl(ACL, "edge", ""));
    assertThat(findings()).contains(Finding.WEB_ACL_FOUND);
  }

  @Test
  void denied_actions_are_named() {
    catalog.denied.addAll(
        new TreeSet<>(
            List.of(
                "ec2:CreateSecurityGroup", "elasticloadbalancing:CreateRule", "s3:CreateBucket")));

    Check denied = the(Finding.DENIED);
    assertThat(denied.facts())
        .as("a spec without rules and logs needs neither CreateRule nor CreateBucket")
        .containsExactly("ec2:CreateSecurityGroup");
  }

  @ParameterizedTest
  @CsvSource({"600, CREDENTIALS_LONG_ENOUGH", "599, CREDENTIALS_TOO_SHORT"})
  void credentials_must_outlast_the_deployment_and_five_minutes(int seconds, Finding expected) {
    catalog.credentialsExpiry = Optional.of(NOW.plusSeconds(seconds));

    assertThat(the(expected).facts().getLast()).isEqualTo(10L);
  }

  @Test
  void a_missing_engine_or_plugin_is_said() {
    engine = new Readiness(Optional.empty(), Optional.of("6.83.0"));
    assertThat(findings()).contains(Finding.ENGINE_TO_INSTALL);

    engine = new Readiness(Optional.of("3.259.0"), Optional.of("6.83.0"));
    assertThat(findings()).contains(Finding.PLUGIN_TO_INSTALL);
  }

  @Test
  void what_cannot_be_read_is_unknown_and_nothing_fails() {
    certificate = Optional.of(CERTIFICATE);
    webAcl = Optional.of(ACL);
    catalog.failure =
        Optional.of(new CatalogFailure.AccessDenied("ec2:DescribeSubnets", "not authorized"));

    assertThat(run())
        .filteredOn(check -> check.finding().topic() != Topic.ENGINE)
        .hasSize(9)
        .allSatisfy(check -> assertThat(check.finding().state()).isEqualTo(Finding.State.UNKNOWN));
  }

  @Test
  void every_check_has_words() {
    certificate = Optional.of(CERTIFICATE);
    webAcl = Optional.of(ACL);
    PreflightText text = new PreflightText(Words.core());

    assertThat(run()).extracting(text::of).allSatisfy(each -> assertThat(each).isNotBlank());
    assertThat(text.of(Check.of(Finding.TARGET_CLOSED, "i-1", 8000)))
        .contains("i-1")
        .contains("8000");
  }

  private static SecurityGroup open(String cidr) {
    return new SecurityGroup(
        GROUP,
        "servers",
        List.of(new Permission("tcp", 80, 80, List.of(cidr), List.of())),
        List.of());
  }

  private List<Finding> findings() {
    return run().stream().map(Check::finding).toList();
  }

  private Check the(Finding finding) {
    return run().stream().filter(each -> each.finding() == finding).findFirst().orElseThrow();
  }

  private List<Check> run() {
    EnvironmentSpec spec = spec();
    assertThat(SpecRules.check(spec)).isEmpty();
    return Preflight.run(
        catalog, new PreflightRequest(spec, existing, Duration.ofMinutes(5), engine, NOW));
  }

  private List<TargetSpec> targets() {
    return address.isPresent()
        ? List.copyOf(address.stream().toList())
        : instances.stream().<TargetSpec>map(InstanceTarget::of).toList();
  }

  private EnvironmentSpec spec() {
    TargetGroupSpec group =
        new TargetGroupSpec(
            SpecDefaults.TARGET_GROUP_NAME,
            address.isPresent() ? TargetType.IP : TargetType.INSTANCE,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            80,
            SpecDefaults.HEALTH_CHECK,
            TargetGroupAttributes.AWS,
            targets(),
            Map.of());
    ListenerSpec listener =
        certificate
            .map(
                arn ->
                    new ListenerSpec(
                        "front",
                        Protocol.HTTPS,
                        443,
                        Optional.of(
                            new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", arn, List.of())),
                        ActionSpec.Forward.to(group.name()),
                        List.of()))
            .orElseGet(() -> new ListenerSpec("front", Protocol.HTTP, 80, group.name()));
    LoadBalancerSpec balancer =
        new LoadBalancerSpec(
            SpecDefaults.LOAD_BALANCER_NAME,
            scheme.equals("internal") ? Scheme.INTERNAL : Scheme.INTERNET_FACING,
            addresses,
            "vpc-0123456789abcdef0",
            subnets,
            List.of(),
            LoadBalancerAttributes.AWS,
            webAcl,
            Map.of());
    return new EnvironmentSpec(
        "us-west-2",
        balancer,
        List.of(group),
        List.of(listener),
        new AccessSpec(List.of("203.0.113.7/32"), targetGroups));
  }
}
