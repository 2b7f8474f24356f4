package portico.operation;

import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/**
 * Starts operations, each in a worker process of its own that outlives the caller, and reads their
 * journals. Methods do file I/O: never call one on the FX thread. Thread-safe.
 */
public interface Operations {
  /**
   * Starts an operation. Refuses at once what is knowable at once: an invalid spec, another
   * operation on the environment, a folder that cannot be written.
   */
  StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider);

  /**
   * Starts a deploy that makes a new API key in place of the one of that name. The old key stays
   * while anything stands in the way: refused here, or ended before the engine changes something.
   */
  StartAnswer renewKey(
      String keyName,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider);

  /** The operation, if its folder is there. */
  Optional<OperationRecord> find(OperationId id);

  /** Operations on an environment, newest first. */
  List<OperationRecord> history(EnvironmentName environment);

  /** All operations, newest first. */
  List<OperationRecord> recent(int limit);

  /** The whole journal so far. */
  List<OperationEvent> journal(OperationId id);

  /**
   * Follows an operation until it ends or the subscription is closed. Following what is over
   * replays its journal.
   */
  Subscription follow(OperationId id, OperationListener listener);

  /**
   * Asks to stop: gracefully at the first call, at once at the second. Does nothing when it is
   * over.
   */
  void cancel(OperationId id);

  /** Ends following; the operation goes on. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
