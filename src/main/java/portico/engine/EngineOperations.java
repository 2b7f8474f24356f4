package portico.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;
import portico.operation.journal.JournalReader;
import portico.operation.journal.OperationFolder;

/** Operations as worker processes over the home folder. */
public final class EngineOperations implements Operations {
  private final Home home;
  private final WorkerLauncher launcher;
  private final Clock clock;
  private final OperationLiveness liveness = new OperationLiveness();

  /** What is over hardly ever changes, and lists are read again every few seconds. */
  private final Map<OperationId, Known> over = new ConcurrentHashMap<>();

  /** An operation that is over, as read under a stamp of its folder. */
  private record Known(String stamp, OperationRecord operation) {}

  public EngineOperations(Home home, WorkerLauncher launcher, Clock clock) {
    this.home = home;
    this.launcher = launcher;
    this.clock = clock;
  }

  @Override
  public StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return start(kind, environment, spec, account, provider, Optional.empty());
  }

  @Override
  public StartAnswer renewKey(
      String keyName,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider) {
    return start(OperationKind.DEPLOY, environment, spec, account, provider, Optional.of(keyName));
  }

  private StartAnswer start(
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider,
      Optional<String> renewedKey) {
    if (kind == OperationKind.DEPLOY || kind == OperationKind.PREVIEW) {
      List<Violation> violations = SpecRules.check(spec);
      if (!violations.isEmpty()) {
        return new StartAnswer.Refused(new OperationFailure.InvalidSpec(violations));
      }
    }
    Optional<OperationFailure> busy = new PreviewYield(this).clearWay(environment);
    if (busy.isPresent()) {
      return new StartAnswer.Refused(busy.get());
    }
    OperationId id =
        OperationId.create(clock.instant(), ThreadLocalRandom.current().nextInt(0x10000));
    try {
      home.create();
      OperationFolder folder = new OperationFolder(home.operation(id));
      Files.createDirectories(folder.path());
      folder.writeRequest(
          new OperationRequest(
              id, kind, environment, spec, account, provider, clock.instant(), renewedKey));
      return launched(folder);
    } catch (IOException refused) {
      return new StartAnswer.Refused(OperationFailure.NotWritable.of(home.root(), refused));
    }
  }

  private StartAnswer launched(OperationFolder folder) throws IOException {
    Process worker;
    try {
      worker = launcher.start(folder);
    } catch (IOException notStarted) {
      folder.forget();
      return new StartAnswer.Refused(
          new OperationFailure.WorkerFailed(String.valueOf(notStarted.getMessage())));
    }
    Files.writeString(folder.workerPid(), Long.toString(worker.pid()));
    return new StartAnswer.Started(folder.id());
  }

  @Override
  public Optional<OperationRecord> find(OperationId id) {
    OperationFolder folder = new OperationFolder(home.operation(id));
    Optional<String> stamp = folder.stamp();
    Known known = over.get(id);
    if (known != null && stamp.equals(Optional.of(known.stamp()))) {
      return Optional.of(known.operation());
    }
    Optional<OperationRecord> read =
        folder.request().map(request -> new OperationRecord(request, status(folder, request)));
    read.filter(record -> record.status() instanceof OperationStatus.Finished)
        .ifPresent(record -> stamp.ifPresent(each -> over.put(id, new Known(each, record))));
    return read;
  }

  private OperationStatus status(OperationFolder folder, OperationRequest request) {
    return liveness.of(folder, request, clock.instant());
  }

  @Override
  public List<OperationRecord> history(EnvironmentName environment) {
    try (Stream<OperationRecord> records = records()) {
      return records.filter(record -> record.request().environment().equals(environment)).toList();
    }
  }

  @Override
  public List<OperationRecord> recent(int limit) {
    try (Stream<OperationRecord> records = records()) {
      return records.limit(limit).toList();
    }
  }

  private Stream<OperationRecord> records() {
    List<OperationId> ids;
    try (Stream<Path> folders = Files.list(home.operations())) {
      ids =
          folders
              .map(folder -> String.valueOf(folder.getFileName()))
              .filter(OperationId::isId)
              .map(OperationId::new)
              .sorted(Comparator.reverseOrder())
              .toList();
    } catch (IOException noneYet) {
      return Stream.empty();
    }
    return ids.stream().flatMap(id -> find(id).stream());
  }

  @Override
  public List<OperationEvent> journal(OperationId id) {
    return new JournalReader(new OperationFolder(home.operation(id)).events()).more();
  }

  @Override
  public Subscription follow(OperationId id, OperationListener listener) {
    JournalFollower follower =
        new JournalFollower(
            new OperationFolder(home.operation(id)),
            listener,
            () -> find(id).map(OperationRecord::status).orElse(new OperationStatus.Interrupted()));
    follower.start();
    return follower;
  }

  @Override
  public void cancel(OperationId id) {
    Optional<OperationRecord> operation = find(id);
    if (operation.isEmpty() || !(operation.get().status() instanceof OperationStatus.Running)) {
      return;
    }
    try {
      Files.write(
          new OperationFolder(home.operation(id)).cancelRequests(),
          new byte[] {'!'},
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
