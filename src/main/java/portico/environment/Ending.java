package portico.environment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/**
 * Whether and when an environment ends by itself. It stands beside the spec and not in it, because
 * the spec is what AWS is compared with.
 *
 * @param deadline the one in force
 * @param pending one that was chosen with a deployment that has not succeeded yet
 */
public record Ending(Optional<Deadline> deadline, Optional<Pending> pending) {

  /**
   * A lifetime that begins when a deployment succeeds: that one or, if it does not, the next.
   *
   * @param setBy the user's name on this machine, if known
   */
  public record Pending(
      Lifetime lifetime, OperationId deployment, Instant setAt, Optional<String> setBy) {}

  /** It stays until someone destroys it. */
  public static Ending never() {
    return new Ending(Optional.empty(), Optional.empty());
  }

  public boolean stays() {
    return deadline.isEmpty() && pending.isEmpty();
  }

  /**
   * What became of it by the operations on the environment, which may have been anyone's: with the
   * deployment that it waited for its time begins; a destroy that succeeded makes it void.
   *
   * @param history the operations on the environment, in any order
   */
  public Ending settled(List<OperationRecord> history) {
    Optional<Instant> destroyed =
        successes(history, OperationKind.DESTROY)
            .map(each -> finished(each).finishedAt())
            .max(Comparator.naturalOrder());
    Optional<Pending> waiting = pending.filter(each -> !before(each.setAt(), destroyed));
    Optional<Deadline> standing = deadline.filter(each -> !before(each.since(), destroyed));
    Optional<Deadline> begun = waiting.flatMap(each -> begun(each, history));
    return begun.isPresent() ? new Ending(begun, Optional.empty()) : new Ending(standing, waiting);
  }

  private static boolean before(Instant set, Optional<Instant> destroyed) {
    return destroyed.filter(set::isBefore).isPresent();
  }

  private static Optional<Deadline> begun(Pending waiting, List<OperationRecord> history) {
    return successes(history, OperationKind.DEPLOY)
        .filter(each -> each.request().id().compareTo(waiting.deployment()) >= 0)
        .map(each -> finished(each).finishedAt())
        .min(Comparator.naturalOrder())
        .map(end -> new Deadline(end.plus(waiting.lifetime().length()), end, waiting.setBy()));
  }

  private static Stream<OperationRecord> successes(
      List<OperationRecord> history, OperationKind kind) {
    return history.stream()
        .filter(each -> each.request().kind() == kind)
        .filter(
            each ->
                each.status() instanceof OperationStatus.Finished(OperationResult result)
                    && result.outcome() instanceof Outcome.Succeeded);
  }

  private static OperationResult finished(OperationRecord record) {
    return ((OperationStatus.Finished) record.status()).result();
  }
}
