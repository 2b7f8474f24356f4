package portico.desktop.wizard.draft;

import java.util.Optional;
import java.util.stream.Stream;
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

  /** What the steps have decided, once each has decided. */
  public static Optional<Draft> of(
      Optional<AccountChoice> account,
      Optional<NetworkChoice> network,
      Optional<TargetsChoice> targets,
      Optional<RoutingChoice> routing,
      Optional<AccessChoice> access,
      Optional<SettingsChoice> settings,
      Optional<EnvironmentSpec> base) {
    boolean complete =
        Stream.of(account, network, targets, routing, access, settings)
            .allMatch(Optional::isPresent);
    return complete
        ? Optional.of(
            new Draft(
                account.get(),
                network.get(),
                targets.get(),
                routing.get(),
                access.get(),
                settings.get(),
                base))
        : Optional.empty();
  }

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
            settings.loadBalancerTags(),
            network.ipamPool(),
            settings.dnsRecords());
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
