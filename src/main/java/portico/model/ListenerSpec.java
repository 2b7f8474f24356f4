package portico.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A port on which the load balancer takes requests, and what it does with them.
 *
 * @param name the listener's name within the environment; AWS itself gives listeners no name
 * @param protocol what clients speak
 * @param port 1 to 65535, once per load balancer
 * @param tls of an HTTPS listener, and of no other
 * @param defaultAction for requests that no rule takes
 * @param rules in any order; priorities decide
 */
public record ListenerSpec(
    String name,
    Protocol protocol,
    int port,
    Optional<TlsSpec> tls,
    ActionSpec defaultAction,
    List<ListenerRuleSpec> rules) {
  public ListenerSpec {
    rules = List.copyOf(rules);
  }

  /** Forwards everything to one target group. */
  public ListenerSpec(String name, Protocol protocol, int port, String targetGroup) {
    this(name, protocol, port, Optional.empty(), ActionSpec.Forward.to(targetGroup), List.of());
  }

  /** Names of all target groups that it may forward to, the default action's first. */
  public SequencedSet<String> targetGroups() {
    SequencedSet<String> names = new LinkedHashSet<>(targetGroups(defaultAction));
    rules.forEach(rule -> names.addAll(targetGroups(rule.action())));
    return names;
  }

  /** The API keys that its rules ask for, in the order of the rules; one may come many times. */
  public List<ConditionSpec.ApiKey> apiKeys() {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(ConditionSpec.ApiKey.class::isInstance)
        .map(ConditionSpec.ApiKey.class::cast)
        .toList();
  }

  private static List<String> targetGroups(ActionSpec action) {
    return switch (action) {
      case ActionSpec.Forward forward ->
          forward.targetGroups().stream().map(WeightedTargetGroup::targetGroup).toList();
      case ActionSpec.Redirect redirect -> List.of();
      case ActionSpec.FixedResponse response -> List.of();
    };
  }
}
