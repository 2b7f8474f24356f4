package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import portico.catalog.Instance;
import portico.model.InstanceTarget;
import portico.model.TargetGroupSpec;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecDraft.TargetGroupDraft;
import portico.spec.SpecFault.Thing;

/** Finds the instances that a draft means among those of its VPC. */
final class TargetFinder {
  private final String vpcId;
  private final List<Instance> instances;
  private final Problems problems;

  TargetFinder(String vpcId, List<Instance> instances, Problems problems) {
    this.vpcId = vpcId;
    this.instances = instances;
    this.problems = problems;
  }

  /** The target group with those of its targets that were found; the others are noted. */
  TargetGroupSpec found(String field, TargetGroupDraft group) {
    List<InstanceTarget> targets = new ArrayList<>();
    for (int index = 0; index < group.targets().size(); index++) {
      String at = field + ".targets[" + index + "]";
      TargetChoice choice = group.targets().get(index);
      Optional<Instance> instance =
          switch (choice) {
            case TargetChoice.ById(String id, var port) ->
                only(at + ".instanceId", id, each -> each.id().equals(id));
            case TargetChoice.ByName(String name, var port) ->
                only(at + ".name", name, each -> each.name().equals(name));
          };
      instance.ifPresent(each -> targets.add(new InstanceTarget(each.id(), choice.port())));
    }
    return new TargetGroupSpec(
        group.name(), group.protocol(), group.port(), group.healthCheck(), targets);
  }

  private Optional<Instance> only(String field, String name, Predicate<Instance> wanted) {
    return problems.only(
        field,
        new Wanted(Thing.INSTANCE, name, vpcId),
        instances.stream().filter(wanted).toList(),
        Instance::id);
  }
}
