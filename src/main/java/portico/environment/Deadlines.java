package portico.environment;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;

/**
 * When environments end by themselves. Only remembers: who carries it out asks. Methods do file
 * I/O: never call one on the FX thread. Thread-safe. Each change answers why it could not be kept,
 * if so.
 */
public interface Deadlines {
  /** What is in force now. */
  Ending find(EnvironmentName environment);

  /** All environments that have an end or wait for one, by name. */
  SortedMap<EnvironmentName, Ending> all();

  /** Ends it then, whatever was set before. */
  Optional<OperationFailure> endAt(EnvironmentName environment, Instant due);

  /**
   * Ends it so long after the deployment has succeeded. Until then what was in force stays so.
   *
   * @param deployment an operation that has started
   */
  Optional<OperationFailure> endAfter(
      EnvironmentName environment, OperationId deployment, Lifetime lifetime);

  /** It stays until someone destroys it. */
  Optional<OperationFailure> never(EnvironmentName environment);
}
