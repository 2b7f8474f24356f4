package portico.desktop.wizard.draft;

import java.util.Optional;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;

/**
 * All that the steps before the review have decided.
 *
 * @param base the spec of the environment that is being changed
 */
public record Draft(
    AccountChoice account,
    NetworkChoice network,
    TargetsChoice targets,
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
        targets.groups(),
        routing.listeners(),
        access.access());
  }
}
