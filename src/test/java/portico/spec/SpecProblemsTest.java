package portico.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.spec.SpecTexts.group;
import static portico.spec.SpecTexts.problemsOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.model.Rule;
import portico.model.Violation;
import portico.text.FailureText;
import portico.text.Words;

/** What is told of a spec that cannot be read. */
class SpecProblemsTest {
  @Test
  void an_empty_text_is_no_spec() {
    String empty = "The spec is empty. \"portico spec --example\" prints one to start from.";

    assertThat(problemsOf("")).containsExactly(empty);
    assertThat(problemsOf("# only a comment\n")).containsExactly(empty);
  }

  @Test
  void what_is_not_yaml_is_told_with_its_place() {
    assertThat(problemsOf("region: us-west-2\n  port: 80\n"))
        .containsExactly(
            "line 2, column 7: This is not YAML: mapping values are not allowed here.");
  }

  @Test
  void a_text_without_end_is_refused() {
    assertThat(problemsOf("[".repeat(100_000)))
        .containsExactly("This is not YAML: nested deeper than 30 levels.");
  }

  @Test
  void a_text_that_is_no_group_of_fields_is_refused() {
    assertThat(problemsOf("just words"))
        .containsExactly(
            "line 1, column 1: This must be a group of fields, but is \"just words\".");
  }

  @Test
  void an_unknown_field_names_the_one_that_was_meant() {
    assertThat(problemsOf("regoin: us-west-2"))
        .containsExactly(
            "line 1, column 1: regoin: There is no field \"regoin\" here. Did you mean"
                + " \"region\"?");
    assertThat(problemsOf("load_balancer: {}"))
        .containsExactly(
            "line 1, column 1: load_balancer: There is no field \"load_balancer\" here. Did you"
                + " mean \"loadBalancer\"?");
    assertThat(problemsOf(group("healthCheck: {interval: 10}")))
        .containsExactly(
            "line 3, column 19: targetGroups[0].healthCheck.interval: There is no field"
                + " \"interval\" here. Did you mean \"intervalSeconds\"?");
  }

  @Test
  void an_unknown_field_like_no_other_is_told_alone() {
    assertThat(problemsOf("waf: true"))
        .containsExactly("line 1, column 1: waf: There is no field \"waf\" here.");
  }

  @Test
  void a_repeated_field_is_told() {
    assertThat(problemsOf("region: us-west-2\nregion: us-east-1"))
        .containsExactly("line 2, column 1: region: The field \"region\" is here twice.");
  }

  @Test
  void values_of_the_wrong_form_are_told() {
    assertThat(problemsOf("region: [a]"))
        .containsExactly("line 1, column 9: region: This must be a text, but is [...].");
    assertThat(problemsOf("loadBalancer: yes"))
        .containsExactly(
            "line 1, column 15: loadBalancer: This must be a group of fields, but is \"yes\".");
    assertThat(problemsOf("listeners: 80"))
        .containsExactly("line 1, column 12: listeners: This must be a list, but is \"80\".");
    assertThat(problemsOf("targetGroups: [80]"))
        .containsExactly(
            "line 1, column 16: targetGroups[0]: This must be a group of fields, but is \"80\".");
    assertThat(problemsOf("access: {ingressCidrs: [[]]}"))
        .containsExactly(
            "line 1, column 25: access.ingressCidrs[0]: This must be a text, but is [...].");
  }

  @Test
  void a_number_is_neither_text_nor_fraction_nor_beyond_bounds() {
    for (String wrong : List.of("http", "'8000'", "80.5", "99999999999")) {
      assertThat(problemsOf("listeners: [{port: " + wrong + "}]"))
          .containsExactly(
              "line 1, column 20: listeners[0].port: This must be a whole number, but is \""
                  + wrong.replace("'", "")
                  + "\".");
    }
  }

  @Test
  void a_word_that_is_not_allowed_is_told_with_those_that_are() {
    assertThat(problemsOf("loadBalancer: {scheme: public}"))
        .containsExactly(
            "line 1, column 24: loadBalancer.scheme: \"public\" is none of the allowed values:"
                + " internet-facing, internal.");
    assertThat(problemsOf(group("protocol: GRPC")))
        .containsExactly(
            "line 3, column 15: targetGroups[0].protocol: \"GRPC\" is none of the allowed values:"
                + " HTTP, HTTPS.");
  }

  @Test
  void what_must_be_given_is_told() {
    assertThat(problemsOf("targetGroups: [{name: a}]"))
        .containsExactly("line 1, column 16: targetGroups[0].port: This must be given.");
    assertThat(problemsOf("listeners: [{name: a}]"))
        .containsExactly("line 1, column 13: listeners[0].port: This must be given.");
    assertThat(problemsOf(group("targets: [{port: 1}]")))
        .containsExactly(
            "line 3, column 15: targetGroups[0].targets[0].instanceId: This must be given.");
    assertThat(problemsOf("region:"))
        .containsExactly("line 1, column 1: region: This must be given.");
  }

  @Test
  void with_two_target_groups_listeners_say_which() {
    String groups = "targetGroups: [{name: a, port: 1}, {name: b, port: 2}]\n";

    assertThat(problemsOf(groups)).containsExactly("listeners: This must be given.");
    assertThat(problemsOf(groups + "listeners: [{port: 80}]"))
        .containsExactly("line 2, column 13: listeners[0].targetGroup: This must be given.");
  }

