package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import portico.desktop.widget.map.MapSubject;
import portico.desktop.wizard.draft.StepId;

/**
 * Where what a box of the map shows is decided.
 *
 * @param steps in the wizard's order
 * @param group the target group to turn to in that step
 */
record MapOwner(List<StepId> steps, Optional<String> group) {
  static MapOwner of(MapSubject subject) {
    return switch (subject) {
      case MapSubject.Balancer balancer ->
          new MapOwner(List.of(StepId.NETWORK, StepId.ACCESS, StepId.SETTINGS), Optional.empty());
      case MapSubject.Listener listener -> new MapOwner(List.of(StepId.ROUTING), Optional.empty());
      case MapSubject.Rule rule -> new MapOwner(List.of(StepId.ROUTING), Optional.empty());
      case MapSubject.Group(var group) -> ofGroup(group.name());
      case MapSubject.Targets(var group, var open) -> ofGroup(group.name());
      case MapSubject.Target(var group, var target, var port, var health) -> ofGroup(group.name());
    };
  }

  private static MapOwner ofGroup(String name) {
    return new MapOwner(List.of(StepId.TARGETS), Optional.of(name));
  }
}
