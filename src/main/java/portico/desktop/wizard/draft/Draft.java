package portico.desktop.wizard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;

/**
 * All that the steps before the review have decided.
 *
 * @param base the spec of the environment that is being changed; its further listeners, which the
 *     wizard does not show, stay as they are
 */
public record Draft(
    AccountChoice account,
    NetworkChoice network,
    TargetsChoice targets,
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
    List<ListenerSpec> listeners = new ArrayList<>();
    listeners.add(firstListener());
    listeners.addAll(furtherListeners());
    return new EnvironmentSpec(
        account.place().region(), loadBalancer, targets.groups(), listeners, access.access());
  }

  /** How many listeners of the base the wizard carries over unseen. */
  public int carriedOver() {
    return furtherListeners().size();
  }

  /** With the base's certificate and rules, where there is one. */
  private ListenerSpec firstListener() {
    ListenerSpec plain =
        new ListenerSpec(
            access.listenerName(), access.listenerProtocol(), access.listenerPort(), first());
    return baseListeners()
        .findFirst()
        .map(
            known ->
                new ListenerSpec(
                    plain.name(),
                    plain.protocol(),
                    plain.port(),
                    known.tls(),
                    known.defaultAction(),
                    known.rules()))
        .orElse(plain);
  }

  /** The base's listeners after the first, forwarding to their groups under the names of now. */
  private List<ListenerSpec> furtherListeners() {
    return baseListeners().skip(1).toList();
  }

  private Stream<ListenerSpec> baseListeners() {
    Renaming renaming = new Renaming(targets.renamed(), first());
    return base.map(EnvironmentSpec::listeners).orElse(List.of()).stream().map(renaming::of);
  }

  private String first() {
    return targets.groups().getFirst().name();
  }
}
