package portico.operation.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One value in a file of {@link OperationJson}, written whole or not at all. */
public record JsonFile<T>(Path path, Class<T> type) {
  private static final JsonMapper JSON = OperationJson.mapper();

  /**
   * Puts the value in the place of what was there.
   *
   * @throws IOException when it cannot be written; what was there stays
   */
  public void write(T value) throws IOException {
    Path temporary = path.resolveSibling(path.getFileName() + ".new");
    Files.write(temporary, JSON.writeValueAsBytes(value));
    Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The value, or empty when the file is missing or cannot be read. */
  public Optional<T> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), type));
    } catch (IOException | JacksonException missingOrUnreadable) {
      return Optional.empty();
    }
  }
}
