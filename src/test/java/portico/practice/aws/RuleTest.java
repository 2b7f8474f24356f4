package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Rules of listeners, and AWS's rules for those. */
class RuleTest {
  private static final Action OK =
      Action.builder().type("fixed-response").fixedResponseConfig(f -> f.statusCode("200")).build();

  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private String listener() {
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    return simulation.listener(simulation.balancer("demo", _ -> {}), 80, group);
  }

  private Rule create(String listener, int priority, RuleCondition... conditions) {
    return simulation
        .elb
        .createRule(
            r -> r.listenerArn(listener).priority(priority).conditions(conditions).actions(OK))
        .rules()
        .getFirst();
  }

  private String refusal(String listener, int priority, RuleCondition... conditions) {
    return Refusal.codeOf(() -> create(listener, priority, conditions));
  }

  private static RuleCondition values(String field, String... values) {
    return RuleCondition.builder().field(field).values(values).build();
  }

  private static RuleCondition of(String field, String value) {
    RuleCondition.Builder condition = RuleCondition.builder().field(field);
    return switch (field) {
      case "http-request-method" -> condition.httpRequestMethodConfig(c -> c.values(value)).build();
      case "source-ip" -> condition.sourceIpConfig(c -> c.values(value)).build();
      case "http-header" ->
          condition.httpHeaderConfig(c -> c.httpHeaderName(value).values("x")).build();
      default -> condition.values(value).build();
    };
  }

