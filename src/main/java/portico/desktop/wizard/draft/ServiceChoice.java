package portico.desktop.wizard.draft;

import java.util.Map;
import portico.model.TargetGroupSpec;

/**
 * The target group.
 *
 * @param vpcId the VPC whose instances were chosen
 * @param instanceNames what the chosen instances are called, by id
 */
public record ServiceChoice(
    String vpcId, TargetGroupSpec targetGroup, Map<String, String> instanceNames) {
  public ServiceChoice {
    instanceNames = Map.copyOf(instanceNames);
  }
}
