package portico.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Operations;

/**
 * Clears the way for a new operation: a preview still under way on the environment is ended, since
 * the new operation makes it out of date; anything else is not disturbed.
 */
final class PreviewYield {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int POLL_MILLIS = 50;

  private final Operations operations;

  PreviewYield(Operations operations) {
    this.operations = operations;
  }

  /** Empty when the way is clear, else why it is not. */
  Optional<OperationFailure> clearWay(EnvironmentName environment) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    boolean asked = false;
    while (true) {
      Optional<OperationRecord> running = running(environment);
      if (running.isEmpty()) {
        return Optional.empty();
      }
      if (running.get().request().kind().changesState() || System.nanoTime() > deadline) {
        return Optional.of(busy(running.get()));
      }
      if (!asked) {
        operations.cancel(running.get().request().id());
        asked = true;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return Optional.of(busy(running.get()));
      }
    }
  }

  private Optional<OperationRecord> running(EnvironmentName environment) {
    return operations.history(environment).stream()
        .filter(operation -> operation.status() instanceof OperationStatus.Running)
        .findFirst();
  }

  private static OperationFailure busy(OperationRecord operation) {
    return new OperationFailure.EnvironmentBusy(
        operation.status() instanceof OperationStatus.Running(var pid) ? pid : OptionalLong.empty(),
        Optional.of(operation.request().requestedAt()),
        Optional.empty());
  }
}
