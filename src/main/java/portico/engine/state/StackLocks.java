package portico.engine.state;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The locks that the engine puts on a stack while it changes it, and leaves behind when it is
 * killed.
 */
public final class StackLocks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final String host;

  public StackLocks(Path folder) {
    this.folder = folder;
    this.host = localHost();
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException unresolvable) {
      return kernelHost();
    }
  }

  /** A name that no name service knows is none the less what the engine writes into its locks. */
  private static String kernelHost() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException unknown) {
      return "";
    }
  }

  /**
   * A lock.
   *
   * @param owner whether the process that took it lives, as far as this machine can tell
   */
  public record Lock(Path file, long pid, String hostName, Optional<Instant> since, Owner owner) {}

  /** Who holds a lock. */
  public enum Owner {
    ALIVE,
    DEAD,
    /** On another machine, so nothing can be said. */
    ELSEWHERE
  }

  /** All locks on the stack. */
  public List<Lock> all() {
    List<Lock> locks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        locks.add(read(file));
      }
    } catch (IOException none) {
      return List.of();
    }
    return locks;
  }

  private Lock read(Path file) {
    JsonNode json;
    try {
      json = JSON.readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException unreadable) {
      return new Lock(file, -1, host, Optional.empty(), Owner.DEAD);
    }
    long pid = json.path("pid").asLong(-1);
    String hostName = json.path("hostname").asString("");
    Owner owner = Owner.ELSEWHERE;
    if (hostName.isEmpty() || hostName.equals(host)) {
      owner = isEngine(pid) ? Owner.ALIVE : Owner.DEAD;
    }
    return new Lock(file, pid, hostName, instant(json.path("timestamp").asString("")), owner);
  }

  /** Whether that engine still runs: it may have ended, or its id been given to another program. */
  public static boolean isEngine(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName())
        .filter(name -> name != null && name.toString().startsWith("pulumi"))
        .isPresent();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** Removes a lock, with the file of attributes beside it. */
  public void remove(Lock lock) throws IOException {
    Files.deleteIfExists(lock.file());
    Files.deleteIfExists(lock.file().resolveSibling(lock.file().getFileName() + ".attrs"));
  }
}
