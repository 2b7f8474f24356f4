package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import portico.operation.OperationRequest;
import portico.operation.journal.JsonFile;

/**
 * What was last wanted of an environment: the request of its last deploy, written before the engine
 * starts, so that it is known whatever happens then.
 */
public final class EnvironmentFile {
  private final JsonFile<OperationRequest> file;

  /** {@code folder} is the environment's own folder. */
  public EnvironmentFile(Path folder) {
    this.file = new JsonFile<>(folder.resolve("environment.json"), OperationRequest.class);
  }

  /**
   * Writes it whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void write(OperationRequest request) throws IOException {
    Files.createDirectories(file.path().toAbsolutePath().getParent());
    file.write(request);
  }

  /** The request, or empty when there is none that can be read. */
  public Optional<OperationRequest> read() {
    return file.read();
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file.path());
  }
}
