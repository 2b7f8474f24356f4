package portico.practice.aws.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that one process writes, whole each time, and others read when it has changed.
 *
 * @param <T> what it holds
 */
final class SharedJson<T> {
  private final Path file;
  private final Class<T> type;
  private final JsonMapper json = new JsonMapper();
  private Optional<FileStamp> stamp = Optional.empty();
  private Optional<T> content = Optional.empty();

  SharedJson(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /** What it holds now; empty if there is no such file or it cannot be understood. */
  synchronized Optional<T> read() {
    Optional<FileStamp> now = FileStamp.of(file);
    if (now.isEmpty() || !now.equals(stamp)) {
      content = now.flatMap(_ -> parse());
      stamp = now;
    }
    return content;
  }

  private Optional<T> parse() {
    try {
      return Optional.of(json.readValue(Files.readString(file), type));
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  synchronized void write(T next) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(temporary, json.writeValueAsString(next), StandardCharsets.UTF_8);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  synchronized void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
