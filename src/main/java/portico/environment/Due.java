package portico.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** An environment whose time is over, and whether it can be destroyed now. */
public record Due(Environment environment, Deadline deadline, Verdict verdict) {
  /** After a destroy that failed the next one waits for so long. */
  public static final Duration PAUSE = Duration.ofMinutes(15);

  /** Whether it can be destroyed now. */
  public sealed interface Verdict {}

  public record Ready() implements Verdict {}

  /** An operation works on it, perhaps its destroy. */
  public record Busy(OperationId operation, OperationKind kind) implements Verdict {}

  /** AWS was told to protect its load balancer against deletion. */
  public record Protected(String loadBalancer) implements Verdict {}

  /** Its last destroy failed or was stopped a short while ago. */
  public record Waiting(OperationId destroy, Instant until) implements Verdict {}

  /** Its stack is not one that Portico made. */
  public record Foreign() implements Verdict {}

  /**
   * An environment that is due.
   *
   * @param history the operations on it, newest first
   */
  public static Due of(
      Environment environment, Deadline deadline, List<OperationRecord> history, Instant now) {
    return new Due(environment, deadline, verdict(environment, history, now));
  }

  private static Verdict verdict(
      Environment environment, List<OperationRecord> history, Instant now) {
    if (environment.state() instanceof EnvironmentState.Working(var operation, var kind)) {
      return new Busy(operation, kind);
    }
    if (environment.spec().isEmpty() || environment.account().isEmpty()) {
      return new Foreign();
    }
    Optional<String> protectedBalancer = DeletionProtection.ofDestroy(environment);
    if (protectedBalancer.isPresent()) {
      return new Protected(protectedBalancer.get());
    }
    return history.stream()
        .filter(each -> each.request().kind() == OperationKind.DESTROY)
        .findFirst()
        .flatMap(Due::pause)
        .filter(waiting -> now.isBefore(waiting.until()))
        .<Verdict>map(waiting -> waiting)
        .orElseGet(Ready::new);
  }

  private static Optional<Waiting> pause(OperationRecord destroy) {
    Instant end =
        switch (destroy.status()) {
          case OperationStatus.Finished(var result) ->
              result.outcome() instanceof Outcome.Succeeded ? Instant.MIN : result.finishedAt();
          case OperationStatus.Interrupted _, OperationStatus.Running _ ->
              destroy.request().requestedAt();
        };
    return end.equals(Instant.MIN)
        ? Optional.empty()
        : Optional.of(new Waiting(destroy.request().id(), end.plus(PAUSE)));
  }
}
