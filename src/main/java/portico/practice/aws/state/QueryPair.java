package portico.practice.aws.state;

import java.util.Optional;

/** A key and a value a query string must have; without a key the value may stand under any. */
public record QueryPair(Optional<String> key, String value) {}
