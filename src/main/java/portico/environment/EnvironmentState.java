package portico.environment;

import java.util.Optional;
import portico.operation.OperationId;
import portico.operation.OperationKind;

/** The truth about an environment, from its state file and its newest operation. */
public sealed interface EnvironmentState {
  /** The last deploy succeeded and nothing has happened since. */
  record Deployed() implements EnvironmentState {}

  /** An operation works on it. */
  record Working(OperationId operation, OperationKind kind) implements EnvironmentState {}

  /**
   * An operation failed, was cancelled or was killed; resources may exist. Deploy or destroy
   * completes.
   */
  record Incomplete(Optional<OperationId> operation, Reason reason) implements EnvironmentState {}

  /** No resource exists: never deployed, or destroyed. */
  record Empty() implements EnvironmentState {}

  /** The state file cannot be read. */
  record Damaged(String file, boolean copyAvailable) implements EnvironmentState {}

  /** Why an environment is incomplete. */
  enum Reason {
    FAILED,
    CANCELLED,
    INTERRUPTED
  }
}
