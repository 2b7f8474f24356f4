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
 */
public record TargetsChoice(
    String vpcId, List<TargetGroupSpec> groups, Map<String, Instance> instances) {
  public TargetsChoice {
    groups = List.copyOf(groups);
    instances = Map.copyOf(instances);
  }
}
