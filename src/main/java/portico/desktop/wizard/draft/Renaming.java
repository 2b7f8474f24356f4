package portico.desktop.wizard.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.model.ActionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.WeightedTargetGroup;

/**
 * Lets listeners of an existing environment go on forwarding to its target groups under the names
 * that they have now. What went to a group that was removed goes to those beside it, or else to the
 * first group.
 */
final class Renaming {
  private final Map<String, String> names;
  private final String first;

  /**
   * @param names the names of now by the former ones, without groups that were removed
   * @param first the first group's name
   */
  Renaming(Map<String, String> names, String first) {
    this.names = names;
    this.first = first;
  }

  ListenerSpec of(ListenerSpec listener) {
    return new ListenerSpec(
        listener.name(),
        listener.protocol(),
        listener.port(),
        listener.tls(),
        of(listener.defaultAction()),
        listener.rules().stream().map(this::of).toList());
  }

  private ListenerRuleSpec of(ListenerRuleSpec rule) {
    return new ListenerRuleSpec(rule.name(), rule.priority(), rule.conditions(), of(rule.action()));
  }

  private ActionSpec of(ActionSpec action) {
    return switch (action) {
      case ActionSpec.Forward forward -> of(forward);
      case ActionSpec.Redirect redirect -> redirect;
      case ActionSpec.FixedResponse response -> response;
    };
  }

  private ActionSpec.Forward of(ActionSpec.Forward forward) {
    List<WeightedTargetGroup> left =
        forward.targetGroups().stream()
            .flatMap(
                each ->
                    Optional.ofNullable(names.get(each.targetGroup())).stream()
                        .map(name -> new WeightedTargetGroup(name, each.weight())))
            .toList();
    return left.isEmpty()
        ? ActionSpec.Forward.to(first)
        : new ActionSpec.Forward(left, forward.stickinessSeconds());
  }
}
