package portico.catalog.aws.existing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.TakeoverRemark.Kind;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleTransform;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** What no spec can say is told, and never opens a way in. */
class BalancerReadingTest extends BalancerScene {
  @Test
  void a_sign_in_closes_what_it_guarded() {
    listener =
        listener.toBuilder()
            .defaultActions(
                Action.builder().type("authenticate-oidc").order(1).build(),
                forward().toBuilder().order(2).build())
            .build();

    FoundLoadBalancer found = read();

    assertThat(only(found).defaultAction()).isEqualTo(ReadActions.CLOSED);
    assertThat(facts(found, Kind.SIGN_IN)).containsExactly("listener http-80", "authenticate-oidc");
  }

  @Test
  void an_action_that_nobody_knows_yet_closes_too() {
    listener =
        listener.toBuilder()
            .defaultActions(Action.builder().type("ask-an-oracle").build(), forward())
            .build();

    assertThat(only(read()).defaultAction()).isEqualTo(ReadActions.CLOSED);
    assertThat(facts(read(), Kind.ACTION_UNKNOWN))
        .containsExactly("listener http-80", "ask-an-oracle");
  }

  @Test
  void a_listener_that_asks_for_client_certificates_forwards_nothing() {
    listener = listener.toBuilder().mutualAuthentication(each -> each.mode("verify")).build();
    rules.add(rule("1").conditions(path()).actions(forward()).build());

    FoundLoadBalancer found = read();

    assertThat(only(found).defaultAction()).isEqualTo(ReadActions.CLOSED);
    assertThat(only(found).rules().getFirst().action()).isEqualTo(ReadActions.CLOSED);
    assertThat(facts(found, Kind.CLIENT_CERTIFICATES)).containsExactly("http-80", "verify");
  }

  @Test
  void a_rule_by_regular_expression_is_left_out_and_told() {
    rules.add(
        rule("7")
            .conditions(
                RuleCondition.builder()
                    .field("path-pattern")
                    .pathPatternConfig(p -> p.regexValues("^/v[0-9]+/"))
                    .build())
            .actions(forward())
            .build());

    FoundLoadBalancer found = read();

    assertThat(only(found).rules()).isEmpty();
    assertThat(facts(found, Kind.CONDITION_UNKNOWN).getFirst())
        .isEqualTo("listener http-80, rule 7");
  }

  @Test
  void a_rewrite_is_told_and_the_rule_kept() {
    rules.add(
        rule("7")
            .conditions(path())
            .transforms(RuleTransform.builder().type("url-rewrite").build())
            .actions(forward())
            .build());

    FoundLoadBalancer found = read();

    assertThat(only(found).rules()).hasSize(1);
    assertThat(facts(found, Kind.TRANSFORM))
        .containsExactly("listener http-80, rule 7", "url-rewrite");
  }

  @Test
  void a_key_in_a_header_is_neither_in_the_spec_nor_in_a_remark() {
    String key = "kX9".repeat(9);
    rules.add(
        rule("7")
            .conditions(
                RuleCondition.builder()
                    .field("http-header")
                    .httpHeaderConfig(
                        h -> h.httpHeaderName("Authorization").values("Bearer " + key))
                    .build())
            .actions(forward())
            .build());
    rules.add(
        rule("8")
            .conditions(
                RuleCondition.builder()
                    .field("http-header")
                    .httpHeaderConfig(h -> h.httpHeaderName("X-Key").values(key).regexValues(".*"))
                    .build())
            .actions(forward())
            .build());

    FoundLoadBalancer found = read();

    assertThat(only(found).rules().getFirst().conditions())
        .containsExactly(new ConditionSpec.ApiKey("Authorization", "Bearer ", "default"));
    assertThat(facts(found, Kind.KEY_REPLACED)).hasSize(2);
    assertThat(found.toString()).doesNotContain(key);
  }

  @Test
  void attributes_that_no_spec_has_are_told_unless_they_are_as_aws_has_them() {
    attributes.put("routing.http.desync_mitigation_mode", "strictest");
    attributes.put("routing.http.xff_header_processing.mode", "append");
    attributes.put("some.attribute.of.next.year", "on");
    listenerAttributes.put("routing.http.response.server.enabled", "false");
    listenerAttributes.put(
        "routing.http.request.x_amzn_tls_version.header_name", "X-Amzn-Tls-Version");
    groupAttributes.put("load_balancing.cross_zone.enabled", "false");

    assertThat(facts(read(), Kind.ATTRIBUTE))
        .contains(
            "routing.http.desync_mitigation_mode",
            "some.attribute.of.next.year",
            "routing.http.response.server.enabled",
            "load_balancing.cross_zone.enabled")
        .hasSize(12);
  }

  @Test
  void fields_that_no_spec_has_are_told() {
    group = group.toBuilder().targetControlPort(9000).build();

    assertThat(facts(read(), Kind.FIELD))
        .containsExactly("target group shop", "TargetControlPort", "9000");
  }

  @Test
  void tags_of_another_tool_are_told_and_not_copied() {
    tags.put(ARN, Map.of("elbv2.k8s.aws/cluster", "prod", "team", "ml"));

    FoundLoadBalancer found = read();

    assertThat(found.spec().loadBalancer().tags()).containsOnly(Map.entry("team", "ml"));
    assertThat(facts(found, Kind.MANAGED)).containsExactly("elbv2.k8s.aws/cluster=prod");
  }

  @Test
  void a_group_behind_another_load_balancer_too_is_told() {
    group = group.toBuilder().loadBalancerArns(ARN, ARN + "-other").build();

    assertThat(facts(read(), Kind.GROUP_SHARED)).containsExactly("shop", ARN + "-other");
  }

  @Test
  void a_target_that_leaves_is_left_out() {
    targets.add(
        TargetHealthDescription.builder()
            .target(each -> each.id("i-0123456789abcdef0").port(8000))
            .targetHealth(each -> each.state("draining"))
            .build());

    FoundLoadBalancer found = read();

    assertThat(found.spec().targetGroups().getFirst().targets()).isEmpty();
    assertThat(facts(found, Kind.TARGET_LEAVING))
        .containsExactly("shop", "i-0123456789abcdef0", "draining");
  }

  @Test
  void the_twin_has_names_that_are_free() {
    var twin = read().twin();

    assertThat(twin.loadBalancer().name()).isEqualTo("shop-new2");
    assertThat(twin.targetGroups().getFirst().name()).isEqualTo("shop-new3");
    assertThat(twin.listeners().getFirst().defaultAction())
        .isEqualTo(ActionSpec.Forward.to("shop-new3"));
  }
}
