package portico.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import portico.model.EnvironmentSpec;

/**
 * An existing load balancer as a spec, and what of it no spec can say.
 *
 * @param balancer what was read
 * @param spec as it stands, with the names that AWS has; it may break rules where something has to
 *     be decided first
 * @param remarks the graver first; nothing that was read is in neither
 * @param takenNames names of load balancers and target groups in the region, which new ones cannot
 *     have
 */
public record FoundLoadBalancer(
    LoadBalancerSummary balancer,
    EnvironmentSpec spec,
    List<TakeoverRemark> remarks,
    Set<String> takenNames) {
  public FoundLoadBalancer {
    remarks =
        remarks.stream()
            .distinct()
            .sorted(Comparator.comparing((TakeoverRemark each) -> each.kind().weight()))
            .toList();
    takenNames = Set.copyOf(takenNames);
  }

  /** The spec of an environment beside this one, with names of its own. */
  public EnvironmentSpec twin() {
    return new Twin(takenNames).of(spec);
  }
}
