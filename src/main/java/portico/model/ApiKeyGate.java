package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.ConditionSpec.ApiKey;

/**
 * A gate in front of a listener's targets: who does not send the key gets an answer with status
 * 401. Made of nothing but rules of the listener, so that spec files and AWS show it as it is.
 *
 * <p>Closed, a listener has the key's condition last in every rule that forwards, after them a rule
 * that does with a key what the default action did, and the refusal as default action. Rules that
 * redirect or answer by themselves stay as they are, and so does a default action that does not
 * forward: nothing comes through it.
 */
public final class ApiKeyGate {
  /** What callers without the key get. */
  public static final ActionSpec.FixedResponse REFUSAL =
      new ActionSpec.FixedResponse(
          401,
          "application/json",
          "{\"error\":{\"message\":\"This service needs an API key.\","
              + "\"type\":\"authentication_error\",\"code\":\"api_key_needed\"}}");

  /** Name of the rule that stands for the former default action. */
  public static final String RULE_NAME = "With the API key";

  /** Name of the rules for paths that need no key. */
  public static final String OPEN_RULE_NAME = "Without an API key";

  private ApiKeyGate() {}

  /** Closes the listener for everyone without the key. */
  public static ListenerSpec close(ListenerSpec listener, ApiKey key) {
    return close(listener, key, List.of());
  }

  /**
   * Closes the listener for everyone without the key; a closed one gets the new key and paths.
   *
   * @param openPaths path patterns that the former default action serves without a key, such as
   *     {@code /health}; none where the default action does not forward
   */
  public static ListenerSpec close(ListenerSpec listener, ApiKey key, List<String> openPaths) {
    ListenerSpec before = open(listener);
    List<ListenerRuleSpec> rules = new ArrayList<>();
    for (ListenerRuleSpec rule : before.rules()) {
      rules.add(forwards(rule.action()) ? withCondition(rule, key) : rule);
    }
    if (!forwards(before.defaultAction())) {
      return with(before, before.defaultAction(), rules);
    }
    int priority = rules.stream().mapToInt(ListenerRuleSpec::priority).max().orElse(0);
    for (int from = 0; from < openPaths.size(); from += ConditionRules.VALUES_MAX) {
      int to = Math.min(openPaths.size(), from + ConditionRules.VALUES_MAX);
      priority++;
      rules.add(
          new ListenerRuleSpec(
              OPEN_RULE_NAME,
              priority,
              List.of(new ConditionSpec.PathPattern(openPaths.subList(from, to))),
              before.defaultAction()));
    }
    rules.add(new ListenerRuleSpec(RULE_NAME, priority + 1, List.of(key), before.defaultAction()));
    return with(before, REFUSAL, rules);
  }

  /** Undoes {@link #close}; a listener that is not closed stays as it is. */
  public static ListenerSpec open(ListenerSpec listener) {
    Optional<ApiKey> key = isClosed(listener);
    if (key.isEmpty()) {
      return listener;
    }
    Optional<ListenerRuleSpec> last = gate(listener, key.get());
    List<ListenerRuleSpec> rules = new ArrayList<>();
    for (ListenerRuleSpec rule : listener.rules()) {
      boolean ours = last.filter(rule::equals).isPresent() || isOpenPath(rule, listener);
      if (!ours) {
        rules.add(forwards(rule.action()) ? withoutLast(rule) : rule);
      }
    }
    return with(
        listener, last.map(ListenerRuleSpec::action).orElse(listener.defaultAction()), rules);
  }

  /**
   * The key without which nothing is forwarded, but for the open paths; empty when some request
   * comes through without it, or none comes through at all.
   */
  public static Optional<ApiKey> isClosed(ListenerSpec listener) {
    if (forwards(listener.defaultAction())) {
      return Optional.empty();
    }
    List<Optional<ApiKey>> keys =
        listener.rules().stream()
            .filter(rule -> forwards(rule.action()) && !isOpenPath(rule, listener))
            .map(ApiKeyGate::lastKey)
            .distinct()
            .toList();
    return keys.size() == 1 ? keys.getFirst() : Optional.empty();
  }

