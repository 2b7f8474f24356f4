package portico.practice.aws.state;

import java.util.List;
import java.util.Map;

/**
 * A rule of a listener; smaller priorities are tried first. The default rule is not one of these:
 * it is the listener's actions.
 */
public record Rule(
    String arn,
    String listenerArn,
    int priority,
    List<Condition> conditions,
    List<Action> actions,
    Map<String, String> tags) {

  /** The same rule at another priority. */
  public Rule at(int next) {
    return new Rule(arn, listenerArn, next, conditions, actions, tags);
  }

  /** The same rule with other tags. */
  public Rule tagged(Map<String, String> next) {
    return new Rule(arn, listenerArn, priority, conditions, actions, next);
  }
}
