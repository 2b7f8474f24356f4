package portico.desktop.wizard.routing;

import java.util.List;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SpecRules;
import portico.model.TargetGroupSpec;
import portico.model.Violation;

/** Asks {@link SpecRules} about listeners before there is a whole spec. */
final class SpecCheck {
  private SpecCheck() {}

  /** What is wrong with the listeners; fields begin with {@code listeners}. */
  static List<Violation> listeners(
      String region, List<ListenerSpec> listeners, List<TargetGroupSpec> groups) {
    LoadBalancerSpec notAsked =
        new LoadBalancerSpec(
            SpecDefaults.LOAD_BALANCER_NAME, Scheme.INTERNET_FACING, "", List.of());
    EnvironmentSpec spec =
        new EnvironmentSpec(region, notAsked, groups, listeners, new AccessSpec(List.of()));
    return SpecRules.check(spec).stream()
        .filter(each -> each.field().startsWith("listeners"))
        .toList();
  }
}
