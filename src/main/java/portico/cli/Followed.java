package portico.cli;

import portico.operation.OperationStatus;

/** How following an operation ended. */
sealed interface Followed {
  /** The operation is over; never Running. */
  record Ended(OperationStatus status) implements Followed {}

  /** The user would not wait any longer; the operation perhaps goes on. */
  record Left() implements Followed {}
}
