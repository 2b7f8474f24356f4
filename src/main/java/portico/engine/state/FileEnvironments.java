package portico.engine.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.environment.Environments;
import portico.model.EnvironmentName;
import portico.operation.OperationEvent;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ProviderKind;

/**
 * Environments read from the file backend and the journals; no engine is needed to know the truth.
 */
public final class FileEnvironments implements Environments {
  /** A first deployment that has left no state yet is among the newest operations. */
  private static final int LOOKED_AT = 20;

  private final Home home;
  private final StackFiles stacks;
  private final Operations operations;

  public FileEnvironments(Home home, Operations operations) {
    this.home = home;
    this.stacks = new StackFiles(home.stateFolder());
    this.operations = operations;
  }

  @Override
  public List<Environment> list() {
    TreeSet<String> names = new TreeSet<>();
    stacks.names().forEach(name -> names.add(name.value()));
    try (Stream<Path> folders = Files.list(home.environments())) {
      folders
          .filter(folder -> Files.exists(folder.resolve("environment.json")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .forEach(names::add);
    } catch (IOException noneYet) {
      // Before the first deploy there is no such folder.
    }
    operations.recent(LOOKED_AT).stream()
        .filter(each -> each.status() instanceof OperationStatus.Running)
        .filter(each -> each.request().kind().changesState())
        .forEach(each -> names.add(each.request().environment().value()));
    return names.stream()
        .flatMap(name -> EnvironmentName.parse(name).stream())
        .flatMap(name -> find(name).stream())
        .toList();
  }

  @Override
  public Optional<Environment> find(EnvironmentName name) {
    Optional<OperationRequest> wanted = new EnvironmentFile(home.environment(name)).read();
    Optional<OperationRecord> last = lastChange(name);
    boolean firstDeployRuns =
        last.isPresent() && last.get().status() instanceof OperationStatus.Running;
    if (!stacks.exists(name) && wanted.isEmpty() && !firstDeployRuns) {
      return Optional.empty();
    }
    Checkpoint nothing = new Checkpoint(new TreeMap<>(), List.of(), List.of());
    CheckpointCopies copies = new CheckpointCopies(home.environment(name).resolve("checkpoints"));
    try {
      if (!stacks.exists(name) && wanted.isPresent() && copies.holdResources()) {
        return Optional.of(environment(name, damaged(name, copies), wanted, last, nothing));
      }
      Checkpoint checkpoint = stacks.checkpoint(name).orElse(nothing);
      return Optional.of(environment(name, state(checkpoint, last), wanted, last, checkpoint));
    } catch (IOException | Checkpoint.Unreadable damaged) {
      return Optional.of(environment(name, damaged(name, copies), wanted, last, nothing));
    }
  }

  private EnvironmentState damaged(EnvironmentName name, CheckpointCopies copies) {
    return new EnvironmentState.Damaged(stacks.checkpointFile(name).toString(), copies.any());
  }

  private Environment environment(
      EnvironmentName name,
      EnvironmentState state,
      Optional<OperationRequest> wanted,
      Optional<OperationRecord> last,
      Checkpoint checkpoint) {
    Optional<OperationRequest> request = wanted.or(() -> last.map(OperationRecord::request));
    return new Environment(
        name,
        state,
        request.map(OperationRequest::spec),
        request.map(OperationRequest::account),
        request.map(OperationRequest::provider).orElse(ProviderKind.OFFICIAL),
        checkpoint.outputs(),
        checkpoint.resources(),
        stacks.lastChange(name),
        FileDeadlines.find(home, name, operations.history(name)));
  }

  /**
   * The newest operation that may have changed something. Previews do not count, nor does what
   * ended before its engine began, such as for want of credentials.
   */
  private Optional<OperationRecord> lastChange(EnvironmentName name) {
    return operations.history(name).stream()
        .filter(operation -> operation.request().kind().changesState())
        .filter(this::runsOrRan)
        .findFirst();
  }

  private boolean runsOrRan(OperationRecord operation) {
    return operation.status() instanceof OperationStatus.Running
        || operations.journal(operation.request().id()).stream()
            .anyMatch(
                event ->
                    event instanceof OperationEvent.PhaseStarted(var at, Phase phase)
                        && (phase == Phase.REPAIRING || phase == Phase.RUNNING));
  }

  private static EnvironmentState state(Checkpoint checkpoint, Optional<OperationRecord> last) {
    if (last.isEmpty()) {
      return checkpoint.resources().isEmpty()
          ? new EnvironmentState.Empty()
          : new EnvironmentState.Deployed();
    }
    OperationRequest request = last.get().request();
    return switch (last.get().status()) {
      case OperationStatus.Running(var pid) ->
          new EnvironmentState.Working(request.id(), request.kind());
      case OperationStatus.Interrupted() ->
          incomplete(request, EnvironmentState.Reason.INTERRUPTED);
      case OperationStatus.Finished(var result) ->
          switch (result.outcome()) {
            case Outcome.Succeeded succeeded ->
                checkpoint.resources().isEmpty()
                    ? new EnvironmentState.Empty()
                    : new EnvironmentState.Deployed();
            case Outcome.Cancelled cancelled ->
                incomplete(request, EnvironmentState.Reason.CANCELLED);
            case Outcome.Failed failed -> incomplete(request, EnvironmentState.Reason.FAILED);
          };
    };
  }

  private static EnvironmentState incomplete(
      OperationRequest request, EnvironmentState.Reason reason) {
    return new EnvironmentState.Incomplete(Optional.of(request.id()), reason);
  }

  @Override
  public boolean forget(EnvironmentName name) {
    try {
      Path lockFile = home.environmentLock(name);
      Files.createDirectories(lockFile.getParent());
      try (FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        FileLock lock = channel.tryLock();
        Optional<Checkpoint> checkpoint = stacks.checkpoint(name);
        boolean holdsNothing =
            checkpoint
                .map(each -> each.resources().isEmpty() && each.pending().isEmpty())
                .orElse(true);
        if (lock == null || !holdsNothing) {
          return false;
        }
        stacks.delete(name);
        new EnvironmentFile(home.environment(name)).delete();
        new FileApiKeys(home).forget(name);
        FileDeadlines.forget(home, name);
        return true;
      }
    } catch (IOException | Checkpoint.Unreadable refused) {
      return false;
    }
  }
}
