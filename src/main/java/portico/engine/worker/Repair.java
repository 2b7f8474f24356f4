package portico.engine.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import portico.catalog.Answer;
import portico.engine.CloudSession;
import portico.engine.state.Checkpoint;
import portico.engine.state.PendingCreates;
import portico.engine.state.StackLocks;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.Phase;

/** Settles what an interrupted operation left behind, before the next one starts. */
final class Repair {
  private static final Duration ORPHAN_LIMIT = Duration.ofMinutes(11);
  private static final int POLL_MILLIS = 250;

  private final Job job;
  private final CloudSession session;
  private boolean announced;

  Repair(Job job, CloudSession session) {
    this.job = job;
    this.session = session;
  }

  /**
   * Releases the locks of engines that are gone. An engine whose worker was killed is still saving
   * its state: it is waited for.
   */
  void releaseLocks() throws Stop {
    StackLocks locks = new StackLocks(job.stacks().locks(job.request().environment()));
    for (StackLocks.Lock lock : locks.all()) {
      announce();
      switch (lock.owner()) {
        case ELSEWHERE -> throw busy(lock);
        case ALIVE -> awaitEnd(lock);
        case DEAD -> {
          // What `pulumi cancel` would do, and nothing more.
        }
      }
      try {
        locks.remove(lock);
      } catch (IOException refused) {
        throw new Stop(OperationFailure.NotWritable.of(lock.file(), refused));
      }
      repaired("Released the lock of engine process " + lock.pid() + ", which is gone.");
    }
  }

  private static Stop busy(StackLocks.Lock lock) {
    return new Stop(
        new OperationFailure.EnvironmentBusy(
            OptionalLong.of(lock.pid()), lock.since(), Optional.of(lock.hostName())));
  }

  private void awaitEnd(StackLocks.Lock lock) throws Stop {
    long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
    while (StackLocks.isEngine(lock.pid())) {
      if (System.nanoTime() > deadline || job.cancel().requestedOnce()) {
        throw busy(lock);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw busy(lock);
      }
    }
  }

  /**
   * Settles operations without a known end: a create that came through is recorded, any other is
   * forgotten; everything else is read again. So is a state that is an older copy.
   */
  void settlePending(EngineRun run) throws Stop, IOException {
    List<Checkpoint.Pending> pending = pending();
    if (pending.isEmpty() && !job.copies().restored()) {
      return;
    }
    announce();
    Map<String, String> made = new HashMap<>();
    for (Checkpoint.Pending operation : pending) {
      if (operation.isCreate()) {
        find(operation).ifPresent(id -> made.put(operation.resource().urn(), id));
      }
    }
    PendingCreates.record(job.stacks().checkpointFile(job.request().environment()), made);
    run.settle();
    job.copies().settled();
    for (Checkpoint.Pending operation : pending) {
      repaired(
          "Settled an open operation (%s) of %s."
              .formatted(operation.operation(), operation.resource().name()));
    }
  }

  private List<Checkpoint.Pending> pending() throws Stop {
    try {
      return job.stacks()
          .checkpoint(job.request().environment())
          .map(Checkpoint::pending)
          .orElse(List.of());
    } catch (IOException | Checkpoint.Unreadable unreadable) {
      throw new Stop(
          new OperationFailure.StateDamaged(
              job.stacks().checkpointFile(job.request().environment()).toString(), false));
    }
  }

  private Optional<String> find(Checkpoint.Pending operation) throws Stop {
    return switch (session.existing().find(operation.resource().type(), operation.inputs())) {
      case Answer.Found<Optional<String>>(Optional<String> id) -> id;
      case Answer.Failed<Optional<String>>(var failure) ->
          throw new Stop(new OperationFailure.AccountUnusable(failure));
    };
  }

  private void announce() {
    if (!announced) {
      announced = true;
      job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.REPAIRING));
    }
  }

  private void repaired(String text) {
    job.journal().write(at -> new OperationEvent.Repaired(at, text));
  }
}
