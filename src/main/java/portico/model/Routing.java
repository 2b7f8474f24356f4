package portico.model;

import java.util.Comparator;
import java.util.Optional;

/** What a listener does with a request: the rule of the smallest priority that fits it applies. */
public final class Routing {
  private Routing() {}

  /**
   * What becomes of a request.
   *
   * @param rule the rule that takes it; empty for the listener's default action
   * @param action what is done with it
   */
  public record Decision(Optional<ListenerRuleSpec> rule, ActionSpec action) {}

  public static Decision decide(ListenerSpec listener, RequestSample request) {
    Optional<ListenerRuleSpec> taken =
        listener.rules().stream()
            .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
            .filter(rule -> takes(rule, request))
            .findFirst();
    return new Decision(
        taken, taken.map(ListenerRuleSpec::action).orElseGet(listener::defaultAction));
  }

  /** Whether all conditions of the rule hold. */
  public static boolean takes(ListenerRuleSpec rule, RequestSample request) {
    return rule.conditions().stream().allMatch(each -> RequestMatch.holds(each, request));
  }
}