  /**
   * Whether some request reaches a target without any key. Wider than {@link #isClosed}: rules with
   * keys of their own are as good, and the open paths are meant to be open.
   */
  static boolean needsNoKey(ListenerSpec listener) {
    return forwards(listener.defaultAction())
        || listener.rules().stream()
            .filter(rule -> forwards(rule.action()) && !isOpenPath(rule, listener))
            .anyMatch(rule -> rule.conditions().stream().noneMatch(ApiKey.class::isInstance));
  }

  /** The paths that a closed listener serves without a key. */
  public static List<String> openPaths(ListenerSpec listener) {
    List<String> paths = new ArrayList<>();
    for (ListenerRuleSpec rule : listener.rules()) {
      if (isOpenPath(rule, listener)
          && rule.conditions().getFirst()
              instanceof ConditionSpec.PathPattern(List<String> values)) {
        paths.addAll(values);
      }
    }
    return List.copyOf(paths);
  }

  /**
   * Priorities of the rules that have no room for the key's condition, since AWS takes only {@value
   * ConditionRules#VALUES_MAX} values per rule. Closed all the same, the spec breaks a rule.
   */
  public static List<Integer> rulesWithoutRoom(ListenerSpec listener) {
    return open(listener).rules().stream()
        .filter(rule -> forwards(rule.action()))
        .filter(
            rule ->
                rule.conditions().stream().mapToInt(ConditionRules::values).sum()
                    >= ConditionRules.VALUES_MAX)
        .map(ListenerRuleSpec::priority)
        .toList();
  }

  private static boolean forwards(ActionSpec action) {
    return action instanceof ActionSpec.Forward;
  }

  private static Optional<ApiKey> lastKey(ListenerRuleSpec rule) {
    return !rule.conditions().isEmpty() && rule.conditions().getLast() instanceof ApiKey key
        ? Optional.of(key)
        : Optional.empty();
  }

  /** The rule that stands for the former default action. */
  private static Optional<ListenerRuleSpec> gate(ListenerSpec listener, ApiKey key) {
    return listener.defaultAction().equals(REFUSAL)
        ? listener.rules().stream()
            .filter(rule -> rule.name().equals(RULE_NAME))
            .filter(rule -> forwards(rule.action()) && rule.conditions().equals(List.of(key)))
            .reduce((one, other) -> one.priority() > other.priority() ? one : other)
        : Optional.empty();
  }

  private static boolean isOpenPath(ListenerRuleSpec rule, ListenerSpec listener) {
    return listener.defaultAction().equals(REFUSAL)
        && rule.name().equals(OPEN_RULE_NAME)
        && forwards(rule.action())
        && rule.conditions().size() == 1
        && rule.conditions().getFirst() instanceof ConditionSpec.PathPattern;
  }

  private static ListenerRuleSpec withCondition(ListenerRuleSpec rule, ApiKey key) {
    List<ConditionSpec> conditions = new ArrayList<>(rule.conditions());
    conditions.add(key);
    return withConditions(rule, conditions);
  }

  private static ListenerRuleSpec withoutLast(ListenerRuleSpec rule) {
    return withConditions(rule, rule.conditions().subList(0, rule.conditions().size() - 1));
  }

  private static ListenerRuleSpec withConditions(
      ListenerRuleSpec rule, List<ConditionSpec> conditions) {
    return new ListenerRuleSpec(rule.name(), rule.priority(), conditions, rule.action());
  }

  private static ListenerSpec with(
      ListenerSpec listener, ActionSpec defaultAction, List<ListenerRuleSpec> rules) {
    return new ListenerSpec(
        listener.name(),
        listener.protocol(),
        listener.port(),
        listener.tls(),
        defaultAction,
        rules);
  }
}
