package portico.practice.aws.state;

import java.util.Optional;

/** What real health checks of targets have found, wherever they run. */
@FunctionalInterface
public interface Observations {
  /**
   * How a target was found, in the words of API_TargetHealth.
   *
   * @param state such as {@code healthy}
   * @param reason such as {@code Target.Timeout}; none if it is healthy
   */
  record Observed(String state, Optional<String> reason, Optional<String> description) {}

  /** How a target of a group was found; empty if nobody checks it. */
  Optional<Observed> of(String groupArn, Target target);

  /** Nobody checks. */
  static Observations none() {
    return (_, _) -> Optional.empty();
  }
}
