package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.QueryValue;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.ListenerRuleSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.Stickiness;
import portico.model.Violation;
import portico.model.WeightedTargetGroup;
import portico.spec.ListenerDraft.TlsDraft;
import portico.spec.SpecDraft.CertificateChoice;
import portico.spec.SpecDraft.TargetAccessChoice;
import portico.spec.SpecDraft.TargetChoice;
import portico.text.FailureText;
import portico.text.Words;

/** The short and long forms of the file, and what is said of wrong ones. */
class SpecFormsTest {
  private static final SpecText TEXT = new SpecText(new FailureText(Words.core()));
  private static final String GROUPS = "targetGroups: [{name: a, port: 1}, {name: b, port: 2}]\n";

  private static SpecDraft draft(String text) {
    return new SpecReader().draft(text).orElseThrow();
  }

  private static List<String> problemsOf(String text) {
    return SpecFile.read(text) instanceof SpecAnswer.Wrong<SpecDraft>(var problems)
        ? problems.stream().map(TEXT::inOneLine).toList()
        : List.of();
  }

  private static ListenerDraft listener(String fields) {
    return draft(GROUPS + "listeners: [{port: 80, " + fields + "}]").listeners().getFirst();
  }

  private static List<ListenerRuleSpec> rules(String rules) {
    return listener("targetGroup: a, rules: [" + rules + "]").rules();
  }

  private static ConditionSpec condition(String condition) {
    return rules("{conditions: [{" + condition + "}], forward: a}")
        .getFirst()
        .conditions()
        .getFirst();
  }

  private static ActionSpec action(String form) {
    return listener(form).defaultAction();
  }

  @Test
  void every_form_of_an_action_is_read() {
    assertThat(action("targetGroup: a")).isEqualTo(Forward.to("a"));
    assertThat(action("forward: a")).isEqualTo(Forward.to("a"));
    assertThat(action("defaultAction: {forward: a}")).isEqualTo(Forward.to("a"));
    assertThat(action("forward: [a, {targetGroup: b, weight: 9}]"))
        .isEqualTo(
            new Forward(
                List.of(new WeightedTargetGroup("a", 1), new WeightedTargetGroup("b", 9)),
                OptionalInt.empty()));
    assertThat(action("forward: {targetGroups: [a], stickinessSeconds: 60}"))
        .isEqualTo(new Forward(List.of(new WeightedTargetGroup("a", 1)), OptionalInt.of(60)));
    assertThat(action("redirectToHttps: 8443")).isEqualTo(Redirect.toHttps(8443));
    assertThat(action("redirect: {permanent: false, host: www.example.com, query: ''}"))
        .isEqualTo(
            new Redirect(
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of("www.example.com"),
                Optional.empty(),
                Optional.of("")));
    assertThat(action("fixedResponse: {status: 403}"))
        .isEqualTo(new FixedResponse(403, "text/plain", ""));
  }

  @Test
  void every_form_of_a_condition_is_read() {
    assertThat(condition("path: [/v1/*, /chat]"))
        .isEqualTo(new ConditionSpec.PathPattern(List.of("/v1/*", "/chat")));
    assertThat(condition("host: api.example.com"))
        .isEqualTo(new ConditionSpec.HostHeader(List.of("api.example.com")));
    assertThat(condition("header: {X-Tenant: [blue]}"))
        .isEqualTo(new ConditionSpec.HttpHeader("X-Tenant", List.of("blue")));
    assertThat(condition("method: GET")).isEqualTo(new ConditionSpec.RequestMethod(List.of("GET")));
    assertThat(condition("query: [beta, {key: v, value: '2'}]"))
        .isEqualTo(
            new ConditionSpec.QueryString(
                List.of(
                    new QueryValue(Optional.empty(), "beta"),
                    new QueryValue(Optional.of("v"), "2"))));
    assertThat(condition("sourceIp: 10.0.0.0/8"))
        .isEqualTo(new ConditionSpec.SourceIp(List.of("10.0.0.0/8")));
    assertThat(condition("apiKey: {key: team-a}"))
        .isEqualTo(new ConditionSpec.ApiKey("Authorization", "Bearer ", "team-a"));
    assertThat(condition("apiKey: {header: X-Api-Key, key: team-a}"))
        .isEqualTo(new ConditionSpec.ApiKey("X-Api-Key", "", "team-a"));
  }

