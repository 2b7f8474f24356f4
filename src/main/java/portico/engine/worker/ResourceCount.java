package portico.engine.worker;

import java.io.IOException;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.ExistingResources;
import portico.engine.state.Checkpoint;

/** How many resources of an environment exist after an operation that did not succeed. */
final class ResourceCount {
  private static final int UNKNOWN = -1;

  private final Job job;

  ResourceCount(Job job) {
    this.job = job;
  }

  /** How many the state holds; -1 when it cannot be told, or when more may exist. */
  int inState() {
    return count(pending -> Optional.empty());
  }

  /**
   * How many exist: those of the state, and those whose creation the engine began and did not live
   * to record; -1 when it cannot be told.
   */
  int existing(ExistingResources existing) {
    return count(
        pending ->
            switch (existing.find(pending.resource().type(), pending.inputs())) {
              case Answer.Found<Optional<String>>(Optional<String> id) ->
                  Optional.of(id.isPresent());
              case Answer.Failed<Optional<String>> failed -> Optional.empty();
            });
  }

  /** Tells whether the thing exists; empty when that is unknown. */
  private interface Look {
    Optional<Boolean> at(Checkpoint.Pending pending);
  }

  private int count(Look look) {
    if (job.usesScratch()) {
      return 0;
    }
    try {
      Optional<Checkpoint> checkpoint = job.stacks().checkpoint(job.request().environment());
      return checkpoint.map(each -> count(each, look)).orElse(0);
    } catch (IOException | Checkpoint.Unreadable unknown) {
      return UNKNOWN;
    }
  }

  private static int count(Checkpoint checkpoint, Look look) {
    int resources = checkpoint.resources().size();
    for (Checkpoint.Pending pending : checkpoint.pending()) {
      if (pending.isCreate()) {
        Optional<Boolean> exists = look.at(pending);
        if (exists.isEmpty()) {
          return UNKNOWN;
        }
        resources += exists.get() ? 1 : 0;
      }
    }
    return resources;
  }
}
