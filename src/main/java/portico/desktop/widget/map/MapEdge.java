package portico.desktop.widget.map;

import java.util.OptionalInt;

/**
 * A line from one box to another.
 *
 * @param percent the share of requests that takes it, 0 to 100; empty where all do
 * @param health of what it leads to
 */
public record MapEdge(MapNode from, MapNode to, OptionalInt percent, MapHealth health) {}
