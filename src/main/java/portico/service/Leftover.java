package portico.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.catalog.BalancerUse;
import portico.catalog.MarkedResource;
import portico.catalog.OwnedResource;

/**
 * What one environment left in an account and region.
 *
 * @param environment its name, as the tags have it
 * @param installation id of the home folder that it was made from
 * @param here whether that is this home folder
 * @param use of its load balancers together; empty when it has none, or AWS does not say
 */
public record Leftover(
    String environment,
    String installation,
    boolean here,
    List<MarkedResource> marked,
    Optional<BalancerUse> use) {
  public Leftover {
    marked = List.copyOf(marked);
  }

  /** In the order of their kinds. */
  public List<OwnedResource> resources() {
    return marked.stream().map(MarkedResource::resource).toList();
  }

  /** When the oldest of those was made of which AWS says it. */
  public Optional<Instant> since() {
    return marked.stream().flatMap(each -> each.created().stream()).min(Comparator.naturalOrder());
  }

  /** Whether AWS refuses to delete a load balancer of it. */
  public boolean isProtected() {
    return use.map(BalancerUse::deletionProtected).orElse(false);
  }
}
