package portico.operation;

/** An operation as its folder tells it. */
public record OperationRecord(OperationRequest request, OperationStatus status) {}
