package portico.operation;

/**
 * Follows an operation. Called on one background thread at a time, in journal order, from the
 * journal's beginning.
 */
public interface OperationListener {
  void event(OperationEvent event);

  /** The last call: the operation is over. {@code status} is never Running. */
  void ended(OperationStatus status);
}
