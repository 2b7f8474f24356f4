package portico.cost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** Since when AWS has charged for an environment. */
public final class Standing {
  private Standing() {}

  /**
   * When the first deployment began that succeeded after the last destroy; empty when it does not
   * stand.
   *
   * @param history of the environment, newest first
   */
  public static Optional<Instant> since(List<OperationRecord> history) {
    Optional<Instant> since = Optional.empty();
    for (OperationRecord each : history) {
      if (!(each.status() instanceof OperationStatus.Finished(var result)
          && result.outcome() instanceof Outcome.Succeeded)) {
        continue;
      }
      if (each.request().kind() == OperationKind.DESTROY) {
        break;
      }
      if (each.request().kind() == OperationKind.DEPLOY) {
        since = Optional.of(result.startedAt());
      }
    }
    return since;
  }
}
