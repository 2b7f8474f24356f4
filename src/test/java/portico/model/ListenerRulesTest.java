package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.CERTIFICATE;
import static portico.model.SpecSamples.FORWARD;
import static portico.model.SpecSamples.POLICY;
import static portico.model.SpecSamples.TLS;
import static portico.model.SpecSamples.listener;
import static portico.model.SpecSamples.path;
import static portico.model.SpecSamples.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerRulesTest {
  private static final String FIELD = "some.field";

  @ParameterizedTest
  @ValueSource(strings = {"ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-2016-08"})
  void security_policies_are_named_as_aws_names_them(String policy) {
    assertThat(ListenerRules.tlsPolicy(FIELD, policy)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS1.3", "ELBSecurityPolicy-", "ELBSecurityPolicy-a b"})
  void other_texts_are_no_security_policies(String policy) {
    assertThat(ListenerRules.tlsPolicy(FIELD, policy))
        .containsExactly(Violation.of(FIELD, Rule.TLS_POLICY_FORM, policy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CERTIFICATE,
        "arn:aws-cn:acm:us-west-2:123456789012:certificate/a",
        "arn:aws:iam::123456789012:server-certificate/path/name"
      })
  void certificates_are_acms_or_iams(String arn) {
    assertThat(ListenerRules.certificateArn(FIELD, arn, "us-west-2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "arn:aws:acm:us-west-2:123456789012:certificate/",
        "arn:aws:acm:us-west-2:12345678901:certificate/a",
        "arn:aws:acm-pca:us-west-2:123456789012:certificate-authority/a"
      })
  void other_texts_are_no_certificates(String arn) {
    assertThat(ListenerRules.certificateArn(FIELD, arn, "us-west-2"))
        .containsExactly(Violation.of(FIELD, Rule.CERTIFICATE_ARN_FORM, arn));
  }

  @Test
  void a_certificate_is_of_the_same_region() {
    assertThat(ListenerRules.certificateArn(FIELD, CERTIFICATE, "us-east-1"))
        .containsExactly(
            Violation.of(FIELD, Rule.CERTIFICATE_OTHER_REGION, "us-west-2", "us-east-1"));
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,false", "1,true", "50000,true", "50001,false"})
  void a_priority_is_1_to_50000(int priority, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.RULE_PRIORITY_RANGE, priority, 1, 50_000);
    assertThat(ListenerRules.rulePriority(FIELD, priority))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void a_rules_name_has_up_to_64_characters_of_a_tags() {
    assertThat(ListenerRules.ruleName(FIELD, "")).isEmpty();
    assertThat(ListenerRules.ruleName(FIELD, "x".repeat(64))).isEmpty();
    assertThat(ListenerRules.ruleName(FIELD, "x".repeat(65)))
        .containsExactly(Violation.of(FIELD, Rule.RULE_NAME_LENGTH, 65, 64));
    assertThat(ListenerRules.ruleName(FIELD, "a*"))
        .containsExactly(Violation.of(FIELD, Rule.TAG_CHARACTERS, "*"));
  }

  @Test
  void https_has_a_certificate_and_http_has_none() {
    assertThat(check(tls(443, TLS))).isEmpty();
    assertThat(check(new ListenerSpec("a", Protocol.HTTPS, 443, SpecSamples.GROUP)))
        .containsExactly(Violation.of("listeners[0].tls", Rule.HTTPS_NEEDS_TLS));
    assertThat(
            check(new ListenerSpec("a", Protocol.HTTP, 80, Optional.of(TLS), FORWARD, List.of())))
        .containsExactly(Violation.of("listeners[0].tls", Rule.HTTP_WITHOUT_TLS));
  }

  @Test
  void policy_and_certificates_are_checked_at_their_fields() {
    assertThat(check(tls(443, new TlsSpec("", "", List.of("a", CERTIFICATE, CERTIFICATE)))))
        .containsExactly(
            Violation.of("listeners[0].tls.policy", Rule.REQUIRED),
            Violation.of("listeners[0].tls.certificateArn", Rule.REQUIRED),
            Violation.of(
                "listeners[0].tls.furtherCertificateArns[0]", Rule.CERTIFICATE_ARN_FORM, "a"),
            Violation.of(
                "listeners[0].tls.furtherCertificateArns[2]", Rule.CERTIFICATE_TWICE, CERTIFICATE));
  }

  @Test
  void all_listeners_have_up_to_25_further_certificates() {
    assertThat(check(tls(443, further(0, 13)), tls(444, further(13, 25)))).isEmpty();
    assertThat(check(tls(443, further(0, 25)), tls(444, further(0, 25)))).isEmpty();
    assertThat(check(tls(443, further(0, 13)), tls(444, further(13, 26))))
        .containsExactly(Violation.of("listeners", Rule.CERTIFICATES_TOO_MANY, 26, 25));
  }

  @Test
  void there_are_up_to_50_listeners() {
    assertThat(check(listeners(50))).isEmpty();
    assertThat(check(listeners(51)))
        .containsExactly(Violation.of("listeners", Rule.LISTENERS_TOO_MANY, 51, 50));
  }

  @Test
  void priorities_come_once_per_listener_and_in_two_listeners_all_the_same() {
    ListenerRuleSpec rule = rule(7, path("/a"));
    ListenerSpec web = listener(FORWARD, rule, rule);

    assertThat(check(web))
        .containsExactly(
            Violation.of("listeners[0].rules[1].priority", Rule.RULE_PRIORITY_TWICE, 7));
    assertThat(check(listener(FORWARD, rule), SpecSamples.https(FORWARD, rule))).isEmpty();
  }

  @Test
  void a_load_balancer_has_up_to_100_rules_over_all_listeners() {
    assertThat(check(listener(FORWARD, rules(60)), SpecSamples.https(FORWARD, rules(40))))
        .isEmpty();
    assertThat(check(listener(FORWARD, rules(60)), SpecSamples.https(FORWARD, rules(41))))
        .containsExactly(Violation.of("listeners", Rule.RULES_TOO_MANY, 101, 100));
  }

  @Test
  void wrong_rules_stand_at_their_fields() {
    ListenerRuleSpec rule = new ListenerRuleSpec("*", 0, List.of(), ActionSpec.Forward.to("gone"));

    assertThat(check(listener(FORWARD, rule)))
        .containsExactly(
            Violation.of("listeners[0].rules[0].name", Rule.TAG_CHARACTERS, "*"),
            Violation.of("listeners[0].rules[0].priority", Rule.RULE_PRIORITY_RANGE, 0, 1, 50_000),
            Violation.of("listeners[0].rules[0].conditions", Rule.CONDITION_REQUIRED),
            Violation.of(
                "listeners[0].rules[0].targetGroup", Rule.LISTENER_TARGET_GROUP_UNKNOWN, "gone"));
  }

  @Test
  void the_listeners_forward_to_up_to_100_target_groups() {
    assertThat(SpecRules.check(manyGroups(100, 0))).isEmpty();
    assertThat(SpecRules.check(manyGroups(101, 0)))
        .containsExactly(Violation.of("listeners", Rule.TARGET_GROUPS_TOO_MANY, 101, 100));
  }

  @Test
  void the_groups_that_are_forwarded_to_have_up_to_1000_targets_together() {
    assertThat(SpecRules.check(manyGroups(10, 100))).isEmpty();
    assertThat(SpecRules.check(manyGroups(7, 143)))
        .containsExactly(
            Violation.of("listeners", Rule.LOAD_BALANCER_TARGETS_TOO_MANY, 1001, 1000));
  }

  private static EnvironmentSpec manyGroups(int count, int targets) {
    List<TargetGroupSpec> groups =
        IntStream.range(0, count)
            .mapToObj(
                index ->
                    new TargetGroupSpec(
                        "g" + index,
                        TargetType.IP,
                        Protocol.HTTP,
                        ProtocolVersion.HTTP1,
                        80,
                        SpecDefaults.HEALTH_CHECK,
                        TargetGroupAttributes.AWS,
                        TargetRulesTest.addresses(targets),
                        java.util.Map.of()))
            .toList();
    ListenerRuleSpec[] rules =
        IntStream.range(0, (count + 4) / 5)
            .mapToObj(
                index ->
                    new ListenerRuleSpec(
                        "",
                        index + 1,
                        List.of(path("/" + index)),
                        new ActionSpec.Forward(
                            groups.subList(index * 5, Math.min(count, index * 5 + 5)).stream()
                                .map(group -> new WeightedTargetGroup(group.name(), 1))
                                .toList(),
                            OptionalInt.empty())))
            .toArray(ListenerRuleSpec[]::new);
    EnvironmentSpec good = SpecSamples.GOOD;
    return new EnvironmentSpec(
        good.region(),
        good.loadBalancer(),
        groups,
        List.of(listener(ApiKeyGate.REFUSAL, rules)),
        good.access());
  }

  private static List<Violation> check(ListenerSpec... listeners) {
    return SpecRules.check(SpecSamples.with(listeners));
  }

  private static ListenerSpec tls(int port, TlsSpec tls) {
    return new ListenerSpec(
        "tls" + port, Protocol.HTTPS, port, Optional.of(tls), FORWARD, List.of());
  }

  private static TlsSpec further(int from, int to) {
    return new TlsSpec(
        POLICY,
        CERTIFICATE,
        IntStream.range(from, to).mapToObj(index -> CERTIFICATE + index).toList());
  }

  private static ListenerSpec[] listeners(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index -> new ListenerSpec("l" + index, Protocol.HTTP, 8000 + index, SpecSamples.GROUP))
        .toArray(ListenerSpec[]::new);
  }

  private static ListenerRuleSpec[] rules(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(index -> rule(index, path("/" + index)))
        .toArray(ListenerRuleSpec[]::new);
  }
}
