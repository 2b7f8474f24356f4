package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerRulesTest {
  private static final String FIELD = "some.field";
  private static final String ACL =
      "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/guard/0123-ab";

  @ParameterizedTest
  @CsvSource({"-1,false", "0,false", "1,true", "4000,true", "4001,false"})
  void the_idle_timeout_is_1_to_4000_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.IDLE_TIMEOUT_RANGE, seconds, 1, 4000);
    assertThat(LoadBalancerRules.idleTimeout(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "59,false", "60,true", "604800,true", "604801,false"})
  void the_client_keep_alive_is_60_to_604800_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.CLIENT_KEEP_ALIVE_RANGE, seconds, 60, 604_800);
    assertThat(LoadBalancerRules.clientKeepAlive(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  static Stream<String> buckets() {
    return Stream.of("abc", "my.logs-1", "1a1", "x".repeat(63));
  }

  @ParameterizedTest
  @MethodSource("buckets")
  void a_bucket_has_3_to_63_characters(String name) {
    assertThat(LoadBalancerRules.logBucket(FIELD, name)).isEmpty();
  }

  static Stream<String> notBuckets() {
    return Stream.of("ab", "x".repeat(64), "Logs", "a_b", "-ab", "ab-", "a..b", "10.0.0.1", ".ab");
  }

  @ParameterizedTest
  @MethodSource("notBuckets")
  void other_texts_are_no_buckets(String name) {
    assertThat(LoadBalancerRules.logBucket(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.LOG_BUCKET_FORM, name));
  }

  @Test
  void a_bucket_must_be_named() {
    assertThat(LoadBalancerRules.logBucket(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "a/", "/"})
  void a_log_prefix_has_no_slash_at_its_ends(String prefix) {
    assertThat(LoadBalancerRules.logPrefix(FIELD, prefix))
        .containsExactly(Violation.of(FIELD, Rule.LOG_PREFIX_SLASH));
  }

  @Test
  void a_log_prefix_may_be_empty_and_may_not_contain_awslogs() {
    assertThat(LoadBalancerRules.logPrefix(FIELD, "")).isEmpty();
    assertThat(LoadBalancerRules.logPrefix(FIELD, "a/b")).isEmpty();
    assertThat(LoadBalancerRules.logPrefix(FIELD, "a/AWSLogs/b"))
        .containsExactly(Violation.of(FIELD, Rule.LOG_PREFIX_AWSLOGS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 3650})
  void logs_are_kept_one_day_to_ten_years(int days) {
    assertThat(LoadBalancerRules.logDays(FIELD, days)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3651})
  void logs_are_not_kept_for_other_times(int days) {
    assertThat(LoadBalancerRules.logDays(FIELD, days))
        .containsExactly(Violation.of(FIELD, Rule.LOG_DAYS_RANGE, days, 1, 3650));
  }

  @Test
  void one_bucket_keeps_all_logs_equally_long() {
    LogBucket made = new LogBucket.Made("a", 30);
    assertThat(SpecRules.check(logging(made, new LogBucket.Made("b", 30)))).isEmpty();
    assertThat(SpecRules.check(logging(made, new LogBucket.Existing("logs", "")))).isEmpty();
    assertThat(SpecRules.check(logging(made, new LogBucket.Made("b", 31))))
        .containsExactly(
            Violation.of(
                "loadBalancer.attributes.connectionLogs.days", Rule.LOG_DAYS_DIFFER, 31, 30));
    assertThat(SpecRules.check(logging(made, new LogBucket.Made("/b", 0))))
        .extracting(Violation::rule)
        .containsExactly(Rule.LOG_DAYS_RANGE, Rule.LOG_PREFIX_SLASH, Rule.LOG_DAYS_DIFFER);
  }

  private static EnvironmentSpec logging(LogBucket access, LogBucket connections) {
    return SpecSamples.with(
        SpecSamples.balancer(
            Scheme.INTERNET_FACING,
            IpAddressType.IPV4,
            List.of(),
            new LoadBalancerAttributes(
                60, 3600, true, false, true, Optional.of(access), Optional.of(connections)),
            Optional.empty(),
            Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipam-pool-0", "ipam-pool-0123456789abcdef0", "ipam-pool-Z"})
  void a_pool_has_an_id(String id) {
    assertThat(LoadBalancerRules.ipamPoolId(FIELD, id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ipam-pool-", "ipam-pool-0_1", "ipam-0123456789abcdef0", "pool"})
  void other_texts_are_no_ids_of_pools(String id) {
    assertThat(LoadBalancerRules.ipamPoolId(FIELD, id))
        .containsExactly(Violation.of(FIELD, Rule.IPAM_POOL_ID_FORM, id));
  }

  @Test
  void the_id_of_a_pool_has_at_most_1000_characters() {
    assertThat(LoadBalancerRules.ipamPoolId(FIELD, "ipam-pool-" + "a".repeat(990))).isEmpty();
    assertThat(LoadBalancerRules.ipamPoolId(FIELD, "ipam-pool-" + "a".repeat(991))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNET_FACING, IPV4, true",
    "INTERNET_FACING, DUALSTACK, true",
    "INTERNET_FACING, DUALSTACK_WITHOUT_PUBLIC_IPV4, false",
    "INTERNAL, IPV4, false",
    "INTERNAL, DUALSTACK, false"
  })
  void a_pool_is_for_public_ipv4_addresses(Scheme scheme, IpAddressType type, boolean right) {
    assertThat(SpecRules.check(SpecSamples.with(SpecSamples.fromPool("ipam-pool-0", scheme, type))))
        .isEqualTo(
            right
                ? List.of()
                : List.of(
                    Violation.of(
                        "loadBalancer.ipv4IpamPoolId", Rule.IPAM_POOL_WITHOUT_PUBLIC_IPV4)));
  }

  @Test
  void a_web_acl_is_regional_and_of_the_same_region() {
    assertThat(LoadBalancerRules.webAclArn(FIELD, ACL, "us-west-2")).isEmpty();
    assertThat(LoadBalancerRules.webAclArn(FIELD, ACL, "us-east-1"))
        .containsExactly(Violation.of(FIELD, Rule.WEB_ACL_OTHER_REGION, "us-west-2", "us-east-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guard",
        "arn:aws:wafv2:us-east-1:123456789012:global/webacl/guard/0123",
        "arn:aws:waf-regional:us-west-2:123456789012:webacl/0123",
        "arn:aws:wafv2:us-west-2:12345678901:regional/webacl/guard/0123",
        "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/guard"
      })
  void other_texts_are_no_regional_web_acls(String arn) {
    assertThat(LoadBalancerRules.webAclArn(FIELD, arn, "us-west-2"))
        .containsExactly(Violation.of(FIELD, Rule.WEB_ACL_ARN_FORM, arn));
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNET_FACING,IPV4,true",
    "INTERNET_FACING,DUALSTACK,true",
    "INTERNET_FACING,DUALSTACK_WITHOUT_PUBLIC_IPV4,true",
    "INTERNAL,IPV4,true",
    "INTERNAL,DUALSTACK,true",
    "INTERNAL,DUALSTACK_WITHOUT_PUBLIC_IPV4,false"
  })
  void only_a_public_load_balancer_can_be_without_public_ipv4(
      Scheme scheme, IpAddressType type, boolean allowed) {
    Violation violation =
        Violation.of("loadBalancer.ipAddressType", Rule.INTERNAL_WITHOUT_PUBLIC_IPV4);
    assertThat(SpecRules.check(SpecSamples.with(SpecSamples.balancer(scheme, type))))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void four_security_groups_fit_beside_the_environments_own() {
    assertThat(SpecRules.check(withSecurityGroups(ids(4)))).isEmpty();
    assertThat(SpecRules.check(withSecurityGroups(ids(5))))
        .containsExactly(
            Violation.of("loadBalancer.securityGroupIds", Rule.SECURITY_GROUPS_TOO_MANY, 6, 5));
  }

  @Test
  void security_groups_have_ids_and_are_named_once() {
    String id = ids(1).getFirst();
    assertThat(SpecRules.check(withSecurityGroups(List.of(id, id))))
        .containsExactly(
            Violation.of("loadBalancer.securityGroupIds[1]", Rule.SECURITY_GROUP_TWICE, id));
    assertThat(SpecRules.check(withSecurityGroups(List.of("sg-1"))))
        .containsExactly(
            Violation.of("loadBalancer.securityGroupIds[0]", Rule.SECURITY_GROUP_ID_FORM, "sg-1"));
  }

  @Test
  void each_attribute_is_checked_at_its_field() {
    LogBucket logs = new LogBucket.Existing("L", "/");
    EnvironmentSpec spec =
        SpecSamples.with(
            SpecSamples.balancer(
                Scheme.INTERNET_FACING,
                IpAddressType.IPV4,
                List.of(),
                new LoadBalancerAttributes(
                    0, 0, true, true, true, Optional.of(logs), Optional.of(logs)),
                Optional.of(""),
                Map.of("aws:a", "")));

    assertThat(SpecRules.check(spec))
        .extracting(Violation::field)
        .containsExactly(
            "loadBalancer.attributes.idleTimeoutSeconds",
            "loadBalancer.attributes.clientKeepAliveSeconds",
            "loadBalancer.attributes.accessLogs.bucket",
            "loadBalancer.attributes.accessLogs.prefix",
            "loadBalancer.attributes.connectionLogs.bucket",
            "loadBalancer.attributes.connectionLogs.prefix",
            "loadBalancer.webAclArn",
            "loadBalancer.tags[aws:a]");
  }

  private static EnvironmentSpec withSecurityGroups(List<String> ids) {
    return SpecSamples.with(
        SpecSamples.balancer(
            Scheme.INTERNET_FACING,
            IpAddressType.IPV4,
            ids,
            LoadBalancerAttributes.AWS,
            Optional.empty(),
            Map.of()));
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj("sg-%08x"::formatted).toList();
  }
}
