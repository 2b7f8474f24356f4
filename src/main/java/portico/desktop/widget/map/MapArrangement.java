package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import portico.model.ActionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.model.WeightedTargetGroup;

/**
 * Arranges a map: rules from top to bottom, target groups as near as can be to the rules that lead
 * to them, everything else at the middle of what it belongs to.
 */
final class MapArrangement {
  private static final double ROW_GAP = 10;
  private static final double BLOCK_GAP = 22;

  /** In a map higher than this, what leads to many rules stands at their top, not far below. */
  private static final double HIGH = 1000;

  private final MapState state;
  private final MapColumns columns;
  private final MapHealth silent;
  private final Map<String, GroupTargets> targets = new LinkedHashMap<>();
  private final Set<String> shownGroups;
  private final List<MapNode> nodes = new ArrayList<>();
  private final List<MapEdge> edges = new ArrayList<>();

  MapArrangement(MapState state, MapColumns columns) {
    this.state = state;
    this.columns = columns;
    this.silent = state.health().isPresent() ? MapHealth.UNKNOWN : MapHealth.PLANNED;
    for (TargetGroupSpec group : state.spec().targetGroups()) {
      targets.put(group.name(), GroupTargets.of(group, state));
    }
    this.shownGroups =
        targets.values().stream()
            .filter(each -> !state.unhealthyOnly() || each.counts().of(MapHealth.UNHEALTHY) > 0)
            .map(each -> each.group().name())
            .collect(Collectors.toSet());
  }

  /** A rule before it has a place. */
  private record Row(MapSubject.Rule rule, Map<String, Integer> shares) {}

  /** A group with its targets before it has a place. */
  private record Block(GroupTargets targets, List<MapSubject> column, double wanted) {
    double height() {
      double stack = column.size() * (MapColumn.TARGET.height() + ROW_GAP) - ROW_GAP;
      return Math.max(MapColumn.GROUP.height(), stack);
    }
  }

  MapLayout layout() {
    Map<ListenerSpec, List<Row>> rows = rows();
    double rulesHeight = rulesHeight(rows);
    Map<Row, Double> tops = tops(rows);
    List<Block> blocks = blocks(tops);
    double blocksHeight =
        blocks.stream().mapToDouble(Block::height).sum() + BLOCK_GAP * (blocks.size() - 1);
    double height = Math.max(MapColumn.BALANCER.height(), Math.max(rulesHeight, blocksHeight));
    double down = Math.max(0, (height - rulesHeight) / 2);
    Map<String, MapNode> groups = placeGroups(blocks, down, height);
    placeRules(rows, tops, down, groups);
    nodes.sort(Comparator.comparing(MapNode::column).thenComparingDouble(MapNode::y));
    return new MapLayout(nodes, edges, columns, height);
  }

  // --- Rules

  private Map<ListenerSpec, List<Row>> rows() {
    Map<ListenerSpec, List<Row>> all = new LinkedHashMap<>();
    for (ListenerSpec listener : state.spec().listeners()) {
      List<Row> rows = new ArrayList<>();
      listener.rules().stream()
          .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
          .forEach(rule -> rows.add(row(listener, Optional.of(rule), rule.action())));
      rows.add(row(listener, Optional.empty(), listener.defaultAction()));
      if (state.unhealthyOnly()) {
        rows.removeIf(row -> row.shares().keySet().stream().noneMatch(shownGroups::contains));
      }
      if (!rows.isEmpty()) {
        all.put(listener, rows);
      }
    }
    return all;
  }

  private static Row row(
      ListenerSpec listener, Optional<ListenerRuleSpec> rule, ActionSpec action) {
    Map<String, Integer> shares = new LinkedHashMap<>();
    if (action instanceof ActionSpec.Forward(var groups, var stickiness)) {
      int sum = groups.stream().mapToInt(WeightedTargetGroup::weight).sum();
      groups.forEach(
          each ->
              shares.put(
                  each.targetGroup(),
                  sum == 0 ? 0 : (int) Math.round(100.0 * each.weight() / sum)));
    }
    return new Row(new MapSubject.Rule(listener, rule), shares);
  }

