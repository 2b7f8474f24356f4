package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.FORWARD;
import static portico.model.SpecSamples.listener;
import static portico.model.SpecSamples.path;
import static portico.model.SpecSamples.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyGateTest {
  private static final ConditionSpec.ApiKey KEY =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");
  private static final ConditionSpec.ApiKey OTHER =
      new ConditionSpec.ApiKey("X-Api-Key", "", "other");
  private static final ActionSpec NOT_FOUND = new ActionSpec.FixedResponse(404, "text/plain", "");

  @Test
  void closed_only_requests_with_the_key_are_forwarded() {
    ListenerRuleSpec answer = new ListenerRuleSpec("no", 4, List.of(path("/no")), NOT_FOUND);
    ListenerSpec closed = ApiKeyGate.close(listener(FORWARD, rule(7, path("/a")), answer), KEY);

    assertThat(closed)
        .isEqualTo(
            listener(
                ApiKeyGate.REFUSAL,
                rule(7, path("/a"), KEY),
                answer,
                new ListenerRuleSpec(ApiKeyGate.RULE_NAME, 8, List.of(KEY), FORWARD)));
    assertThat(ApiKeyGate.isClosed(closed)).contains(KEY);
    assertThat(ApiKeyGate.openPaths(closed)).isEmpty();
    assertThat(SpecRules.check(SpecSamples.with(closed))).isEmpty();
  }

  @Test
  void open_paths_need_no_key() {
    List<String> paths = List.of("/1", "/2", "/3", "/4", "/5", "/health");
    ListenerSpec closed = ApiKeyGate.close(listener(FORWARD), KEY, paths);

    assertThat(closed.rules())
        .containsExactly(
            new ListenerRuleSpec(
                ApiKeyGate.OPEN_RULE_NAME, 1, List.of(path("/1", "/2", "/3", "/4", "/5")), FORWARD),
            new ListenerRuleSpec(ApiKeyGate.OPEN_RULE_NAME, 2, List.of(path("/health")), FORWARD),
            new ListenerRuleSpec(ApiKeyGate.RULE_NAME, 3, List.of(KEY), FORWARD));
    assertThat(ApiKeyGate.isClosed(closed)).contains(KEY);
    assertThat(ApiKeyGate.openPaths(closed)).isEqualTo(paths);
    assertThat(ApiKeyGate.open(closed)).isEqualTo(listener(FORWARD));
  }

  @Test
  void a_default_action_that_does_not_forward_stays() {
    ListenerSpec redirecting = listener(ActionSpec.Redirect.toHttps(443));
    assertThat(ApiKeyGate.close(redirecting, KEY)).isEqualTo(redirecting);
    assertThat(ApiKeyGate.isClosed(redirecting)).isEmpty();

    ListenerSpec closed = ApiKeyGate.close(listener(NOT_FOUND, rule(1, path("/a"))), KEY);
    assertThat(closed).isEqualTo(listener(NOT_FOUND, rule(1, path("/a"), KEY)));
    assertThat(ApiKeyGate.isClosed(closed)).contains(KEY);
  }

  @Test
  void a_listener_with_one_way_past_the_key_is_not_closed() {
    assertThat(ApiKeyGate.isClosed(listener(FORWARD, rule(1, path("/a"), KEY)))).isEmpty();
    assertThat(
            ApiKeyGate.isClosed(listener(NOT_FOUND, rule(1, path("/a"), KEY), rule(2, path("/b")))))
        .isEmpty();
    assertThat(
            ApiKeyGate.isClosed(
                listener(NOT_FOUND, rule(1, path("/a"), KEY), rule(2, path("/b"), OTHER))))
        .isEmpty();
  }

  @Test
  void closed_again_a_listener_has_the_new_key_alone() {
    ListenerSpec open = listener(FORWARD, rule(1, path("/a")));

    assertThat(ApiKeyGate.close(ApiKeyGate.close(open, KEY, List.of("/health")), OTHER))
        .isEqualTo(ApiKeyGate.close(open, OTHER));
  }

  @Test
  void rules_with_five_values_have_no_room_for_the_key() {
    ListenerSpec full = listener(FORWARD, rule(3, path("/1", "/2", "/3", "/4", "/5")));

    assertThat(ApiKeyGate.rulesWithoutRoom(full)).containsExactly(3);
    assertThat(ApiKeyGate.rulesWithoutRoom(ApiKeyGate.close(full, KEY))).containsExactly(3);
    assertThat(SpecRules.check(SpecSamples.with(ApiKeyGate.close(full, KEY))))
        .containsExactly(
            Violation.of("listeners[0].rules[0].conditions", Rule.CONDITION_VALUES_TOO_MANY, 6, 5));
    assertThat(
            ApiKeyGate.rulesWithoutRoom(listener(FORWARD, rule(3, path("/1", "/2", "/3", "/4")))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void opening_undoes_closing(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      ListenerSpec open = anyListener(random);
      if (ApiKeyGate.isClosed(open).isEmpty()) {
        List<String> paths = random.nextBoolean() ? List.of("/health", "/v?") : List.of();
        ListenerSpec closed = ApiKeyGate.close(open, KEY, paths);

        assertThat(ApiKeyGate.open(closed)).isEqualTo(open);
        assertThat(ApiKeyGate.needsNoKey(closed)).isFalse();
      }
      assertThat(ApiKeyGate.open(ApiKeyGate.open(open))).isEqualTo(ApiKeyGate.open(open));
    }
  }

  private static ListenerSpec anyListener(Random random) {
    List<ListenerRuleSpec> rules = new ArrayList<>();
    int count = random.nextInt(4);
    for (int index = 0; index < count; index++) {
      List<ConditionSpec> conditions = new ArrayList<>();
      conditions.add(path("/" + random.nextInt(9)));
      if (random.nextInt(3) == 0) {
        conditions.add(random.nextBoolean() ? OTHER : KEY);
      }
      rules.add(new ListenerRuleSpec("r" + index, 10 - index, conditions, anyAction(random)));
    }
    return listener(anyAction(random), rules.toArray(ListenerRuleSpec[]::new));
  }

  private static ActionSpec anyAction(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> NOT_FOUND;
      case 1 -> ApiKeyGate.REFUSAL;
      case 2 -> ActionSpec.Redirect.toHttps(443);
      default -> FORWARD;
    };
  }
}
