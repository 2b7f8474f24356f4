package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where everything of a map is. Needs no toolkit.
 *
 * @param nodes column by column, each from top to bottom
 * @param edges from left to right
 * @param columns where the columns stand
 * @param height in pixels at zoom 1
 */
record MapLayout(List<MapNode> nodes, List<MapEdge> edges, MapColumns columns, double height) {
  static final MapLayout EMPTY = new MapLayout(List.of(), List.of(), MapColumns.FULL, 0);

  public MapLayout {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  public static MapLayout of(MapState state) {
    return of(state, MapColumns.FULL);
  }

  static MapLayout of(MapState state, MapColumns columns) {
    return new MapArrangement(state, columns).layout();
  }

  /** In pixels at zoom 1. */
  double width() {
    return columns.width();
  }

  public Optional<MapNode> node(String id) {
    return nodes.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The topmost node at a point of the map. */
  Optional<MapNode> at(double x, double y) {
    return nodes.stream().filter(each -> each.contains(x, y)).findFirst();
  }

  List<MapNode> in(MapColumn column) {
    return nodes.stream().filter(each -> each.column() == column).toList();
  }

  /** Ids of all nodes on the ways through one: what leads to it, and what it leads to. */
  public Set<String> path(String id) {
    Set<String> path = new HashSet<>(Set.of(id));
    walk(id, true, path);
    walk(id, false, path);
    return path;
  }

  private void walk(String start, boolean right, Set<String> path) {
    Collection<String> border = Set.of(start);
    while (!border.isEmpty()) {
      Set<String> next = new HashSet<>();
      for (MapEdge edge : edges) {
        String near = right ? edge.from().id() : edge.to().id();
        if (border.contains(near)) {
          next.add(right ? edge.to().id() : edge.from().id());
        }
      }
      path.addAll(next);
      border = next;
    }
  }

  /** Where an arrow key leads from a node. */
  public enum Direction {
    UP,
    DOWN,
    LEFT,
    RIGHT
  }

  /** The next node that way; the same one at the border. */
  public MapNode next(MapNode from, Direction direction) {
    return switch (direction) {
      case UP -> beside(from, -1);
      case DOWN -> beside(from, 1);
      case LEFT -> nearest(from, neighbours(from, false));
      case RIGHT -> nearest(from, neighbours(from, true));
    };
  }

  private MapNode beside(MapNode from, int step) {
    List<MapNode> column = in(from.column());
    int index = column.indexOf(from) + step;
    return index < 0 || index >= column.size() ? from : column.get(index);
  }

  private List<MapNode> neighbours(MapNode from, boolean right) {
    List<MapNode> found = new ArrayList<>();
    for (MapEdge edge : edges) {
      if (right && edge.from().id().equals(from.id())) {
        found.add(edge.to());
      } else if (!right && edge.to().id().equals(from.id())) {
        found.add(edge.from());
      }
    }
    return found;
  }

  private static MapNode nearest(MapNode from, List<MapNode> among) {
    return among.stream()
        .min(
            (one, other) ->
                Double.compare(
                    Math.abs(one.centerY() - from.centerY()),
                    Math.abs(other.centerY() - from.centerY())))
        .orElse(from);
  }
}
