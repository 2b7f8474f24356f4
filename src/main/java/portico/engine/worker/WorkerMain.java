package portico.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.Outcome;
import portico.operation.journal.JournalWriter;
import portico.operation.journal.OperationFolder;

/** The worker process: takes the locks, does the operation and leaves its result. */
public final class WorkerMain {
  private final Home home;
  private final OperationFolder folder;
  private final WorkerParts parts;

  public WorkerMain(Home home, OperationFolder folder, WorkerParts parts) {
    this.home = home;
    this.folder = folder;
    this.parts = parts;
  }

  /**
   * Runs to the end.
   *
   * @return the process's exit code: 0 when there is a result, whatever it says
   */
  public int run() throws IOException {
    LoopbackServers.install();
    BusyLoopBrake.install();
    try (FileChannel channel = open(folder.workerLock())) {
      FileLock alive = channel.tryLock();
      Optional<OperationRequest> request = folder.request();
      if (alive == null || request.isEmpty() || folder.result().isPresent()) {
        return 1;
      }
      Outcome outcome = outcome(request.get());
      deleteScratch();
      folder.writeResult(
          new OperationResult(
              folder.id(), request.get().requestedAt(), parts.clock().instant(), outcome));
      return 0;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Outcome outcome(OperationRequest request) {
    try {
      return locked(request);
    } catch (IOException refused) {
      return new Outcome.Failed(
          List.of(
              OperationFailure.NotWritable.of(home.environment(request.environment()), refused)),
          -1);
    }
  }

  private Outcome locked(OperationRequest request) throws IOException {
    Path lockFile = home.environmentLock(request.environment());
    Files.createDirectories(lockFile.getParent());
    try (FileChannel channel = open(lockFile)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return new Outcome.Failed(List.of(busy(lockFile)), -1);
      }
      Files.writeString(
          lockFile.resolveSibling("lock.owner"),
          ProcessHandle.current().pid() + " " + Instant.now());
      return work(request);
    }
  }

  private static OperationFailure busy(Path lockFile) {
    try {
      String[] owner = Files.readString(lockFile.resolveSibling("lock.owner")).strip().split(" ");
      return new OperationFailure.EnvironmentBusy(
          OptionalLong.of(Long.parseLong(owner[0])),
          Optional.of(Instant.parse(owner[1])),
          Optional.empty());
    } catch (IOException | RuntimeException unreadable) {
      return new OperationFailure.EnvironmentBusy(
          OptionalLong.empty(), Optional.empty(), Optional.empty());
    }
  }

  private Outcome work(OperationRequest request) throws IOException {
    try (JournalWriter journal = JournalWriter.append(folder.events(), parts.clock());
        CancelWatch cancel = new CancelWatch(folder.cancelRequests())) {
      try {
        return new Worker(new Job(home, folder, request, journal, cancel, parts)).run();
      } catch (RuntimeException defect) {
        tell(journal, defect);
        return new Outcome.Failed(
            List.of(new OperationFailure.WorkerFailed(defect.toString())), -1);
      }
    }
  }

  private static void tell(JournalWriter journal, RuntimeException defect) {
    try {
      journal.write(
          at ->
              new OperationEvent.Diagnostic(
                  at, OperationEvent.Severity.ERROR, Optional.empty(), defect.toString()));
    } catch (UncheckedIOException full) {
      // The result says it too.
      return;
    }
  }

  private void deleteScratch() throws IOException {
    if (!Files.exists(folder.scratchState())) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder.scratchState())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