  @Test
  void fields_that_exclude_each_other_are_told() {
    assertThat(problemsOf("loadBalancer: {vpc: default, vpcId: vpc-12345678}"))
        .containsExactly(
            "line 1, column 21: loadBalancer.vpc: Give either \"vpcId\" or \"vpc\", not both.");
    assertThat(
            problemsOf(
                "loadBalancer: {subnets: auto, subnetIds: [subnet-12345678, subnet-12345679]}"))
        .containsExactly(
            "line 1, column 25: loadBalancer.subnets: Give either \"subnetIds\" or \"subnets\","
                + " not both.");
    assertThat(problemsOf(group("targets: [{name: a, instanceId: i-12345678}]")))
        .containsExactly(
            "line 3, column 22: targetGroups[0].targets[0].name: Give either \"instanceId\" or"
                + " \"name\", not both.");
  }

  /** The words that wizard and spec files share. */
  private static String rule(Rule rule, Object... facts) {
    return new FailureText(Words.core()).of(Violation.of("", rule, facts));
  }

  @Test
  void broken_rules_have_their_place() {
    assertThat(problemsOf("loadBalancer:\n  name: internal-lb\n  vpcId: vpc-x"))
        .containsExactly(
            "line 2, column 9: loadBalancer.name: " + rule(Rule.NAME_INTERNAL_PREFIX),
            "line 3, column 10: loadBalancer.vpcId: " + rule(Rule.VPC_ID_FORM, "vpc-x"));
    assertThat(problemsOf(group("healthCheck: {intervalSeconds: 5, timeoutSeconds: 6}")))
        .containsExactly(
            "line 3, column 55: targetGroups[0].healthCheck.timeoutSeconds: "
                + rule(Rule.HEALTH_TIMEOUT_BELOW_INTERVAL, 6, 5));
    assertThat(problemsOf(group("healthCheck: {path: health}")))
        .containsExactly(
            "line 3, column 25: targetGroups[0].healthCheck.path: " + rule(Rule.HEALTH_PATH_SLASH));
    assertThat(problemsOf("loadBalancer: {subnetIds: [subnet-12345678]}"))
        .containsExactly(
            "line 1, column 27: loadBalancer.subnetIds: " + rule(Rule.SUBNETS_TWO_ZONES, 1));
    assertThat(problemsOf("loadBalancer: {subnetIds: [subnet-12345678, 7]}"))
        .containsExactly(
            "line 1, column 45: loadBalancer.subnetIds[1]: " + rule(Rule.SUBNET_ID_FORM, "7"));
    assertThat(problemsOf("access: {ingressCidrs: [10.0.0.1/8]}"))
        .containsExactly(
            "line 1, column 25: access.ingressCidrs[0]: "
                + rule(Rule.CIDR_HOST_BITS, "10.0.0.1/8", "10.0.0.0/8"));
    assertThat(problemsOf("targetGroups: []"))
        .containsExactly("line 1, column 15: targetGroups: " + rule(Rule.TARGET_GROUP_REQUIRED));
  }

  @Test
  void broken_rules_on_listeners_and_targets_have_their_place() {
    assertThat(problemsOf("listeners: [{port: 80}, {port: 80, name: b, protocol: HTTPS}]"))
        .containsExactly(
            "line 1, column 25: listeners[1].tls: " + rule(Rule.HTTPS_NEEDS_TLS),
            "line 1, column 32: listeners[1].port: " + rule(Rule.LISTENER_PORT_TWICE, 80));
    assertThat(problemsOf("listeners: [{port: 80}, {port: 81}]"))
        .containsExactly(
            "line 1, column 25: listeners[1].name: "
                + rule(Rule.NAME_TWICE, "ai-inference-listener"));
    assertThat(problemsOf("listeners: [{port: 80, targetGroup: gone}]"))
        .containsExactly(
            "line 1, column 37: listeners[0].targetGroup: "
                + rule(Rule.LISTENER_TARGET_GROUP_UNKNOWN, "gone"));
    assertThat(problemsOf(group("targets: [{instanceId: i-1}]")))
        .containsExactly(
            "line 3, column 28: targetGroups[0].targets[0].instanceId: "
                + rule(Rule.INSTANCE_ID_FORM, "i-1"));
  }

  @Test
  void all_problems_come_at_once_in_the_order_of_the_text() {
    assertThat(
            problemsOf(
                """
                region: nowhere
                loadBalancer:
                  scheme: public
                targetGroups:
                  - name: vllm_a
                    port: eighty
                    healthCheck:
                      intervalSeconds: often
                      timeoutSeconds: 500
                listeners:
                  - port: 0
                    targetGroup: vllm
                """))
        .containsExactly(
            "line 1, column 9: region: " + rule(Rule.REGION_FORM, "nowhere"),
            "line 3, column 11: loadBalancer.scheme: \"public\" is none of the allowed values:"
                + " internet-facing, internal.",
            "line 5, column 11: targetGroups[0].name: " + rule(Rule.NAME_CHARACTERS, "_"),
            "line 6, column 11: targetGroups[0].port: This must be a whole number, but is"
                + " \"eighty\".",
            "line 8, column 24: targetGroups[0].healthCheck.intervalSeconds: This must be a whole"
                + " number, but is \"often\".",
            "line 9, column 23: targetGroups[0].healthCheck.timeoutSeconds: "
                + rule(Rule.HEALTH_TIMEOUT_RANGE, 500, 2, 120),
            "line 11, column 11: listeners[0].port: " + rule(Rule.PORT_RANGE, 0));
  }

  @Test
  void a_value_that_could_not_be_read_draws_no_further_complaints() {
    assertThat(problemsOf("listeners: [{port: x}, {port: y, name: b}]")).hasSize(2);
    assertThat(problemsOf("targetGroups: [{name: [], port: 1}]\nlisteners: [{port: 80}]"))
        .hasSize(1);
  }
}
