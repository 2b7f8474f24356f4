package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.model.EnvironmentName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the file backend keeps the stacks of Portico's project, and what can be read of them
 * without an engine.
 */
public final class StackFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path root;

  /** {@code state} is the backend's root folder. */
  public StackFiles(Path state) {
    this.root = state.resolve(".pulumi");
  }

  private Path stacks() {
    return root.resolve("stacks").resolve(Home.PROJECT);
  }

  public Path checkpointFile(EnvironmentName name) {
    return stacks().resolve(name + ".json");
  }

  public Path locks(EnvironmentName name) {
    return root.resolve("locks")
        .resolve("organization")
        .resolve(Home.PROJECT)
        .resolve(name.value());
  }

  public boolean exists(EnvironmentName name) {
    return Files.exists(checkpointFile(name));
  }

  /** Names of all stacks, in order. Stacks whose names Portico would not give are left out. */
  public List<EnvironmentName> names() {
    try (Stream<Path> files = Files.list(stacks())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .flatMap(name -> EnvironmentName.parse(name).stream())
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .toList();
    } catch (IOException noneYet) {
      return List.of();
    }
  }

  /**
   * The stack's checkpoint, or empty when there is no such stack.
   *
   * @throws Checkpoint.Unreadable when the file is damaged
   * @throws IOException when it cannot be read at all
   */
  public Optional<Checkpoint> checkpoint(EnvironmentName name)
      throws IOException, Checkpoint.Unreadable {
    try {
      return Optional.of(Checkpoint.parse(Files.readAllBytes(checkpointFile(name))));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /**
   * Deletes the file of attributes beside the checkpoint if it is not whole, as an engine killed
   * while it wrote leaves it. The backend does without one, but reads no checkpoint past a cut one.
   *
   * @return whether one was deleted
   * @throws IOException when it cannot be read or deleted
   */
  public boolean dropDamagedAttributes(EnvironmentName name) throws IOException {
    Path attributes = checkpointFile(name).resolveSibling(name + ".json.attrs");
    if (!Files.exists(attributes)) {
      return false;
    }
    try {
      if (JSON.readTree(Files.readAllBytes(attributes)).isObject()) {
        return false;
      }
    } catch (JacksonException cutOff) {
      // Deleted like an empty one, which reads as no object.
    }
    return Files.deleteIfExists(attributes);
  }

  /** When the state was last written. */
  public Optional<Instant> lastChange(EnvironmentName name) {
    try {
      return Optional.of(Files.getLastModifiedTime(checkpointFile(name)).toInstant());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /**
   * Deletes the stack's state and the backend's own copies of it. Its history stays.
   *
   * @throws IOException when a file cannot be deleted
   */
  public void delete(EnvironmentName name) throws IOException {
    List<Path> doomed = new ArrayList<>();
    try (Stream<Path> files = Files.list(stacks())) {
      files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name + ".json"))
          .forEach(doomed::add);
    }
    for (Path file : doomed) {
      Files.deleteIfExists(file);
    }
  }
}
