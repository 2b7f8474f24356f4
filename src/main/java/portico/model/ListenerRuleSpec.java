package portico.model;

import java.util.List;

/**
 * A rule of a listener: which requests it takes and what it does with them.
 *
 * @param name for people; AWS keeps it as the Name tag. Up to 64 characters, may be empty
 * @param priority 1 to 50000, once per listener; the smallest that fits a request applies
 * @param conditions at least one; all must hold
 * @param action what is done
 */
public record ListenerRuleSpec(
    String name, int priority, List<ConditionSpec> conditions, ActionSpec action) {
  public ListenerRuleSpec {
    conditions = List.copyOf(conditions);
  }
}
