package portico.engine.worker;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.engine.CloudSession;
import portico.engine.EngineSource;
import portico.engine.ProviderHost;
import portico.engine.command.EngineCommand;
import portico.engine.command.EngineProcess;
import portico.engine.state.Checkpoint;
import portico.engine.state.EnvironmentFile;
import portico.operation.EngineFailure;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ProviderKind;

/** Does one operation, from its request to its outcome. */
final class Worker {
  /** How long calls to AWS that are in flight may take to end once the engine is gone. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(60);

  private final Job job;
  private final EngineProcess process = new EngineProcess();

  Worker(Job job) {
    this.job = job;
  }

  /** Never throws for what can happen to a user; whatever happens, the outcome tells the truth. */
  Outcome run() {
    try {
      boolean restored = new Preparation(job).run();
      EngineSource.Answer.Found engine = engine();
      try (CloudSession session =
          job.parts().sessions().open(job.request().account(), job.request().spec().region())) {
        checkAccount(session);
        return withProvider(session, engine, restored);
      }
    } catch (Stop stopped) {
      return failed(stopped.failures());
    } catch (AutomationException failed) {
      return failed(EngineFailures.of(failed, new EngineEventMapper()));
    } catch (IOException failed) {
      return failed(
          List.of(
              new OperationFailure.NotWritable(job.home().root().toString(), failed.toString())));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return failed(List.of(new OperationFailure.Interrupted("the worker")));
    }
  }

  private EngineSource.Answer.Found engine() throws Stop {
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.ENGINE));
    EngineSource.Answer answer =
        job.parts()
            .engines()
            .findOrInstall(
                event -> job.journal().write(at -> new OperationEvent.EngineInstall(at, event)),
                job.cancel()::requestedOnce);
    return switch (answer) {
      case EngineSource.Answer.Found found -> found;
      case EngineSource.Answer.Failed(EngineFailure failure) ->
          throw new Stop(new OperationFailure.EngineUnavailable(failure));
    };
  }

  private void checkAccount(CloudSession session) throws Stop {
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.ACCOUNT));
    if (session.catalog().callerIdentity() instanceof Answer.Failed<CallerIdentity>(var failure)) {
      throw new Stop(new OperationFailure.AccountUnusable(failure));
    }
  }

  private Outcome withProvider(
      CloudSession session, EngineSource.Answer.Found engine, boolean restored)
      throws Stop, AutomationException, IOException, InterruptedException {
    if (job.request().provider() == ProviderKind.OFFICIAL) {
      return withEngine(session, engine, OptionalInt.empty(), restored);
    }
    try (ProviderHost provider = session.startProvider()) {
      try {
        return withEngine(session, engine, OptionalInt.of(provider.port()), restored);
      } finally {
        // A killed engine does not end the call that it began: what it makes must be made by now.
        provider.awaitIdle(IN_FLIGHT);
      }
    }
  }

  private Outcome withEngine(
      CloudSession session,
      EngineSource.Answer.Found engine,
      OptionalInt provider,
      boolean restored)
      throws Stop, AutomationException, IOException {
    job.cancel().onRequest(this::cancel);
    Map<String, String> environment = EngineEnvironment.of(job, session, provider, System.getenv());
    EngineCommand command =
        new EngineCommand(
            new EngineCommand.Settings(
                engine.binary(),
                engine.version(),
                job.request().environment().value(),
                environment,
                job.folder().path()),
            process);
    rememberWhatIsWanted();
    Repair repair = new Repair(job, session);
    if (job.request().kind().changesState()) {
      repair.releaseLocks();
    }
    WorkspaceStack stack = EngineStack.open(job, session, command, environment);
    EngineRun run = new EngineRun(job, stack, process);
    if (job.request().kind().changesState()) {
      repair.settlePending(run, restored);
    }
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.RUNNING));
    EngineEventMapper seen = run.operation();
    if (job.request().kind() == OperationKind.DESTROY) {
      new Sweep(job, session).run();
    }
    return verified(seen);
  }

  private void cancel(int times) {
    job.journal().write(at -> new OperationEvent.CancelRequested(at, times));
    process.stop();
  }

  private void rememberWhatIsWanted() throws IOException {
    if (job.request().kind() == OperationKind.DEPLOY) {
      new EnvironmentFile(job.home().environment(job.request().environment())).write(job.request());
    }
  }

  private Outcome verified(EngineEventMapper seen) throws Stop, IOException {
    if (!job.request().kind().changesState()) {
      return new Outcome.Succeeded(new TreeMap<>(), seen.changes());
    }
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.VERIFYING));
    Path file = job.stacks().checkpointFile(job.request().environment());
    Optional<Checkpoint> checkpoint;
    try {
      checkpoint = job.stacks().checkpoint(job.request().environment());
    } catch (Checkpoint.Unreadable damaged) {
      throw new Stop(
          new OperationFailure.StateDamaged(file.toString(), job.copies().restore(file)));
    }
    if (checkpoint.isEmpty()) {
      throw new Stop(new OperationFailure.StateDamaged(file.toString(), false));
    }
    job.copies().keep(file);
    if (job.request().kind() == OperationKind.DESTROY) {
      forget(checkpoint.get());
    }
    return new Outcome.Succeeded(checkpoint.get().outputs(), seen.changes());
  }

  /** A destroyed environment is no environment any more; its journals stay. */
  private void forget(Checkpoint checkpoint) throws IOException {
    if (checkpoint.resources().isEmpty() && checkpoint.pending().isEmpty()) {
      job.stacks().delete(job.request().environment());
      new EnvironmentFile(job.home().environment(job.request().environment())).delete();
    }
  }

  private Outcome failed(List<OperationFailure> failures) {
    int resources = resourcesLeft();
    boolean onlyEngineWords =
        failures.stream()
            .allMatch(
                failure ->
                    failure instanceof OperationFailure.EngineError
                        || failure instanceof OperationFailure.ResourceRefused
                        || failure instanceof OperationFailure.Interrupted
                        || failure
                            instanceof
                            OperationFailure.EngineUnavailable(EngineFailure.Cancelled cancelled));
    if (job.cancel().requestedOnce() && onlyEngineWords) {
      return new Outcome.Cancelled(resources);
    }
    return new Outcome.Failed(failures, resources);
  }

  private int resourcesLeft() {
    if (!job.request().kind().changesState()) {
      return 0;
    }
    try {
      return job.stacks()
          .checkpoint(job.request().environment())
          .map(checkpoint -> checkpoint.resources().size())
          .orElse(0);
    } catch (IOException | Checkpoint.Unreadable unknown) {
      return -1;
    }
  }

  /** Since when this worker works. */
  Instant startedAt() {
    return job.request().requestedAt();
  }
}
