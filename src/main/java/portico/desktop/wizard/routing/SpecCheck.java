package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SpecRules;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;
import portico.model.Violation;

/**
 * Asks {@link SpecRules} about listeners, and about the least listener that holds one condition or
 * action: the rules stay in one place, for fields while they are typed as for whole specs.
 */
final class SpecCheck {
  private static final String GROUP = SpecDefaults.TARGET_GROUP_NAME;
  private static final ConditionSpec ANY_PATH = new ConditionSpec.PathPattern(List.of("/*"));

  private SpecCheck() {}

  /** What is wrong with the listeners; fields begin with {@code listeners}. */
  static List<Violation> listeners(
      String region, List<ListenerSpec> listeners, List<TargetGroupSpec> groups) {
    EnvironmentSpec spec =
        new EnvironmentSpec(
            region,
            new LoadBalancerSpec(GROUP, Scheme.INTERNET_FACING, "vpc-0", List.of()),
            groups,
            listeners,
            new AccessSpec(List.of()));
    return SpecRules.check(spec).stream()
        .filter(each -> each.field().startsWith("listeners"))
        .toList();
  }

  static List<Violation> condition(ConditionSpec condition) {
    return rule(
        new ListenerRuleSpec("", 1, List.of(condition), ActionSpec.Forward.to(GROUP)),
        "listeners[0].rules[0].conditions[0]");
  }

  static List<Violation> ruleName(String name) {
    return rule(
        new ListenerRuleSpec(name, 1, List.of(ANY_PATH), ActionSpec.Forward.to(GROUP)),
        "listeners[0].rules[0].name");
  }

  static List<Violation> priority(int priority) {
    return rule(
        new ListenerRuleSpec("", priority, List.of(ANY_PATH), ActionSpec.Forward.to(GROUP)),
        "listeners[0].rules[0].priority");
  }

  static List<Violation> action(ActionSpec action) {
    return only(
        new ListenerSpec("a", Protocol.HTTP, 80, Optional.empty(), action, List.of()),
        "listeners[0].defaultAction");
  }

  private static List<Violation> rule(ListenerRuleSpec rule, String field) {
    return only(
        new ListenerSpec(
            "a", Protocol.HTTP, 80, Optional.empty(), ActionSpec.Forward.to(GROUP), List.of(rule)),
        field);
  }

  static List<Violation> tls(TlsSpec tls) {
    return only(
        new ListenerSpec(
            "a", Protocol.HTTPS, 443, Optional.of(tls), ActionSpec.Forward.to(GROUP), List.of()),
        "listeners[0].tls");
  }

  private static List<Violation> only(ListenerSpec listener, String field) {
    TargetGroupSpec group =
        new TargetGroupSpec(
            GROUP, Protocol.HTTP, SpecDefaults.PORT, SpecDefaults.HEALTH_CHECK, List.of());
    return listeners(SpecDefaults.REGION, List.of(listener), List.of(group)).stream()
        .filter(each -> each.field().startsWith(field))
        .toList();
  }
}
