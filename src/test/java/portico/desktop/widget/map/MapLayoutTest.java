package portico.desktop.widget.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.testing.Samples;

class MapLayoutTest {
  private final EnvironmentSpec rich = MapScenes.rich();

  @Test
  void a_plan_has_every_column_and_every_box_is_planned() {
    MapLayout layout = MapLayout.of(MapState.planned(Samples.spec()));

    assertThat(layout.nodes()).extracting(MapNode::column).containsExactly(MapColumn.values());
    assertThat(layout.nodes()).extracting(MapNode::health).containsOnly(MapHealth.PLANNED);
    assertThat(layout.edges()).hasSize(4);
  }

  @Test
  void rules_stand_by_priority_and_the_default_last() {
    MapLayout layout = MapLayout.of(MapState.planned(rich));

    assertThat(layout.in(MapColumn.RULE))
        .extracting(MapNode::id)
        .startsWith("rule plain default", "rule secure 10", "rule secure 20")
        .endsWith("rule inside 5", "rule inside 6", "rule inside 7", "rule inside default");
  }

  @Test
  void edges_of_weighted_rules_tell_their_share() {
    MapLayout layout = MapLayout.of(MapState.planned(rich));

    assertThat(
            layout.edges().stream()
                .filter(each -> each.from().id().equals("rule secure 10"))
                .map(each -> each.to().id() + " " + each.percent().orElse(-1)))
        .containsExactlyInAnyOrder("group chat 90", "group chat-next 10");
    assertThat(layout.edges())
        .filteredOn(each -> each.from().id().equals("rule secure 20"))
        .extracting(MapEdge::percent)
        .containsExactly(OptionalInt.empty());
  }

  @Test
  void no_two_boxes_of_a_column_touch() {
    for (Set<String> open : List.of(Set.<String>of(), Set.of("rerank", "chat"))) {
      MapLayout layout = MapLayout.of(new MapState(rich, health(rich), open, false));

      for (MapColumn column : MapColumn.values()) {
        List<MapNode> nodes = layout.in(column);
        for (int index = 1; index < nodes.size(); index++) {
          assertThat(nodes.get(index).y())
              .as(nodes.get(index).id())
              .isGreaterThan(nodes.get(index - 1).y() + nodes.get(index - 1).height());
        }
      }
      assertThat(layout.nodes())
          .allSatisfy(
              each -> {
                assertThat(each.y()).isNotNegative();
                assertThat(each.y() + each.height()).isLessThanOrEqualTo(layout.height() + 0.01);
                assertThat(each.right()).isLessThanOrEqualTo(layout.width());
              });
    }
  }

  @Test
  void a_large_group_is_one_box_until_it_is_opened() {
    MapLayout closed = MapLayout.of(new MapState(rich, health(rich), Set.of(), false));
    MapLayout open = MapLayout.of(new MapState(rich, health(rich), Set.of("rerank"), false));

    MapNode all = closed.node("targets rerank").orElseThrow();
    assertThat(all.counts().total()).isEqualTo(50);
    assertThat(all.counts().of(MapHealth.UNHEALTHY)).isEqualTo(1);
    assertThat(all.health()).isEqualTo(MapHealth.MIXED);
    assertThat(targetsOf(closed, "rerank")).isZero();
    assertThat(targetsOf(open, "rerank")).isEqualTo(50);
  }

  private static long targetsOf(MapLayout layout, String group) {
    return layout.nodes().stream()
        .filter(each -> each.id().startsWith("target " + group + " "))
        .count();
  }

  @Test
  void unhealthy_only_leaves_what_leads_to_unhealthy_targets() {
    MapLayout layout = MapLayout.of(new MapState(rich, health(rich), Set.of("rerank"), true));

    assertThat(layout.node("group chat-next")).isEmpty();
    assertThat(layout.node("listener plain")).isEmpty();
    assertThat(layout.node("rule secure 30")).isEmpty();
    assertThat(layout.in(MapColumn.TARGET))
        .filteredOn(each -> each.subject() instanceof MapSubject.Target)
        .isNotEmpty()
        .extracting(MapNode::health)
        .containsOnly(MapHealth.UNHEALTHY);
  }

  @Test
  void a_path_is_what_leads_to_a_box_and_what_it_leads_to() {
    MapLayout layout = MapLayout.of(new MapState(rich, health(rich), Set.of(), false));

    assertThat(layout.path("group chat-next"))
        .contains("balancer", "listener secure", "rule secure 10", "rule inside 7")
        .doesNotContain("listener plain", "group chat", "rule secure 20");
  }

