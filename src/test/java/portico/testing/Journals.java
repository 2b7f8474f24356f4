package portico.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** Journals as real operations write them. */
public final class Journals {
  private static final List<ResourceRef> ALL =
      List.of(
          Samples.SECURITY_GROUP,
          Samples.TARGET_GROUP,
          Samples.LOAD_BALANCER,
          Samples.TARGET,
          Samples.LISTENER);

  private Journals() {}

  private static Instant at(int second) {
    return Samples.NOW.plus(Duration.ofSeconds(second));
  }

  /** A finished preview that announces five resources with one step. */
  public static void preview(
      FakeOperations operations, OperationId id, OperationKind kind, Step step) {
    operations.add(Samples.request(id, kind));
    operations.emit(id, new OperationEvent.PhaseStarted(at(0), Phase.RUNNING));
    for (ResourceRef each : ALL) {
      operations.emit(id, new OperationEvent.ResourceStarted(at(1), each, step, List.of()));
    }
    operations.finish(id, new Outcome.Succeeded(new TreeMap<>(), Map.of(step, ALL.size())));
  }

  /** A deployment with two resources done, one at work and two to come. */
  public static void deployHalfway(FakeOperations operations, OperationId id) {
    operations.add(Samples.request(id, OperationKind.DEPLOY));
    operations.emit(id, new OperationEvent.PhaseStarted(at(0), Phase.PREPARING));
    operations.emit(id, new OperationEvent.PhaseStarted(at(1), Phase.ACCOUNT));
    operations.emit(id, new OperationEvent.PhaseStarted(at(2), Phase.RUNNING));
    started(operations, id, Samples.SECURITY_GROUP, 3);
    started(operations, id, Samples.TARGET_GROUP, 3);
    finished(operations, id, Samples.TARGET_GROUP, 5);
    finished(operations, id, Samples.SECURITY_GROUP, 6);
    started(operations, id, Samples.LOAD_BALANCER, 6);
  }

  /** The rest of {@link #deployHalfway}. */
  public static void deployRest(FakeOperations operations, OperationId id) {
    finished(operations, id, Samples.LOAD_BALANCER, 15);
    started(operations, id, Samples.LISTENER, 15);
    started(operations, id, Samples.TARGET, 15);
    finished(operations, id, Samples.TARGET, 16);
    finished(operations, id, Samples.LISTENER, 17);
    operations.emit(id, new OperationEvent.PhaseStarted(at(18), Phase.VERIFYING));
    operations.finish(id, new Outcome.Succeeded(Samples.outputs(), Map.of(Step.CREATE, 5)));
  }

  /** AWS refuses the load balancer of {@link #deployHalfway}. */
  public static void deployFails(FakeOperations operations, OperationId id) {
    String message =
        "SubnetNotFound: The subnet ID 'subnet-0bbbbbbbbbbbbbbb2' does not exist"
            + " (status 400, request 7a1c)";
    operations.emit(
        id, new OperationEvent.ResourceFailed(at(9), Samples.LOAD_BALANCER, Step.CREATE));
    operations.emit(
        id,
        new OperationEvent.Diagnostic(
            at(9), OperationEvent.Severity.ERROR, Optional.of(Samples.LOAD_BALANCER), message));
    operations.finish(
        id,
        new Outcome.Failed(
            List.of(
                new OperationFailure.ResourceRefused(Samples.LOAD_BALANCER, Step.CREATE, message)),
            2));
  }

  public static void started(
      FakeOperations operations, OperationId id, ResourceRef resource, int second) {
    operations.emit(
        id, new OperationEvent.ResourceStarted(at(second), resource, Step.CREATE, List.of()));
  }

  public static void finished(
      FakeOperations operations, OperationId id, ResourceRef resource, int second) {
    operations.emit(id, new OperationEvent.ResourceFinished(at(second), resource, Step.CREATE));
  }
}
