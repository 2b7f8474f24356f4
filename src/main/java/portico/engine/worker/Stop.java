package portico.engine.worker;

import java.util.List;
import portico.operation.OperationFailure;

/** Ends an operation early with its failures; caught in {@link Worker} alone. */
final class Stop extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<OperationFailure> failures;

  Stop(OperationFailure failure) {
    this(List.of(failure));
  }

  Stop(List<OperationFailure> failures) {
    super(failures.getFirst().toString(), null, false, false);
    this.failures = List.copyOf(failures);
  }

  List<OperationFailure> failures() {
    return failures;
  }
}
