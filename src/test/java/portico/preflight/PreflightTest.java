package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.IpamPool;
import portico.catalog.LoadBalancerState;
import portico.catalog.Quota;
import portico.catalog.WebAcl;
import portico.model.SpecDefaults;
import portico.operation.EngineReadiness.Readiness;
import portico.text.PreflightText;
import portico.text.Words;

class PreflightTest extends PreflightScene {
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
  void an_ipam_pool_that_is_not_seen_is_a_warning_since_it_may_be_shared() {
    ipamPool = Optional.of("ipam-pool-0a");
    assertThat(findings()).contains(Finding.IPAM_POOL_GONE);
    assertThat(the(Finding.IPAM_POOL_GONE).finding().state()).isEqualTo(Finding.State.WARNING);

    catalog.ipamPools.add(new IpamPool("ipam-pool-0a", "partners", ""));
    assertThat(the(Finding.IPAM_POOL_FOUND).facts()).containsExactly("partners");
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
}
