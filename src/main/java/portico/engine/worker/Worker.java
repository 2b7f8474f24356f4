package portico.engine.worker;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.engine.CloudSession;
import portico.engine.EngineSource;
import portico.engine.ProviderHost;
import portico.engine.command.EngineCommand;
import portico.engine.command.EngineProcess;
import portico.engine.state.Checkpoint;
import portico.engine.state.EnvironmentFile;
import portico.engine.state.FileApiKeys;
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

  /** How often the user's wish to end at once is looked at meanwhile. */
  private static final Duration IN_FLIGHT_LOOK = Duration.ofMillis(250);

  private final Job job;
  private final EngineProcess process = new EngineProcess();
  private final ResourceCount resources;
  private final Keys keys;

  Worker(Job job) {
    this.job = job;
    this.resources = new ResourceCount(job);
    this.keys = new Keys(new FileApiKeys(job.home()), job.request());
  }

  /** Never throws for what can happen to a user; whatever happens, the outcome tells the truth. */
  Outcome run() {
    try {
      new Preparation(job).run();
      try (CloudSession session =
          job.parts().sessions().open(job.request().account(), job.request().spec().region())) {
        // AWS is asked while the engine is looked for: neither waits for the other.
        CompletableFuture<Answer<CallerIdentity>> caller = askForCaller(session);
        return inSession(session, engine(), caller);
      }
    } catch (Stop stopped) {
      return failed(stopped.failures(), resources.inState());
    }
  }

  private Outcome inSession(
      CloudSession session,
      EngineSource.Answer.Found engine,
      CompletableFuture<Answer<CallerIdentity>> caller) {
    try {
      checkAccount(caller);
      return withProvider(session, engine);
    } catch (Stop stopped) {
      return failed(stopped.failures(), resources.existing(session.existing()));
    } catch (AutomationException failed) {
      return failed(
          EngineFailures.of(failed, new EngineEventMapper(keys::hidden)),
          resources.existing(session.existing()));
    } catch (IOException failed) {
      return failed(
          List.of(new OperationFailure.WorkerFailed(failed.toString())),
          resources.existing(session.existing()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return failed(List.of(new OperationFailure.Interrupted("the worker")), resources.inState());
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

  private static CompletableFuture<Answer<CallerIdentity>> askForCaller(CloudSession session) {
    CompletableFuture<Answer<CallerIdentity>> asked = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("account-check")
        .start(() -> asked.completeAsync(session.catalog()::callerIdentity, Runnable::run));
    return asked;
  }

  private void checkAccount(CompletableFuture<Answer<CallerIdentity>> asked)
      throws Stop, InterruptedException {
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.ACCOUNT));
    switch (cancellable(asked)) {
      case Answer.Found<CallerIdentity>(CallerIdentity caller) ->
          job.journal().write(at -> new OperationEvent.CallerKnown(at, caller));
      case Answer.Failed<CallerIdentity>(var failure) ->
          throw new Stop(new OperationFailure.AccountUnusable(failure));
    }
  }

  /** An address that does not answer takes a minute to be sure of; who cancels need not wait. */
  private <T> T cancellable(CompletableFuture<T> asked) throws Stop, InterruptedException {
    while (true) {
      try {
        return asked.get(IN_FLIGHT_LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (job.cancel().requestedOnce()) {
          throw new Stop(new OperationFailure.Interrupted("the check of the account"));
        }
      } catch (ExecutionException defect) {
        throw new IllegalStateException(defect.getCause());
      }
    }
  }

  private Outcome withProvider(CloudSession session, EngineSource.Answer.Found engine)
      throws Stop, AutomationException, IOException, InterruptedException {
    if (job.request().provider() == ProviderKind.OFFICIAL) {
      return withEngine(session, engine, OptionalInt.empty());
    }
    try (ProviderHost provider = session.startProvider()) {
      try {
        return withEngine(session, engine, OptionalInt.of(provider.port()));
      } finally {
        // A killed engine does not end the call that it began: what it makes must be made by now.
        awaitIdle(provider);
      }
    }
  }

  private void awaitIdle(ProviderHost provider) throws InterruptedException {
    long deadline = System.nanoTime() + IN_FLIGHT.toNanos();
    while (!provider.awaitIdle(IN_FLIGHT_LOOK)) {
      if (System.nanoTime() > deadline || process.stopsAsked() > 1) {
        return;
      }
    }
  }

  private Outcome withEngine(
      CloudSession session, EngineSource.Answer.Found engine, OptionalInt provider)
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
                job.folder().path(),
                job.parts().limits().firstSign()),
            process);
    rememberWhatIsWanted();
    Repair repair = new Repair(job, session);
    if (job.request().kind().changesState()) {
      repair.releaseLocks();
    }
    WorkspaceStack stack = EngineStack.open(job, session, keys, command, environment);
    EngineRun run = new EngineRun(job, stack, process, keys);
    if (job.request().kind().changesState()) {
      repair.settlePending(run);
    }
    if (job.cancel().requestedOnce()) {
      throw new Stop(new OperationFailure.Interrupted("the engine process"));
    }
    EngineEventMapper seen = operation(run, session);
    return verified(seen);
  }

  private EngineEventMapper operation(EngineRun run, CloudSession session)
      throws Stop, IOException {
    Sweep sweep = new Sweep(job, session);
    new Protection(job, session).check();
    makeKeys(keys::renew);
    boolean destroys = job.request().kind() == OperationKind.DESTROY;
    if (destroys) {
      sweep.unrecordedLoadBalancers();
    }
    job.journal().write(at -> new OperationEvent.PhaseStarted(at, Phase.RUNNING));
    EngineEventMapper seen = run.operation();
    if (destroys) {
      sweep.everything();
    }
    return seen;
  }

  private void cancel(int times) {
    process.stop();
    job.journal().write(at -> new OperationEvent.CancelRequested(at, times));
  }

  private void rememberWhatIsWanted() throws IOException {
    if (job.request().kind() == OperationKind.DEPLOY) {
      new EnvironmentFile(job.home().environment(job.request().environment())).write(job.request());
      makeKeys(keys::prepare);
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
    keepCopy(file);
    if (job.request().kind() == OperationKind.DESTROY) {
      forget(checkpoint.get());
    }
    return new Outcome.Succeeded(checkpoint.get().outputs(), seen.changes());
  }

  /** Without a copy all is well too: the state itself was just read. */
  private void keepCopy(Path file) {
    try {
      job.copies().keep(file);
    } catch (IOException full) {
      return;
    }
  }

  /** A destroyed environment is no environment any more; its journals stay. */
  private void forget(Checkpoint checkpoint) throws IOException {
    if (checkpoint.resources().isEmpty() && checkpoint.pending().isEmpty()) {
      job.stacks().delete(job.request().environment());
      new EnvironmentFile(job.home().environment(job.request().environment())).delete();
      new FileApiKeys(job.home()).forget(job.request().environment());
    }
  }

  private static void makeKeys(Runnable making) throws IOException {
    try {
      making.run();
    } catch (UncheckedIOException refused) {
      throw refused.getCause();
    }
  }

  private Outcome failed(List<OperationFailure> failures, int resources) {
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
}
