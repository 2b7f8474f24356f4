package portico.desktop.wizard.draft;

import java.util.Optional;
import portico.catalog.Subnet;
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
    SettingsChoice settings,
    Optional<EnvironmentSpec> base) {

  /** The spec that these choices make. */
  public EnvironmentSpec spec() {
    LoadBalancerSpec loadBalancer =
        new LoadBalancerSpec(
            access.loadBalancerName(),
            network.scheme(),
            network.ipAddressType(),
            network.vpc().id(),
            network.subnets().stream().map(Subnet::id).toList(),
            settings.securityGroupIds(),
            settings.attributes(),
            settings.webAclArn(),
            settings.loadBalancerTags());
    return new EnvironmentSpec(
        account.place().region(),
        settings.service(),
        loadBalancer,
        targets.groups(),
        routing.listeners(),
        access.access(),
        settings.tags());
  }
}
