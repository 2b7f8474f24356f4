package portico.desktop.wizard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;

/**
 * All that the steps before the review have decided.
 *
 * @param base the spec of the environment that is being changed; its further target groups and
 *     listeners, which the wizard does not show, stay as they are
 */
public record Draft(
    AccountChoice account,
    NetworkChoice network,
    ServiceChoice service,
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
    String targetGroup = service.targetGroup().name();
    List<ListenerSpec> listeners = new ArrayList<>();
    listeners.add(
        new ListenerSpec(
            access.listenerName(), access.listenerProtocol(), access.listenerPort(), targetGroup));
    listeners.addAll(furtherListeners());
    return new EnvironmentSpec(
        account.place().region(),
        loadBalancer,
        withFurther(service.targetGroup(), base.map(EnvironmentSpec::targetGroups)),
        listeners,
        access.access());
  }

  /** How many target groups and listeners of the base the wizard carries over unseen. */
  public int carriedOver() {
    return base.map(
            spec ->
                Math.max(0, spec.targetGroups().size() - 1)
                    + Math.max(0, spec.listeners().size() - 1))
        .orElse(0);
  }

  private List<ListenerSpec> furtherListeners() {
    if (base.isEmpty() || base.get().listeners().size() < 2) {
      return List.of();
    }
    String before =
        base.get().targetGroups().isEmpty() ? "" : base.get().targetGroups().getFirst().name();
    return base.get().listeners().stream()
        .skip(1)
        .map(each -> each.targetGroups().contains(before) ? forwardingToOurs(each) : each)
        .toList();
  }

  private ListenerSpec forwardingToOurs(ListenerSpec listener) {
    return new ListenerSpec(
        listener.name(), listener.protocol(), listener.port(), service.targetGroup().name());
  }

  private static <T> List<T> withFurther(T first, Optional<List<T>> before) {
    List<T> all = new ArrayList<>();
    all.add(first);
    before.ifPresent(list -> list.stream().skip(1).forEach(all::add));
    return all;
  }
}