  private static double rulesHeight(Map<ListenerSpec, List<Row>> rows) {
    double height = 0;
    for (List<Row> each : rows.values()) {
      height += each.size() * (MapColumn.RULE.height() + ROW_GAP) - ROW_GAP + BLOCK_GAP;
    }
    return Math.max(0, height - BLOCK_GAP);
  }

  private static Map<Row, Double> tops(Map<ListenerSpec, List<Row>> rows) {
    Map<Row, Double> tops = new HashMap<>();
    double y = 0;
    for (List<Row> each : rows.values()) {
      for (Row row : each) {
        tops.put(row, y);
        y += MapColumn.RULE.height() + ROW_GAP;
      }
      y += BLOCK_GAP - ROW_GAP;
    }
    return tops;
  }

  // --- Target groups and targets

  private List<Block> blocks(Map<Row, Double> tops) {
    Map<String, List<Double>> sources = new HashMap<>();
    tops.forEach(
        (row, top) ->
            row.shares()
                .keySet()
                .forEach(
                    group ->
                        sources
                            .computeIfAbsent(group, each -> new ArrayList<>())
                            .add(top + MapColumn.RULE.height() / 2)));
    List<Block> blocks = new ArrayList<>();
    for (GroupTargets each : targets.values()) {
      if (shownGroups.contains(each.group().name())) {
        double wanted =
            sources.getOrDefault(each.group().name(), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.MAX_VALUE);
        blocks.add(new Block(each, column(each), wanted));
      }
    }
    blocks.sort(Comparator.comparingDouble(Block::wanted));
    return blocks;
  }

  private List<MapSubject> column(GroupTargets of) {
    boolean open = state.open().contains(of.group().name());
    List<MapSubject> column = new ArrayList<>();
    if (of.isLarge()) {
      column.add(new MapSubject.Targets(of.group(), open));
    }
    if (!of.isLarge() || open) {
      GroupTargets shown = state.unhealthyOnly() ? of.unhealthyOnly() : of;
      shown.targets().forEach(each -> column.add(each.target()));
    }
    return column;
  }

  /** Each block at the height that it wants, unless another one is there; none beyond the end. */
  private Map<String, MapNode> placeGroups(List<Block> blocks, double down, double height) {
    double[] tops = new double[blocks.size()];
    double free = 0;
    for (int index = 0; index < tops.length; index++) {
      Block block = blocks.get(index);
      double middle = height > HIGH ? 0 : Math.min(block.wanted() + down, height);
      double wanted = middle - block.height() / 2;
      tops[index] = Math.max(free, wanted);
      free = tops[index] + block.height() + BLOCK_GAP;
    }
    double end = height;
    for (int index = tops.length - 1; index >= 0; index--) {
      tops[index] = Math.max(0, Math.min(tops[index], end - blocks.get(index).height()));
      end = tops[index] - BLOCK_GAP;
    }
    Map<String, MapNode> groups = new HashMap<>();
    for (int index = 0; index < tops.length; index++) {
      Block block = blocks.get(index);
      groups.put(block.targets().group().name(), placeBlock(block, tops[index]));
    }
    return groups;
  }

