package portico.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import portico.catalog.Answer;
import portico.catalog.OwnedResource;
import portico.catalog.Removal;
import portico.engine.CloudSession;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;
import portico.program.Ownership;

/**
 * After a destroy: removes what an interrupted run made and never recorded. Only what carries the
 * tags of this environment and this installation is touched.
 */
final class Sweep {
  private final Job job;
  private final CloudSession session;

  Sweep(Job job, CloudSession session) {
    this.job = job;
    this.session = session;
  }

  void run() throws Stop {
    List<OwnedResource> leftovers = leftovers();
    if (leftovers.isEmpty()) {
      return;
    }
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.SWEEPING));
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

  private List<OwnedResource> leftovers() throws Stop {
    try {
      Ownership ownership = new Ownership(job.request().environment(), job.home().installation());
      return switch (session.leftovers().owned(ownership.tags())) {
        case Answer.Found<List<OwnedResource>>(List<OwnedResource> found) -> found;
        case Answer.Failed<List<OwnedResource>>(var failure) ->
            throw new Stop(new OperationFailure.AccountUnusable(failure));
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
