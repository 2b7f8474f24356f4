package portico.operation;

import java.util.OptionalLong;

/** What is known of an operation now. */
public sealed interface OperationStatus {
  /** Its worker lives. */
  record Running(OptionalLong pid) implements OperationStatus {}

  record Finished(OperationResult result) implements OperationStatus {}

  /** Its worker is gone and left no result; the next operation on the environment repairs. */
  record Interrupted() implements OperationStatus {}
}