  private MapNode placeBlock(Block block, double top) {
    HealthCounts counts = block.targets().counts();
    MapSubject subject = new MapSubject.Group(block.targets().group());
    MapNode group =
        place(
            subject,
            MapColumn.GROUP,
            counts.together(silent),
            counts,
            top + block.height() / 2 - MapColumn.GROUP.height() / 2);
    Map<String, MapHealth> states =
        block.targets().targets().stream()
            .collect(
                Collectors.toMap(
                    each -> each.target().id(), GroupTargets.Entry::health, MapHealth::worse));
    double stack = block.column().size() * (MapColumn.TARGET.height() + ROW_GAP) - ROW_GAP;
    double y = top + (block.height() - stack) / 2;
    for (MapSubject each : block.column()) {
      HealthCounts own =
          each instanceof MapSubject.Targets
              ? counts
              : HealthCounts.of(List.of(states.getOrDefault(each.id(), silent)));
      MapNode node = place(each, MapColumn.TARGET, own.together(silent), own, y);
      edges.add(new MapEdge(group, node, OptionalInt.empty(), node.health()));
      y += MapColumn.TARGET.height() + ROW_GAP;
    }
    return group;
  }

  private MapNode place(
      MapSubject subject, MapColumn column, MapHealth health, HealthCounts counts, double y) {
    MapNode node = columns.box(subject, column, health, counts, y);
    nodes.add(node);
    return node;
  }

  // --- Rules, listeners and load balancer, now that it is known where they lead

  private void placeRules(
      Map<ListenerSpec, List<Row>> rows,
      Map<Row, Double> tops,
      double down,
      Map<String, MapNode> groups) {
    List<MapNode> listeners = new ArrayList<>();
    List<Set<String>> behind = new ArrayList<>();
    rows.forEach(
        (listener, each) -> {
          List<MapNode> rules = new ArrayList<>();
          for (Row row : each) {
            rules.add(placeRule(row, tops.getOrDefault(row, 0.0) + down, groups));
          }
          Set<String> names =
              each.stream()
                  .flatMap(row -> row.shares().keySet().stream())
                  .collect(Collectors.toSet());
          behind.add(names);
          listeners.add(
              placeOver(new MapSubject.Listener(listener), MapColumn.LISTENER, rules, names));
        });
    Set<String> all = behind.stream().flatMap(Set::stream).collect(Collectors.toSet());
    placeOver(new MapSubject.Balancer(state.spec()), MapColumn.BALANCER, listeners, all);
  }

  private MapNode placeRule(Row row, double y, Map<String, MapNode> groups) {
    HealthCounts counts = counts(row.shares().keySet());
    MapNode rule =
        place(row.rule(), MapColumn.RULE, health(row.shares().keySet(), counts), counts, y);
    boolean weighted = row.shares().size() > 1;
    row.shares()
        .forEach(
            (name, percent) ->
                Optional.ofNullable(groups.get(name))
                    .ifPresent(
                        group ->
                            edges.add(
                                new MapEdge(
                                    rule,
                                    group,
                                    weighted ? OptionalInt.of(percent) : OptionalInt.empty(),
                                    group.health()))));
    return rule;
  }

  /** At the middle of what it leads to. */
  private MapNode placeOver(
      MapSubject subject, MapColumn column, List<MapNode> children, Set<String> groups) {
    double middle =
        children.isEmpty()
            ? column.height() / 2
            : (children.getFirst().centerY() + children.getLast().centerY()) / 2;
    if (!children.isEmpty() && middle - children.getFirst().centerY() > HIGH / 2) {
      middle = children.getFirst().centerY();
    }
    HealthCounts counts = counts(groups);
    MapNode node =
        place(subject, column, health(groups, counts), counts, middle - column.height() / 2);
    children.forEach(
        child -> edges.add(new MapEdge(node, child, OptionalInt.empty(), child.health())));
    return node;
  }

  private HealthCounts counts(Set<String> groups) {
    return HealthCounts.of(
        targets.values().stream()
            .filter(each -> groups.contains(each.group().name()))
            .flatMap(each -> each.targets().stream())
            .map(GroupTargets.Entry::health)
            .toList());
  }

  /** A rule that answers by itself is as well as the load balancer. */
  private MapHealth health(Set<String> groups, HealthCounts counts) {
    MapHealth alone = state.health().isPresent() ? MapHealth.HEALTHY : MapHealth.PLANNED;
    return counts.together(groups.isEmpty() ? alone : silent);
  }
}
