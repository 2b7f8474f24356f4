package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.TargetHealth;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** The targets of one group: those of the spec, and those that AWS knows beside them. */
record GroupTargets(TargetGroupSpec group, List<Entry> targets) {
  /** More are drawn as one node until the user opens it. */
  static final int MOST_APART = 6;

  /** A target and how it is. */
  record Entry(MapSubject.Target target, MapHealth health) {}

  static GroupTargets of(TargetGroupSpec group, MapState state) {
    Optional<List<TargetHealth>> live =
        state
            .health()
            .map(all -> Optional.ofNullable(all.get(group.name())))
            .orElseGet(Optional::empty);
    Map<String, TargetHealth> byName = new LinkedHashMap<>();
    live.ifPresent(all -> all.forEach(each -> byName.put(name(group, each), each)));
    MapHealth silent = state.health().isPresent() ? MapHealth.UNKNOWN : MapHealth.PLANNED;
    List<Entry> entries = new ArrayList<>();
    for (TargetSpec target : group.targets()) {
      OptionalInt port = port(group, target);
      Optional<TargetHealth> found =
          Optional.ofNullable(byName.remove(target.id() + " " + port.orElse(0)));
      entries.add(entry(group, target.id(), port, found, silent));
    }
    byName
        .values()
        .forEach(
            each ->
                entries.add(
                    entry(
                        group,
                        each.targetId(),
                        OptionalInt.of(each.port()),
                        Optional.of(each),
                        silent)));
    return new GroupTargets(group, List.copyOf(entries));
  }

  private static String name(TargetGroupSpec group, TargetHealth health) {
    boolean lambda = group.targetType() == TargetType.LAMBDA;
    return health.targetId() + " " + (lambda ? 0 : health.port());
  }

  private static OptionalInt port(TargetGroupSpec group, TargetSpec target) {
    return group.targetType() == TargetType.LAMBDA
        ? OptionalInt.empty()
        : OptionalInt.of(group.portOf(target));
  }

  private static Entry entry(
      TargetGroupSpec group,
      String id,
      OptionalInt port,
      Optional<TargetHealth> found,
      MapHealth silent) {
    return new Entry(
        new MapSubject.Target(group, id, port, found),
        found.map(each -> MapHealth.of(each.state())).orElse(silent));
  }

  HealthCounts counts() {
    return HealthCounts.of(targets.stream().map(Entry::health).toList());
  }

  /** Whether there are too many to draw each unasked. */
  boolean isLarge() {
    return targets.size() > MOST_APART;
  }

  GroupTargets unhealthyOnly() {
    return new GroupTargets(
        group, targets.stream().filter(each -> each.health() == MapHealth.UNHEALTHY).toList());
  }
}