  @Test
  void rules_without_priority_are_numbered_in_the_order_of_the_file() {
    String rule = "{conditions: [{path: /a}], forward: a}";
    String five = "{priority: 5, conditions: [{path: /a}], forward: a}";
    String thirty = "{priority: 30, conditions: [{path: /a}], forward: a}";

    assertThat(rules(String.join(", ", rule, rule, rule)))
        .extracting(ListenerRuleSpec::priority)
        .containsExactly(10, 20, 30);
    assertThat(rules(String.join(", ", five, rule, rule, rule, thirty)))
        .extracting(ListenerRuleSpec::priority)
        .containsExactly(5, 10, 20, 40, 30);
  }

  @Test
  void a_certificate_is_named_by_domain_or_arn() {
    assertThat(listener("certificate: api.example.com").tls())
        .contains(
            new TlsDraft(
                TlsDraft.POLICY, new CertificateChoice.ByDomain("api.example.com"), List.of()));
    assertThat(listener("certificate: api.example.com").protocol()).isEqualTo(Protocol.HTTPS);
    assertThat(
            listener(
                    "tls: {policy: p, certificate: 'arn:aws:acm:x', furtherCertificates:"
                        + " [chat.example.com]}")
                .tls())
        .contains(
            new TlsDraft(
                "p",
                new CertificateChoice.ByArn("arn:aws:acm:x"),
                List.of(new CertificateChoice.ByDomain("chat.example.com"))));
  }

  @Test
  void targets_and_stickiness_have_their_forms() {
    SpecDraft draft =
        draft(
            """
            targetGroups:
              - targetType: ip
                port: 8000
                targets: [{ip: 10.0.0.7}, {ip: 192.168.1.1, zone: all, port: 1}]
                attributes: {stickiness: lb_cookie}
              - targetType: lambda
                name: f
                targets: [{functionArn: arn}]
                attributes: {stickiness: {type: app_cookie, name: S}}
            access: {targetSecurityGroupIds: auto}
            """);

    assertThat(draft.targetGroups().get(0).targets())
        .containsExactly(
            new TargetChoice.Given(new IpTarget("10.0.0.7", OptionalInt.empty(), Optional.empty())),
            new TargetChoice.Given(
                new IpTarget("192.168.1.1", OptionalInt.of(1), Optional.of("all"))));
    assertThat(draft.targetGroups().get(1).targets())
        .containsExactly(new TargetChoice.Given(new LambdaTarget("arn")));
    assertThat(draft.targetGroups())
        .extracting(group -> group.attributes().stickiness())
        .containsExactly(
            new Stickiness.LoadBalancerCookie(86_400),
            new Stickiness.ApplicationCookie("S", 86_400));
    assertThat(draft.targetAccess()).isEqualTo(new TargetAccessChoice.Auto());
  }

  @Test
  void the_health_check_that_is_left_out_is_the_one_of_its_kind() {
    SpecDraft draft =
        draft(
            """
            targetGroups:
              - {name: a, port: 1, protocol: HTTPS, protocolVersion: GRPC}
              - {name: b, targetType: lambda}
            """);

    assertThat(draft.targetGroups())
        .extracting(TargetGroupDraft::healthCheck)
        .containsExactly(
            new HealthCheckSpec(
                true,
                Protocol.HTTPS,
                OptionalInt.empty(),
                "/AWS.ALB/healthcheck",
                30,
                3,
                2,
                2,
                "12"),
            new HealthCheckSpec(
                false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 30, 5, 5, "200"));
  }

  @Test
  void tags_and_attributes_are_read() {
    SpecDraft draft =
        draft(
            """
            tags: {team: ml, "a:b": "1"}
            loadBalancer:
              attributes: {idleTimeoutSeconds: 600, http2: false, accessLogs: {bucket: logs}}
            """);

    assertThat(draft.tags()).isEqualTo(Map.of("team", "ml", "a:b", "1"));
    assertThat(draft.loadBalancer().attributes().idleTimeoutSeconds()).isEqualTo(600);
    assertThat(draft.loadBalancer().attributes().http2()).isFalse();
    assertThat(draft.loadBalancer().attributes().accessLogs())
        .contains(new LogBucket.Existing("logs", ""));
  }

