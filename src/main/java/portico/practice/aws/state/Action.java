package portico.practice.aws.state;

import java.util.List;
import java.util.Optional;

/**
 * An action of a listener or rule: exactly one of forward (non-empty groups), redirect and fixed
 * response.
 */
public record Action(
    String type,
    Optional<Integer> order,
    List<WeightedGroup> groups,
    Optional<Integer> stickySeconds,
    Optional<Redirect> redirect,
    Optional<FixedResponse> fixedResponse) {}
