package portico.operation.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import portico.operation.OperationId;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;

/** The folder of one operation: what lies where, and whole files written at once or not at all. */
public final class OperationFolder {
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

  /** One byte for each time the user asked to stop. */
  public Path cancelRequests() {
    return path.resolve("cancel");
  }

  /** State of a preview of what does not exist yet; removed afterwards. */
  public Path scratchState() {
    return path.resolve("scratch");
  }

  public void writeRequest(OperationRequest request) throws IOException {
    requestFile().write(request);
  }

  /** The request, or empty when the folder holds none that can be read. */
  public Optional<OperationRequest> request() {
    return requestFile().read();
  }

  /** Takes the request back of an operation that was never begun. */
  public void forget() throws IOException {
    Files.deleteIfExists(requestFile().path());
  }

  public void writeResult(OperationResult result) throws IOException {
    resultFile().write(result);
  }

  /** The result, or empty while there is none. */
  public Optional<OperationResult> result() {
    return resultFile().read();
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

  private JsonFile<OperationRequest> requestFile() {
    return new JsonFile<>(path.resolve("request.json"), OperationRequest.class);
  }

  private JsonFile<OperationResult> resultFile() {
    return new JsonFile<>(path.resolve("result.json"), OperationResult.class);
  }
}