  @Test
  void a_bucket_for_logs_is_made_or_named() {
    SpecDraft draft =
        draft(
            """
            loadBalancer:
              attributes:
                accessLogs: {make: true}
                connectionLogs: {make: true, days: 7, prefix: c}
            """);

    assertThat(draft.loadBalancer().attributes().accessLogs()).contains(new LogBucket.Made("", 30));
    assertThat(draft.loadBalancer().attributes().connectionLogs())
        .contains(new LogBucket.Made("c", 7));
    assertThat(problemsOf("loadBalancer: {attributes: {accessLogs: {make: true, bucket: logs}}}"))
        .singleElement(STRING)
        .endsWith("Give either \"make\" or \"bucket\", not both.");
    assertThat(problemsOf("loadBalancer: {attributes: {accessLogs: {bucket: logs, days: 3}}}"))
        .singleElement(STRING)
        .endsWith("Give either \"bucket\" or \"days\", not both.");
  }

  @Test
  void two_actions_are_one_too_many() {
    assertThat(problemsOf("listeners: [{port: 80, forward: ai-inference-tg, redirectToHttps: 1}]"))
        .containsExactly(
            "line 1, column 67: listeners[0].redirectToHttps: Give either \"forward\" or"
                + " \"redirectToHttps\", not both.");
    assertThat(problemsOf("listeners: [{port: 80, targetGroup: ai-inference-tg, forward: b}]"))
        .containsExactly(
            "line 1, column 63: listeners[0].forward: Give either \"targetGroup\" or \"forward\","
                + " not both.");
  }

  @Test
  void a_rule_needs_conditions_and_an_action() {
    assertThat(problemsOf("listeners: [{port: 80, rules: [{priority: 1}]}]"))
        .containsExactly(
            "line 1, column 32: listeners[0].rules[0].conditions: This must be given.",
            "line 1, column 32: listeners[0].rules[0].action: This must be given.");
    assertThat(
            problemsOf(
                "listeners: [{port: 80, rules: [{conditions: [{}], forward: ai-inference-tg}]}]"))
        .containsExactly(
            "line 1, column 46: listeners[0].rules[0].conditions[0].path: This must be given.");
    assertThat(
            problemsOf(
                "listeners: [{port: 80, rules: [{conditions: [{path: /a, host: b.c}], forward:"
                    + " ai-inference-tg}]}]"))
        .containsExactly(
            "line 1, column 63: listeners[0].rules[0].conditions[0].host: Give either \"path\" or"
                + " \"host\", not both.");
  }

  @Test
  void unknown_names_within_rules_get_the_nearest_known_one() {
    assertThat(
            problemsOf(
                "listeners: [{port: 80, rules: [{conditions: [{paths: /a}], forward:"
                    + " ai-inference-tg}]}]"))
        .contains(
            "line 1, column 47: listeners[0].rules[0].conditions[0].paths: There is no field"
                + " \"paths\" here. Did you mean \"path\"?");
    assertThat(problemsOf("listeners: [{port: 80, fixedRespons: {}}]"))
        .contains(
            "line 1, column 24: listeners[0].fixedRespons: There is no field \"fixedRespons\" here."
                + " Did you mean \"fixedResponse\"?");
  }

  @Test
  void what_is_neither_true_nor_false_is_told() {
    assertThat(problemsOf("loadBalancer: {attributes: {http2: yes}}"))
        .containsExactly(
            "line 1, column 36: loadBalancer.attributes.http2: This must be true or false, but is"
                + " \"yes\".");
  }

  @Test
  void a_broken_rule_is_told_where_the_short_form_stands() {
    assertThat(problemsOf("listeners: [{port: 80, forward: gone}]"))
        .containsExactly(
            "line 1, column 33: listeners[0].forward: "
                + rule(Rule.LISTENER_TARGET_GROUP_UNKNOWN, "gone"));
    assertThat(
            problemsOf(
                "listeners: [{port: 80, rules: [{conditions: [{path: /a}], forward: gone}]}]"))
        .containsExactly(
            "line 1, column 68: listeners[0].rules[0].forward: "
                + rule(Rule.LISTENER_TARGET_GROUP_UNKNOWN, "gone"));
    assertThat(
            problemsOf(
                "listeners: [{port: 80, forward: [{targetGroup: ai-inference-tg, weight: 1000}]}]"))
        .singleElement()
        .asString()
        .startsWith("line 1, column 73: listeners[0].forward[0].weight: ");
    assertThat(
            problemsOf("listeners: [{port: 80, rules: [{conditions: [{path: a b}], forward: b}]}]"))
        .hasSize(2);
    assertThat(problemsOf("tags: {'a<': b}"))
        .singleElement()
        .asString()
        .startsWith("line 1, column 14: tags.a<: ");
  }

  private static String rule(Rule rule, Object... facts) {
    return new FailureText(Words.core()).of(Violation.of("", rule, facts));
  }
}
