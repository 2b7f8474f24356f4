package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import portico.operation.OperationRequest;
import portico.operation.journal.OperationJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was last wanted of an environment: the request of its last deploy, written before the engine
 * starts, so that it is known whatever happens then.
 */
public final class EnvironmentFile {
  private static final JsonMapper JSON = OperationJson.mapper();

  private final Path file;

  /** {@code folder} is the environment's own folder. */
  public EnvironmentFile(Path folder) {
    this.file = folder.resolve("environment.json");
  }

  /**
   * Writes it whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void write(OperationRequest request) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling("environment.json.new");
    Files.write(temporary, JSON.writeValueAsBytes(request));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The request, or empty when there is none that can be read. */
  public Optional<OperationRequest> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), OperationRequest.class));
    } catch (IOException | JacksonException absent) {
      return Optional.empty();
    }
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
