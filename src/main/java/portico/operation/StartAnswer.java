package portico.operation;

/** What comes of asking for an operation. */
public sealed interface StartAnswer {
  record Started(OperationId id) implements StartAnswer {}

  record Refused(OperationFailure failure) implements StartAnswer {}
}