  @Test
  void rules_are_told_by_priority_and_the_default_one_last() {
    String listener = listener();
    create(listener, 50000, values("path-pattern", "/b*"));
    create(listener, 1, values("host-header", "*.Example.com"));
    List<Rule> rules = simulation.elb.describeRules(r -> r.listenerArn(listener)).rules();

    assertThat(rules).extracting(Rule::priority).containsExactly("1", "50000", "default");
    assertThat(rules.getLast().isDefault()).isTrue();
    assertThat(rules.getFirst().conditions().getFirst().hostHeaderConfig().values())
        .containsExactly("*.Example.com");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50001})
  void priorities_go_from_1_to_50000(int priority) {
    assertThat(refusal(listener(), priority, values("path-pattern", "/a")))
        .isEqualTo("ValidationError");
  }

  @Test
  void a_priority_is_used_once() {
    String listener = listener();
    create(listener, 10, values("path-pattern", "/a"));

    assertThat(refusal(listener, 10, values("path-pattern", "/b"))).isEqualTo("PriorityInUse");
  }

  @Test
  void priorities_can_be_exchanged_at_once() {
    String listener = listener();
    Rule first = create(listener, 1, values("path-pattern", "/a"));
    Rule second = create(listener, 2, values("path-pattern", "/b"));
    simulation.elb.setRulePriorities(
        r -> r.rulePriorities(pair(first.ruleArn(), 2), pair(second.ruleArn(), 1)));
    assertThat(simulation.elb.describeRules(r -> r.listenerArn(listener)).rules())
        .extracting(Rule::ruleArn)
        .startsWith(second.ruleArn(), first.ruleArn());

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.elb.setRulePriorities(
                        r -> r.rulePriorities(pair(first.ruleArn(), 1)))))
        .isEqualTo("PriorityInUse");
    assertThat(simulation.elb.describeRules(r -> r.ruleArns(first.ruleArn())).rules())
        .extracting(Rule::priority)
        .containsExactly("2");
  }

  private static RulePriorityPair pair(String arn, int priority) {
    return RulePriorityPair.builder().ruleArn(arn).priority(priority).build();
  }

  @ParameterizedTest
  @CsvSource({
    "path-pattern, /v1/*",
    "path-pattern, /A-Za-z0-9_-.$~@:+&*?",
    "host-header, *.example.com",
    "host-header, a.b",
    "http-request-method, GET",
    "http-request-method, MY_METHOD-X",
    "source-ip, 10.0.0.0/8",
    "source-ip, 2001:db8::/32",
    "http-header, X-Api-Key"
  })
  void good_conditions_are_accepted_and_kept(String field, String value) {
    String listener = listener();
    Rule made = create(listener, 1, of(field, value));

    assertThat(made.conditions().getFirst().field()).isEqualTo(field);
    assertThat(made.conditions().getFirst().toString()).contains(value);
  }

  @ParameterizedTest
  @CsvSource({
    "path-pattern, /a b",
    "path-pattern, /ü",
    "host-header, localhost",
    "host-header, a.123",
    "host-header, a_b.com",
    "host-header, www.example.*",
    "host-header, www.example.c?m",
    "http-header, X-*",
    "http-request-method, get",
    "http-request-method, GE*",
    "source-ip, 10.0.0.1",
    "source-ip, 10.0.0.0/33",
    "http-header, Host",
    "http-header, a b",
    "colour, red"
  })
  void bad_conditions_are_refused(String field, String value) {
    assertThat(refusal(listener(), 1, of(field, value))).isEqualTo("ValidationError");
  }

  @ParameterizedTest
  @CsvSource({
    "path-pattern, 128, true",
    "path-pattern, 129, false",
    "http-header, 40, true",
    "http-header, 41, false",
    "http-request-method, 40, true",
    "http-request-method, 41, false"
  })
  void condition_values_have_limits(String field, int length, boolean accepted) {
    String listener = listener();
    RuleCondition condition = of(field, "A".repeat(length));

    if (accepted) {
      create(listener, 1, condition);
    } else {
      assertThat(refusal(listener, 1, condition)).isEqualTo("ValidationError");
    }
  }

  @Test
  void a_rule_has_at_most_five_values_and_one_condition_of_most_fields() {
    String listener = listener();
    create(listener, 1, values("path-pattern", "/1", "/2", "/3", "/4", "/5"));

    assertThat(refusal(listener, 2, values("path-pattern", "/1", "/2", "/3", "/4", "/5", "/6")))
        .isEqualTo("ValidationError");
    assertThat(refusal(listener, 2, values("path-pattern", "/1"), values("path-pattern", "/2")))
        .isEqualTo("ValidationError");
    create(listener, 2, of("http-header", "X-A"), of("http-header", "X-B"));
  }

  @Test
  void query_conditions_have_pairs() {
    RuleCondition query =
        RuleCondition.builder()
            .field("query-string")
            .queryStringConfig(
                c ->
                    c.values(
                        List.of(
                            QueryStringKeyValuePair.builder().key("version").value("v1").build())))
            .build();

    assertThat(
            create(listener(), 1, query)
                .conditions()
                .getFirst()
                .queryStringConfig()
                .values()
                .getFirst()
                .key())
        .isEqualTo("version");
  }

  @Test
  void a_load_balancer_has_room_for_100_rules() {
    String listener = listener();
    IntStream.rangeClosed(1, 100)
        .forEach(priority -> create(listener, priority, values("path-pattern", "/" + priority)));

    assertThat(refusal(listener, 101, values("path-pattern", "/a"))).isEqualTo("TooManyRules");
  }

  @Test
  void the_default_rule_cannot_be_deleted() {
    String listener = listener();
    String arn =
        simulation.elb.describeRules(r -> r.listenerArn(listener)).rules().getFirst().ruleArn();

    assertThat(Refusal.codeOf(() -> simulation.elb.deleteRule(r -> r.ruleArn(arn))))
        .isEqualTo("OperationNotPermitted");
  }

  @Test
  void a_rule_can_be_modified_and_goes_with_its_listener() {
    String listener = listener();
    String arn = create(listener, 1, values("path-pattern", "/a")).ruleArn();
    simulation.elb.modifyRule(r -> r.ruleArn(arn).conditions(values("path-pattern", "/b")));
    assertThat(
            simulation
                .elb
                .describeRules(r -> r.ruleArns(arn))
                .rules()
                .getFirst()
                .conditions()
                .getFirst()
                .values())
        .containsExactly("/b");

    simulation.elb.deleteListener(r -> r.listenerArn(listener));
    assertThat(Refusal.codeOf(() -> simulation.elb.describeRules(r -> r.ruleArns(arn))))
        .isEqualTo("RuleNotFound");
  }
}
