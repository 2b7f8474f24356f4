package portico.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.journal.OperationFolder;

/**
 * Whether an operation's worker lives, told by the lock it holds: the system releases it with the
 * process, however that ends, and no other process can be mistaken for it.
 */
final class OperationLiveness {
  /** From the request until the worker has its lock: a JVM's start on a busy machine. */
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  OperationStatus of(OperationFolder folder, OperationRequest request, Instant now) {
    Optional<OperationResult> result = folder.result();
    if (result.isPresent()) {
      return new OperationStatus.Finished(result.get());
    }
    boolean alive = isLocked(folder);
    // The worker may have ended between the two looks.
    Optional<OperationResult> late = folder.result();
    if (late.isPresent()) {
      return new OperationStatus.Finished(late.get());
    }
    OptionalLong pid = pid(folder);
    boolean starting =
        now.isBefore(request.requestedAt().plus(START_LIMIT)) && (pid.isEmpty() || lives(pid));
    return alive || starting ? new OperationStatus.Running(pid) : new OperationStatus.Interrupted();
  }

  private static boolean lives(OptionalLong pid) {
    return ProcessHandle.of(pid.getAsLong()).filter(ProcessHandle::isAlive).isPresent();
  }

  /** A JVM may not hold two locks on one file, so its threads take turns. */
  private static synchronized boolean isLocked(OperationFolder folder) {
    try (FileChannel channel = FileChannel.open(folder.workerLock(), StandardOpenOption.READ)) {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      return lock == null;
    } catch (NoSuchFileException notYet) {
      return false;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static OptionalLong pid(OperationFolder folder) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(folder.workerPid()).strip()));
    } catch (IOException | NumberFormatException notYet) {
      return OptionalLong.empty();
    }
  }
}
