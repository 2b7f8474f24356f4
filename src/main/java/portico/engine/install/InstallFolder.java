package portico.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import portico.operation.EngineFailure;

/**
 * The cache folder while this process alone may change it. New engines grow in a temporary folder
 * beside their target and are renamed in whole.
 */
final class InstallFolder implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TEMPORARY = ".new-";
  private static final int RENAME_ATTEMPTS = 10;

  private final Path folder;
  private final Platform platform;

  private InstallFolder(Path folder, Platform platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /** Where the pinned engine is in a cache, whether or not it is there. */
  static Path binary(Path cache, Platform platform) {
    return cache.resolve(EngineVersion.PINNED.toString()).resolve(platform.program("pulumi"));
  }

  /**
   * Makes the folder where it is missing and does the work in it with the lock held, after removing
   * what an earlier process left half-done.
   *
   * @param waiting told once, when another process holds the lock
   */
  static EngineAnswer locked(
      EngineSettings settings,
      BooleanSupplier cancelled,
      Runnable waiting,
      Function<InstallFolder, EngineAnswer> work) {
    Path folder = settings.installInto();
    Path lock = lockFile(folder);
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        Optional<EngineFailure> failure =
            acquire(channel, lock, settings.limits().otherInstallation(), cancelled, waiting);
        if (failure.isPresent()) {
          return new EngineAnswer.Failed(failure.get());
        }
        try (var installFolder = new InstallFolder(folder, settings.platform())) {
          installFolder.removeTemporaries();
          return work.apply(installFolder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return new EngineAnswer.Failed(new EngineFailure.NotWritable(folder, String.valueOf(e)));
    }
  }

  static Path lockFile(Path folder) {
    return folder.resolve(".lock");
  }

  private static Optional<EngineFailure> acquire(
      FileChannel channel, Path lock, Duration limit, BooleanSupplier cancelled, Runnable waiting)
      throws IOException {
    long begin = System.nanoTime();
    boolean told = false;
    while (!cancelled.getAsBoolean()) {
      if (tryLock(channel).isPresent()) {
        return Optional.empty();
      }
      if (!told) {
        waiting.run();
        told = true;
      }
      if (System.nanoTime() - begin > limit.toNanos()) {
        return Optional.of(new EngineFailure.Busy(lock, limit));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return Optional.of(new EngineFailure.Cancelled());
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds it.
      return Optional.empty();
    }
  }

  /** A new empty folder on the disk of the target. */
  Path temporary() throws IOException {
    return Files.createTempDirectory(folder, TEMPORARY);
  }

  /** Renames a folder that holds a whole engine to its place; gives the binary's new path. */
  Path publish(Path whole) throws IOException {
    Path target = folder.resolve(EngineVersion.PINNED.toString());
    if (Files.exists(target)) {
      // Only an engine that does not run is replaced: see EngineInstaller.
      Files.move(target, temporary().resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
    }
    move(whole, target);
    return binary(folder, platform);
  }

  /** Virus scanners on Windows hold new programs open for a moment. */
  private static void move(Path from, Path to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (IOException e) {
        if (attempt == RENAME_ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** Lets everyone run the program, whatever the umask, where the file system knows permissions. */
  static void makeExecutable(Path binary) throws IOException {
    FileStore store = Files.getFileStore(binary);
    if (store.supportsFileAttributeView("posix")) {
      var executable = PosixFilePermissions.fromString("rwxr-xr-x");
      Files.setPosixFilePermissions(binary, executable);
      for (Path parent : Optional.ofNullable(binary.getParent()).stream().toList()) {
        Files.setPosixFilePermissions(parent, executable);
      }
    }
  }

  /** Deletes what can be deleted; the rest goes when the next process has the lock. */
  private void removeTemporaries() {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> temporaries =
          entries.filter(entry -> entry.getFileName().toString().startsWith(TEMPORARY)).toList();
      temporaries.forEach(InstallFolder::delete);
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException | UncheckedIOException e) {
      // On Windows a program that just ended can still be open.
      return;
    }
  }

  /** Removes everything unfinished; the lock goes with the channel. */
  @Override
  public void close() {
    removeTemporaries();
  }
}
