package portico.practice.aws.state;

import java.util.Optional;

/** A statement of a function's policy: a principal may do an action, perhaps only for a source. */
public record Grant(
    String action, String principal, Optional<String> sourceArn, Optional<String> sourceAccount) {}
