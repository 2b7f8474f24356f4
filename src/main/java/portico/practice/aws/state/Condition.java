package portico.practice.aws.state;

import java.util.List;
import java.util.Optional;

/**
 * A condition of a rule; query conditions use {@code pairs}, header conditions also {@code
 * headerName}.
 */
public record Condition(
    String field,
    List<String> values,
    List<String> regexes,
    Optional<String> headerName,
    List<QueryPair> pairs) {}
