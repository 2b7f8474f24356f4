package portico.operation.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import portico.operation.OperationId;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder of one operation: what lies where, and whole files written at once or not at all. */
public final class OperationFolder {
  private static final JsonMapper JSON = OperationJson.mapper();

  private final Path path;

  public OperationFolder(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  public OperationId id() {
    return new OperationId(String.valueOf(path.getFileName()));
  }

  /** One JSON object per line, appended by the worker. */
  public Path events() {
    return path.resolve("events.ndjson");
  }

  /** Locked by the worker for as long as it lives. */
  public Path workerLock() {
    return path.resolve("worker.lock");
  }

  /** The worker's process id, for people; whether it lives is told by its lock. */
  public Path workerPid() {
    return path.resolve("worker.pid");
  }

  /** What the worker's JVM prints: nothing, when all is well. */
  public Path workerLog() {
    return path.resolve("worker.log");
  }

  /** The engine's own output. */
  public Path engineLog() {
    return path.resolve("engine.log");
  }

  /** The engine's events as it writes them. */
  public Path engineEvents() {
    return path.resolve("engine-events.ndjson");
  }

  /** One byte for each time the user asked to stop. */
  public Path cancelRequests() {
    return path.resolve("cancel");
  }

  /** State of a preview of what does not exist yet; removed afterwards. */
  public Path scratchState() {
    return path.resolve("scratch");
  }

  public void writeRequest(OperationRequest request) throws IOException {
    write("request.json", request);
  }

  /** The request, or empty when the folder holds none that can be read. */
  public Optional<OperationRequest> request() {
    return read("request.json", OperationRequest.class);
  }

  /** Takes the request back of an operation that was never begun. */
  public void forget() throws IOException {
    Files.deleteIfExists(path.resolve("request.json"));
  }

  public void writeResult(OperationResult result) throws IOException {
    write("result.json", result);
  }

  /** The result, or empty while there is none. */
  public Optional<OperationResult> result() {
    return read("result.json", OperationResult.class);
  }

  /**
   * Changes whenever request or result do; empty while there is no result. What was read under the
   * same stamp need not be read again.
   */
  public Optional<String> stamp() {
    try {
      return Optional.of(stampOf("request.json") + " " + stampOf("result.json"));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private String stampOf(String name) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path.resolve(name), BasicFileAttributes.class);
    return attributes.size() + "@" + attributes.lastModifiedTime();
  }

  private void write(String name, Object value) throws IOException {
    Path temporary = path.resolve(name + ".new");
    Files.write(temporary, JSON.writeValueAsBytes(value));
    Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path.resolve(name)), type));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }
}
