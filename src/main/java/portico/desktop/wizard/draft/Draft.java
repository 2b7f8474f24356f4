package portico.desktop.wizard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;
import portico.model.TargetGroupSpec;

/**
 * All that the steps before the review have decided.
 *
 * @param base the spec of the environment that is being changed; its further target groups, which
 *     the wizard does not show, stay as they are
 */
public record Draft(
    AccountChoice account,
    NetworkChoice network,
    ServiceChoice service,
    RoutingChoice routing,
    AccessChoice access,
    Optional<EnvironmentSpec> base) {

  /** The spec that these choices make. */
  public EnvironmentSpec spec() {
    LoadBalancerSpec loadBalancer =
        new LoadBalancerSpec(
            access.loadBalancerName(),
            network.scheme(),
            network.vpc().id(),
            network.subnets().stream().map(subnet -> subnet.id()).toList());
    return new EnvironmentSpec(
        account.place().region(),
        loadBalancer,
        targetGroups(service, base),
        routing.listeners(),
        access.access());
  }

  /** The target group of the wizard, and those of the base that it does not show. */
  public static List<TargetGroupSpec> targetGroups(
      ServiceChoice service, Optional<EnvironmentSpec> base) {
    List<TargetGroupSpec> all = new ArrayList<>();
    all.add(service.targetGroup());
    base.ifPresent(spec -> spec.targetGroups().stream().skip(1).forEach(all::add));
    return all;
  }

  /** How many target groups of the base the wizard carries over unseen. */
  public int carriedOver() {
    return base.map(spec -> Math.max(0, spec.targetGroups().size() - 1)).orElse(0);
  }
}