  @Test
  void arrow_keys_go_from_box_to_box_and_stay_at_the_border() {
    MapLayout layout = MapLayout.of(MapState.planned(rich));
    MapNode balancer = layout.node("balancer").orElseThrow();

    MapNode listener = layout.next(balancer, MapLayout.Direction.RIGHT);
    assertThat(listener.column()).isEqualTo(MapColumn.LISTENER);
    assertThat(layout.next(listener, MapLayout.Direction.LEFT)).isEqualTo(balancer);
    assertThat(layout.next(balancer, MapLayout.Direction.UP)).isEqualTo(balancer);
    MapNode first = layout.in(MapColumn.RULE).getFirst();
    assertThat(layout.next(first, MapLayout.Direction.DOWN).id()).isEqualTo("rule secure 10");
  }

  @Test
  void a_group_that_could_not_be_asked_is_unknown() {
    MapLayout layout =
        MapLayout.of(new MapState(Samples.spec(), Optional.of(Map.of()), Set.of(), false));

    assertThat(layout.in(MapColumn.TARGET))
        .extracting(MapNode::health)
        .containsExactly(MapHealth.UNKNOWN);
  }

  @Test
  void a_group_that_nothing_leads_to_is_there_all_the_same() {
    EnvironmentSpec spec =
        MapScenes.spec(
            List.of(MapScenes.group("used", 8000, 1), MapScenes.group("idle", 8001, 1)),
            List.of(new ListenerSpec("http", Protocol.HTTP, 80, "used")));

    MapLayout layout = MapLayout.of(MapState.planned(spec));

    assertThat(layout.in(MapColumn.GROUP))
        .extracting(MapNode::id)
        .containsExactly("group used", "group idle");
  }

  @Test
  void a_thousand_targets_are_arranged_completely() {
    EnvironmentSpec large = MapScenes.large();
    Set<String> all = Set.copyOf(large.targetGroups().stream().map(each -> each.name()).toList());

    MapLayout layout = MapLayout.of(new MapState(large, health(large), all, false));

    assertThat(layout.in(MapColumn.RULE)).hasSize(101);
    assertThat(layout.in(MapColumn.TARGET)).hasSize(1020);
  }

  private static Optional<Map<String, List<portico.catalog.TargetHealth>>> health(
      EnvironmentSpec spec) {
    return Optional.of(MapScenes.health(spec));
  }

  @Test
  void columns_give_way_in_a_narrow_room_and_no_further_than_can_be_read() {
    double full = MapColumns.FULL.width();
    double least = MapColumns.within(0).width();

    assertThat(MapColumns.within(full)).isEqualTo(MapColumns.FULL);
    assertThat(least).isBetween(0.8 * full, 0.85 * full);
    for (double room = least; room <= full; room += 7) {
      assertThat(MapColumns.within(room).width()).isBetween(room - 9, room + 0.001);
    }
    for (MapColumn column : MapColumn.values()) {
      assertThat(MapColumns.within(0).width(column)).isEqualTo(column.least());
    }
  }

  @Test
  void boxes_and_edges_keep_their_order_in_narrow_columns() {
    MapColumns narrow = MapColumns.within(0);
    MapLayout layout =
        MapLayout.of(new MapState(rich, health(rich), Set.of("rerank"), false), narrow);

    assertThat(layout.width()).isEqualTo(narrow.width());
    assertThat(layout.nodes()).allMatch(node -> node.right() <= layout.width());
    assertThat(layout.edges()).allMatch(edge -> edge.from().right() + 20 < edge.to().x());
  }

  @Test
  void a_plan_of_a_thousand_targets_has_a_box_for_each_group_of_them_and_not_for_each() {
    MapLayout layout = MapLayout.of(MapState.planned(MapScenes.large()));

    assertThat(layout.in(MapColumn.TARGET)).hasSize(20);
    assertThat(layout.nodes()).hasSizeLessThan(150);
    assertThat(layout.in(MapColumn.BALANCER).getFirst().counts().total()).isEqualTo(1000);
  }

  @Test
  void a_small_map_needs_no_scrolling_in_the_smallest_window() {
    MapView view = new MapView(28, 10);
    double room = 600;
    view.content(view.columns(room).width(), 56);
    view.room(room, view.wantedHeight(room));

    assertThat(view.farthestX()).isLessThanOrEqualTo(0.5);
    assertThat(view.farthestY()).isLessThanOrEqualTo(0.5);
  }
}
