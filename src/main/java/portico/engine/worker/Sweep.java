package portico.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;
import portico.catalog.OwnedResource;
import portico.catalog.Ownership;
import portico.catalog.Removal;
import portico.engine.CloudSession;
import portico.engine.state.Checkpoint;
import portico.environment.EnvironmentResource;
import portico.model.LogBucket;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * For a destroy: removes what an interrupted run made and never recorded. Only what carries the
 * tags of this environment and this installation is touched.
 */
final class Sweep {
  private final Job job;
  private final CloudSession session;

  Sweep(Job job, CloudSession session) {
    this.job = job;
    this.session = session;
  }

  /**
   * Before the engine: load balancers that the state does not know. They would hold the security
   * groups and target groups that the engine is about to delete.
   */
  void unrecordedLoadBalancers() throws Stop {
    Set<String> recorded = recorded();
    remove(
        Phase.REPAIRING,
        leftovers(OperationFailure.AccountUnusable::new).stream()
            .filter(each -> each.kind() == OwnedResource.Kind.LOAD_BALANCER)
            .filter(each -> !recorded.contains(each.id()))
            .toList());
  }

  private Set<String> recorded() throws Stop {
    try {
      return job.stacks().checkpoint(job.request().environment()).stream()
          .flatMap(checkpoint -> checkpoint.resources().stream())
          .map(EnvironmentResource::id)
          .collect(Collectors.toSet());
    } catch (IOException | Checkpoint.Unreadable unreadable) {
      throw new Stop(
          new OperationFailure.StateDamaged(
              job.stacks().checkpointFile(job.request().environment()).toString(), false));
    }
  }

  /** After the engine: whatever is still there. */
  void everything() throws Stop {
    List<OwnedResource> all = new ArrayList<>(leftovers(OperationFailure.LeftoversUnknown::new));
    all.addAll(buckets());
    remove(Phase.SWEEPING, all);
  }

  /**
   * They go with their logs, as a recorded one does. Who makes none need not be allowed to list
   * those of the account, nor have an S3 at all.
   */
  private List<OwnedResource> buckets() throws Stop {
    boolean made = LogBucket.madeDays(job.request().spec().loadBalancer().attributes()).isPresent();
    return switch (session.leftovers().ownedBuckets(ownership().tags())) {
      case Answer.Found<List<OwnedResource>>(List<OwnedResource> found) -> found;
      case Answer.Failed<List<OwnedResource>>(var failure) -> {
        if (made) {
          throw new Stop(new OperationFailure.LeftoversUnknown(failure));
        }
        yield List.of();
      }
    };
  }

  private Ownership ownership() {
    try {
      return new Ownership(job.request().environment(), job.home().installation());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void remove(Phase phase, List<OwnedResource> leftovers) throws Stop {
    if (leftovers.isEmpty()) {
      return;
    }
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, phase));
    Removal removal = session.leftovers().remove(leftovers, job.parts().limits().sweep());
    for (OwnedResource resource : removal.removed()) {
      job.journal()
          .write(
              at ->
                  new OperationEvent.Repaired(
                      at,
                      "Removed %s, which an interrupted run had made and not recorded."
                          .formatted(resource.name())));
    }
    if (!removal.isComplete()) {
      throw new Stop(kept(removal));
    }
  }

  private List<OwnedResource> leftovers(Function<CatalogFailure, OperationFailure> unknown)
      throws Stop {
    return switch (session.leftovers().owned(ownership().tags())) {
      case Answer.Found<List<OwnedResource>>(List<OwnedResource> found) -> found;
      case Answer.Failed<List<OwnedResource>>(var failure) ->
          throw new Stop(unknown.apply(failure));
    };
  }

  private static List<OperationFailure> kept(Removal removal) {
    List<OperationFailure> failures = new ArrayList<>();
    for (Removal.Kept kept : removal.kept()) {
      failures.add(
          new OperationFailure.ResourceRefused(
              new ResourceRef(
                  kept.resource().id(), kept.resource().kind().name(), kept.resource().name()),
              Step.DELETE,
              String.valueOf(kept.reason())));
    }
    return failures;
  }
}
