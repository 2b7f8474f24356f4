package portico.practice.aws.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account's state in a folder that several processes use at once. A transaction holds a lock on
 * {@code state.lock} across processes, reads {@code state.json} (only if it changed), and replaces
 * it whole by a synced temporary file, so a process killed at any moment leaves either the old
 * state or the new one.
 */
public final class StateStore implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path file;
  private final Path temporary;
  private final Path lockFile;
  private final Supplier<Account> seed;
  private final JsonMapper json = new JsonMapper();
  private final Fragments fragments = new Fragments();
  private final ReentrantLock lock = new ReentrantLock(true);
  private Optional<Snapshot> known = Optional.empty();
  private Optional<FileChannel> lockChannel = Optional.empty();

  /**
   * Tells one state file from another. The generation stands in the lock file and is counted up
   * before each write, because size and time can be the same for two writes in quick succession;
   * those are for a file that somebody else has put there.
   */
  private record Stamp(long generation, long size, FileTime modified) {}

  private record Snapshot(Stamp stamp, Account account) {}

  /** Of a state file, only what tells how to read the rest. */
  private record Form(int format) {}

  /**
   * A store in a folder that exists.
   *
   * @param seed the account to begin with when the folder holds no state
   */
  public StateStore(Path directory, Supplier<Account> seed) {
    this.file = directory.resolve("state.json");
    this.temporary = directory.resolve("state.json.new");
    this.lockFile = directory.resolve("state.lock");
    this.seed = seed;
  }

  /** The file that holds the state; every change replaces it whole. */
  public Path file() {
    return file;
  }

  /** Makes the folder, for its owner only, if it is missing. */
  public static void createFolder(Path directory) throws IOException {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.isDirectory(directory)) {
      return;
    }
    if (!posix) {
      Files.createDirectories(directory);
      return;
    }
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
  }

  /** What a transaction leaves: its result and the account as it shall be from then on. */
  public record Change<R>(R result, Account account) {}

  /**
   * Runs one transaction. Nothing is kept if {@code work} throws, and nothing is written if it
   * returns an equal account.
   *
   * @throws IOException when the state cannot be read or written, or stays locked for 20 s
   */
  public <R> R transact(Function<Account, Change<R>> work) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    acquireWithin(PATIENCE);
    try (FileLock _ = lockAcrossProcesses(openLock(), deadline)) {
      Snapshot before = read();
      Change<R> change = work.apply(before.account());
      if (!change.account().equals(before.account())) {
        write(change.account());
      }
      return change.result();
    } finally {
      lock.unlock();
    }
  }

  private void acquireWithin(Duration patience) throws IOException {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the state stays locked by another request");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the state", stopped);
    }
  }

  /**
   * Kept open: on POSIX systems closing any channel of a file gives up every lock that the process
   * has on it, so a close after each transaction could take away the lock of another store.
   */
  private FileChannel openLock() throws IOException {
    if (lockChannel.isEmpty() || !lockChannel.get().isOpen()) {
      lockChannel =
          Optional.of(
              FileChannel.open(
                  lockFile,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
    }
    return lockChannel.get();
  }

  /** Gives up the folder; a later transaction takes it up again. */
  @Override
  public void close() throws IOException {
    acquireWithin(PATIENCE);
    try {
      if (lockChannel.isPresent()) {
        lockChannel.get().close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Polls, because a blocking lock has no limit and refuses a second store in this process. */
  private FileLock lockAcrossProcesses(FileChannel channel, long deadline) throws IOException {
    for (long pause = 50_000; ; pause = Math.min(pause * 2, 2_000_000)) {
      try {
        FileLock acquired = channel.tryLock();
        if (acquired != null) {
          return acquired;
        }
      } catch (OverlappingFileLockException heldInThisProcess) {
        // Another store over the same folder holds it: wait like for another process.
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("another process keeps " + lockFile.getFileName() + " locked");
      }
      LockSupport.parkNanos(pause);
    }
  }

  private Snapshot read() throws IOException {
    try {
      Stamp stamp = stamp();
      if (known.isEmpty() || !known.get().stamp().equals(stamp)) {
        known = Optional.of(new Snapshot(stamp, parse(Files.readString(file))));
      }
      return known.get();
    } catch (MalformedInputException damaged) {
      throw new IOException(file + " is damaged: it is not UTF-8", damaged);
    } catch (NoSuchFileException missing) {
      return write(seed.get());
    }
  }

  private Stamp stamp() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(generation(), attributes.size(), attributes.lastModifiedTime());
  }

  /** Only while the lock is held. A lock file that holds no number yet counts as 0. */
  private long generation() throws IOException {
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    int length = openLock().read(number, 0);
    return length == Long.BYTES ? number.getLong(0) : 0;
  }

  /** Before the write, so that one that is cut short makes others read once more, not once less. */
  private void countUp() throws IOException {
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES).putLong(0, generation() + 1);
    int _ = openLock().write(number, 0);
  }

  private Account parse(String text) throws IOException {
    try {
      int format = json.readValue(text, Form.class).format();
      if (format == Account.FORMAT) {
        return json.readValue(text, Account.class);
      }
      if (format >= 1 && format < Account.FORMAT) {
        return json.treeToValue(upgraded(json.readTree(text), format), Account.class);
      }
      throw new IOException(file + " is not in the form this version reads");
    } catch (JacksonException broken) {
      throw new IOException(file + " is damaged: " + broken.getOriginalMessage(), broken);
    }
  }

  /**
   * What earlier forms did not have is as in a new account; the first two could not change buckets.
   */
  private JsonNode upgraded(JsonNode old, int format) {
    JsonNode fresh = json.valueToTree(seed.get());
    fill(old, fresh);
    for (Map.Entry<String, JsonNode> region : old.path("regions").properties()) {
      JsonNode freshRegion = fresh.path("regions").path(region.getKey());
      if (format < 3 && region.getValue() instanceof ObjectNode object) {
        object.set("buckets", freshRegion.path("buckets"));
      }
      fill(region.getValue(), freshRegion);
    }
    return ((ObjectNode) old).put("format", Account.FORMAT);
  }

  private static void fill(JsonNode stored, JsonNode fresh) {
    for (Map.Entry<String, JsonNode> each : fresh.properties()) {
      if (stored instanceof ObjectNode object && !object.has(each.getKey())) {
        object.set(each.getKey(), each.getValue());
      }
    }
  }

  private Snapshot write(Account account) throws IOException {
    String text = fragments.write(account);
    countUp();
    try (FileChannel out =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = StandardCharsets.UTF_8.encode(text);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Snapshot written = new Snapshot(stamp(), account);
    known = Optional.of(written);
    return written;
  }
}
