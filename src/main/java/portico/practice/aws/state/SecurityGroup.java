package portico.practice.aws.state;

import java.util.List;
import java.util.Map;

/** A security group with its rules in both directions. */
public record SecurityGroup(
    String id,
    String name,
    String description,
    String vpcId,
    List<GroupRule> rules,
    Map<String, String> tags) {

  /** The same group with other rules. */
  public SecurityGroup with(List<GroupRule> next) {
    return new SecurityGroup(id, name, description, vpcId, List.copyOf(next), tags);
  }
}
