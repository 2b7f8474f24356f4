package portico.practice.aws;

import java.util.ArrayList;
import java.util.List;
import portico.practice.aws.http.Fault;

/**
 * What goes wrong on purpose, for tests and demonstrations. May be changed at any time from any
 * thread; rules given first are used first. An action is an operation's name, such as {@code
 * DescribeVpcs}, or {@link #ANY_ACTION}.
 */
public final class Faults {
  /** Stands for every action. */
  public static final String ANY_ACTION = "*";

  private static final int FOREVER = Integer.MAX_VALUE;

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String action, Fault fault, int left) {
    boolean covers(String called) {
      return action.equals(ANY_ACTION) || action.equals(called);
    }
  }

  /** Faults of which there are none yet. */
  public static Faults none() {
    return new Faults();
  }

  /** The next {@code calls} calls of an action go wrong. */
  public synchronized Faults next(int calls, String action, Fault fault) {
    if (calls < 1) {
      throw new IllegalArgumentException("calls must be at least 1, not " + calls);
    }
    rules.add(new Rule(action, fault, calls));
    return this;
  }

  /** Every call of an action goes wrong until {@link #clear}. */
  public synchronized Faults always(String action, Fault fault) {
    rules.add(new Rule(action, fault, FOREVER));
    return this;
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    rules.clear();
  }

  /** The fault for a call that is being made, which is counted. */
  synchronized Fault take(String action) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.covers(action)) {
        if (rule.left() == 1) {
          rules.remove(i);
        } else if (rule.left() != FOREVER) {
          rules.set(i, new Rule(rule.action(), rule.fault(), rule.left() - 1));
        }
        return rule.fault();
      }
    }
    return new Fault.None();
  }
}
