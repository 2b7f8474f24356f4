package portico.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.function.Predicate;
import portico.catalog.Instance;
import portico.model.InstanceTarget;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecFault.Thing;

/** Finds the instances that a draft means among those of its VPC. */
final class TargetFinder {
  private final String vpcId;
  private final List<Instance> instances;
  private final Problems problems;
  private final SequencedSet<String> securityGroupIds = new LinkedHashSet<>();

  TargetFinder(String vpcId, List<Instance> instances, Problems problems) {
    this.vpcId = vpcId;
    this.instances = instances;
    this.problems = problems;
  }

  /** Whether any of the groups names an instance. */
  static boolean isNeeded(List<TargetGroupDraft> groups) {
    return groups.stream()
        .flatMap(group -> group.targets().stream())
        .anyMatch(choice -> !(choice instanceof TargetChoice.Given));
  }

  /** The target group with those of its targets that were found; the others are noted. */
  TargetGroupSpec found(String field, TargetGroupDraft group) {
    List<TargetSpec> targets = new ArrayList<>();
    for (int index = 0; index < group.targets().size(); index++) {
      String at = field + ".targets[" + index + "]";
      Optional<? extends TargetSpec> target =
          switch (group.targets().get(index)) {
            case TargetChoice.ById(String id, var port) ->
                instance(at + ".instanceId", id, each -> each.id().equals(id), port);
            case TargetChoice.ByName(String name, var port) ->
                instance(at + ".name", name, each -> each.name().equals(name), port);
            case TargetChoice.Given(TargetSpec given) -> Optional.of(given);
          };
      target.ifPresent(targets::add);
    }
    return group.of(targets);
  }

  private Optional<InstanceTarget> instance(
      String field, String name, Predicate<Instance> wanted, OptionalInt port) {
    Optional<Instance> found =
        problems.only(
            field,
            new Wanted(Thing.INSTANCE, name, vpcId),
            instances.stream().filter(wanted).toList(),
            Instance::id);
    found.ifPresent(instance -> securityGroupIds.addAll(instance.securityGroupIds()));
    return found.map(instance -> new InstanceTarget(instance.id(), port));
  }

  /** The security groups of all instances found so far, each once. */
  List<String> securityGroupIds() {
    return List.copyOf(securityGroupIds);
  }
}
