package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.desktop.wizard.form.Texts;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;

/** The rules of one listener. */
class RulesTest extends RoutingScene {
  @Test
  void rules_are_numbered_by_tens_until_the_user_writes_a_number() {
    RoutingViewModel model = withRules("/a", "/b", "/c");
    RuleList rules = first(model).routes().rules();
    assertThat(priorities(model)).containsExactly(10, 20, 30);

    rules.move(rules.rules().getLast(), -1);
    assertThat(paths(model)).containsExactly("/a", "/c", "/b");
    assertThat(priorities(model)).containsExactly(10, 20, 30);

    rules.rules().getFirst().priority().textProperty().set("25");
    rules.close(rules.rules().getFirst());
    assertThat(paths(model)).containsExactly("/c", "/a", "/b");
    rules.move(rules.rules().getFirst(), 1);
    assertThat(paths(model)).containsExactly("/a", "/c", "/b");
    assertThat(priorities(model)).containsExactly(20, 25, 30);

    rules.numberAnew();
    assertThat(priorities(model)).containsExactly(10, 20, 30);
    rules.duplicate(rules.rules().getFirst());
    assertThat(paths(model)).containsExactly("/a", "/a", "/c", "/b");
    rules.remove(rules.rules().getFirst());
    assertThat(priorities(model)).containsExactly(10, 20, 30);
  }

  private static List<Integer> priorities(RoutingViewModel model) {
    return listeners(model).getFirst().rules().stream().map(ListenerRuleSpec::priority).toList();
  }

  private static List<String> paths(RoutingViewModel model) {
    return listeners(model).getFirst().rules().stream()
        .map(each -> ((ConditionSpec.PathPattern) each.conditions().getFirst()).values().getFirst())
        .toList();
  }

  @Test
  void a_number_that_two_rules_have_is_told_at_both() {
    RoutingViewModel model = withRules("/a", "/b");
    List<RuleForm> rules = first(model).routes().rules().rules();

    rules.getFirst().priority().textProperty().set("20");

    assertThat(rules.getFirst().priority().message().getValue()).contains("20");
    assertThat(rules.getLast().priority().isValid()).isFalse();
    rules.getLast().priority().textProperty().set("30");
    assertThat(rules.getFirst().priority().isValid()).isTrue();
    assertThat(problem(model)).isEmpty();
  }

  @Test
  void a_rule_that_another_one_hides_says_so() {
    RoutingViewModel model = withRules("/v1/*", "/v1/chat/*");
    Routes routes = first(model).routes();
    assertThat(routes.hidden().getValue()).containsExactly(java.util.Map.entry(20, 10));

    routes.rules().move(routes.rules().rules().getLast(), -1);

    assertThat(routes.hidden().getValue()).isEmpty();
  }

  @Test
  void the_gate_is_put_before_the_rules_and_taken_off_again() {
    RoutingViewModel model = withRules("/v1/*");
    List<ListenerSpec> before = listeners(model);
    GateForm gate = first(model).routes().gate();

    gate.onProperty().set(true);
    gate.openPaths().textProperty().set("/health, /ping");

    ListenerSpec closed = listeners(model).getFirst();
    assertThat(ApiKeyGate.isClosed(closed)).contains(GateForm.BEARER);
    assertThat(ApiKeyGate.openPaths(closed)).containsExactly("/health", "/ping");
    assertThat(first(model).routes().rules().rules()).hasSize(1);
    assertThat(model.sendsKeysInTheClear(first(model))).isTrue();
    gate.onProperty().set(false);
    assertThat(listeners(model)).isEqualTo(before);
  }

  @Test
  void a_rule_without_room_for_the_key_is_named() {
    RoutingViewModel model = withRules("/1");
    RuleForm rule = first(model).routes().rules().rules().getFirst();
    for (int more = 2; more <= 5; more++) {
      rule.conditions().getFirst().addValue("/" + more);
    }
    assertThat(problem(model)).isEmpty();

    first(model).routes().gate().onProperty().set(true);

    assertThat(problem(model)).contains("Rule 10").contains("no room");
  }

  @Test
  void a_made_up_request_shows_at_once_which_rule_takes_it() {
    RoutingViewModel model = withRules("/v1/chat/*");
    TryForm trial = model.trial();
    assertThat(trial.outcome().getValue().text()).isEqualTo("Rule 10 takes it: ai-inference-tg");

    trial.target().textProperty().set("/V1/chat/x");
    assertThat(trial.outcome().getValue().text()).isEqualTo("No rule takes it: ai-inference-tg");

    first(model).routes().gate().onProperty().set(true);
    trial.target().textProperty().set("/v1/chat/x");
    assertThat(trial.outcome().getValue().text()).contains("answer 401");
    trial.headers().textProperty().set("authorization: bearer abc");
    assertThat(trial.outcome().getValue().rule())
        .contains(first(model).routes().rules().rules().getFirst());
    trial.headers().textProperty().set("no header");
    assertThat(trial.outcome().getValue().known()).isFalse();
  }

  @Test
  void a_rule_reads_as_a_sentence() {
    List<ListenerRuleSpec> rules = RoutingSamples.rich().listeners().getFirst().rules();
    RoutingText text = new RoutingText(Texts.load());

    assertThat(rules.stream().map(text::rule))
        .containsExactly(
            "Path /v1/* and host api.example.com \u2192 vllm (90 %), vllm-new (10 %), kept for"
                + " 3600 s",
            "Path /v1/embeddings \u2192 embedding",
            "Header X-Stage is beta or canary and method POST \u2192 vllm-new",
            "Path / or /docs* \u2192 redirect (302) to docs.example.com/\u2026",
            "Source address in 203.0.113.0/24 and query model=llama* \u2192 vllm");
  }
}
