package portico.desktop.widget.map;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many targets are in each state. */
public record HealthCounts(Map<MapHealth, Integer> counts) {
  public HealthCounts {
    Map<MapHealth, Integer> copy = new EnumMap<>(MapHealth.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  static HealthCounts of(Collection<MapHealth> all) {
    Map<MapHealth, Integer> counts = new EnumMap<>(MapHealth.class);
    all.forEach(each -> counts.merge(each, 1, Integer::sum));
    return new HealthCounts(counts);
  }

  /** All targets. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int of(MapHealth health) {
    return counts.getOrDefault(health, 0);
  }

  /** What they come to for what leads to them; the fallback where there are no targets. */
  MapHealth together(MapHealth fallback) {
    if (of(MapHealth.UNHEALTHY) > 0) {
      return of(MapHealth.UNHEALTHY) == total() ? MapHealth.UNHEALTHY : MapHealth.MIXED;
    }
    return of(MapHealth.HEALTHY) > 0
        ? MapHealth.HEALTHY
        : counts.keySet().stream().reduce(MapHealth::worse).orElse(fallback);
  }
}
