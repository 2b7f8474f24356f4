package portico.desktop.wizard.draft;

import java.util.List;
import java.util.Map;
import portico.catalog.Instance;
import portico.model.TargetGroupSpec;

/**
 * The target groups.
 *
 * @param vpcId the VPC whose instances were chosen
 * @param groups at least one, all valid
 * @param instances the chosen instances as the account told them, by id; their security groups are
 *     what the load balancer must get through
 * @param renamed what the groups of the environment being changed are called now, by what they were
 *     called; without those that were removed
 */
public record TargetsChoice(
    String vpcId,
    List<TargetGroupSpec> groups,
    Map<String, Instance> instances,
    Map<String, String> renamed) {
  public TargetsChoice {
    groups = List.copyOf(groups);
    instances = Map.copyOf(instances);
    renamed = Map.copyOf(renamed);
  }

  /** Groups of a new environment. */
  public TargetsChoice(
      String vpcId, List<TargetGroupSpec> groups, Map<String, Instance> instances) {
    this(vpcId, groups, instances, Map.of());
  }
}
