package portico.desktop.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.desktop.widget.map.MapSubject;
import portico.desktop.wizard.draft.StepId;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.testing.Samples;

class MapOwnerTest {
  private final EnvironmentSpec spec = Samples.spec();
  private final ListenerSpec listener = spec.listeners().getFirst();
  private final TargetGroupSpec group = spec.targetGroups().getFirst();

  @Test
  void the_load_balancer_is_decided_in_three_steps() {
    assertThat(MapOwner.of(new MapSubject.Balancer(spec)))
        .isEqualTo(
            new MapOwner(
                List.of(StepId.NETWORK, StepId.ACCESS, StepId.SETTINGS), Optional.empty()));
  }

  @Test
  void listeners_and_rules_are_decided_in_routing() {
    MapOwner routing = new MapOwner(List.of(StepId.ROUTING), Optional.empty());

    assertThat(MapOwner.of(new MapSubject.Listener(listener))).isEqualTo(routing);
    assertThat(MapOwner.of(new MapSubject.Rule(listener, Optional.empty()))).isEqualTo(routing);
  }

  @Test
  void targets_are_decided_with_their_group() {
    MapOwner owner = new MapOwner(List.of(StepId.TARGETS), Optional.of(group.name()));

    assertThat(MapOwner.of(new MapSubject.Group(group))).isEqualTo(owner);
    assertThat(MapOwner.of(new MapSubject.Targets(group, true))).isEqualTo(owner);
    assertThat(
            MapOwner.of(
                new MapSubject.Target(
                    group, "i-0f1e2d3c4b5a69788", OptionalInt.of(80), Optional.empty())))
        .isEqualTo(owner);
  }
}
