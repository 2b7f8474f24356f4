package portico.desktop.widget.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.TargetHealth;
import portico.model.EnvironmentSpec;

/**
 * What the map shows.
 *
 * @param health of each target group's targets, by the group's name; empty before the deployment. A
 *     group that is not in it is one that could not be asked
 * @param open names of large groups whose targets are shown one by one
 * @param unhealthyOnly whether only what leads to unhealthy targets is shown
 */
public record MapState(
    EnvironmentSpec spec,
    Optional<Map<String, List<TargetHealth>>> health,
    Set<String> open,
    boolean unhealthyOnly) {
  public MapState {
    health = health.map(Map::copyOf);
    open = Set.copyOf(open);
  }

  /** The spec alone, as it is planned. */
  public static MapState planned(EnvironmentSpec spec) {
    return new MapState(spec, Optional.empty(), Set.of(), false);
  }
}
