package portico.practice.aws.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Which process runs the data plane of an account: the one that holds a lock on {@code
 * data-plane.lock}. The system gives it up when the process ends, however it does.
 */
final class Lead implements AutoCloseable {
  private final Path file;
  private Optional<FileChannel> channel = Optional.empty();
  private Optional<FileLock> lock = Optional.empty();

  Lead(Path folder) {
    this.file = folder.resolve("data-plane.lock");
  }

  boolean held() {
    return lock.isPresent();
  }

  /** Takes the lead if nobody has it; whether it is had now. */
  boolean take() throws IOException {
    if (channel.isEmpty()) {
      channel =
          Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }
    if (lock.isEmpty()) {
      try {
        lock = Optional.ofNullable(channel.get().tryLock());
      } catch (OverlappingFileLockException heldInThisProcess) {
        return false;
      }
    }
    return lock.isPresent();
  }

  /**
   * Gives the lead up. The channel is closed with it: on POSIX systems that gives up every lock of
   * this process on the file, so whoever does not lead must not even have opened it.
   */
  @Override
  public void close() throws IOException {
    lock = Optional.empty();
    if (channel.isPresent()) {
      channel.get().close();
    }
    channel = Optional.empty();
  }
}
