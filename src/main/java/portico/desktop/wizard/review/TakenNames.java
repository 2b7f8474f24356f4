package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.LoadBalancerState;
import portico.desktop.wizard.draft.StepId;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;

/**
 * Names of a new environment that AWS already has in the region, by the step where each is changed.
 * AWS refuses a second load balancer of a name, and silently takes over a target group of the same
 * name and settings.
 */
record TakenNames(List<Taken> names) {
  /** One such name. */
  record Taken(StepId step, String name) {}

  TakenNames {
    names = List.copyOf(names);
  }

  static TakenNames none() {
    return new TakenNames(List.of());
  }

  /**
   * Asks the catalogue for the names that differ from the {@code base}'s own. What cannot be read
   * counts as free: the preview and AWS itself still look.
   */
  static Answer<TakenNames> read(
      Catalog catalog, EnvironmentSpec spec, Optional<EnvironmentSpec> base) {
    List<Taken> taken = new ArrayList<>();
    String loadBalancer = spec.loadBalancer().name();
    boolean ownLoadBalancer =
        base.map(each -> each.loadBalancer().name()).filter(loadBalancer::equals).isPresent();
    if (!ownLoadBalancer
        && catalog.loadBalancer(loadBalancer)
            instanceof Answer.Found<Optional<LoadBalancerState>>(var found)
        && found.isPresent()) {
      taken.add(new Taken(StepId.ACCESS, loadBalancer));
    }
    for (TargetGroupSpec group : spec.targetGroups()) {
      boolean own = base.flatMap(each -> each.targetGroup(group.name())).isPresent();
      if (!own
          && catalog.targetGroupExists(group.name())
              instanceof Answer.Found<Boolean>(Boolean exists)
          && exists) {
        taken.add(new Taken(StepId.TARGETS, group.name()));
      }
    }
    return Answer.found(new TakenNames(taken));
  }
}
