package portico.practice.aws.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.state.WeightedGroup;

/**
 * Takes turns by weights: over as many turns as the weights add up to, each group has exactly its
 * share, spread evenly. AWS promises the shares only, not the order.
 */
final class Rotation {
  private final Map<String, Integer> credit = new HashMap<>();

  /** Whose turn it is; nobody's if no weight is above zero. */
  Optional<WeightedGroup> next(List<WeightedGroup> groups) {
    int total = groups.stream().mapToInt(WeightedGroup::weight).sum();
    Optional<WeightedGroup> best = Optional.empty();
    int most = Integer.MIN_VALUE;
    for (WeightedGroup each : groups) {
      if (each.weight() > 0) {
        int now = credit.merge(each.targetGroupArn(), each.weight(), Integer::sum);
        if (now > most) {
          most = now;
          best = Optional.of(each);
        }
      }
    }
    best.ifPresent(won -> credit.merge(won.targetGroupArn(), -total, Integer::sum));
    return best;
  }
}
