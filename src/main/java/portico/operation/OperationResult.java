package portico.operation;

import java.time.Instant;

/** The end of an operation: the content of {@code result.json}. */
public record OperationResult(
    OperationId id, Instant startedAt, Instant finishedAt, Outcome outcome) {}
