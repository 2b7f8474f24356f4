package portico.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import portico.model.EnvironmentName;
import portico.operation.OperationId;

/**
 * The folder with everything that Portico keeps, and what lies where in it. Open to its owner
 * alone: the engine writes its files readable for all, and inputs stand in them in clear text.
 *
 * @param root absolute path of the folder
 */
public record Home(Path root) {
  /** The one Pulumi project that all environments are stacks of. */
  public static final String PROJECT = "portico";

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Creates the folder and what every operation needs in it.
   *
   * @throws IOException when a part cannot be written
   */
  public void create() throws IOException {
    createPrivately(root);
    for (Path folder : new Path[] {stateFolder(), operations(), environments(), pulumiHome()}) {
      Files.createDirectories(folder);
    }
    writeOnce(root.resolve("installation"), 6);
    writeOnce(passphraseFile(), 32);
  }

  private static void createPrivately(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Two processes may do this at once: the file is linked into place whole, and the first one wins.
   */
  private static void writeOnce(Path file, int randomBytes) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] bytes = new byte[randomBytes];
    new SecureRandom().nextBytes(bytes);
    Path temporary = Files.createTempFile(file.getParent(), "new", "");
    try {
      Files.writeString(temporary, HexFormat.of().formatHex(bytes));
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createLink(file, temporary);
      } else {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (FileAlreadyExistsException other) {
      return;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * The random id of this folder, which marks the resources made from it.
   *
   * @throws IOException when it cannot be read
   */
  public String installation() throws IOException {
    try {
      return Files.readString(root.resolve("installation")).strip();
    } catch (NoSuchFileException absent) {
      create();
      return Files.readString(root.resolve("installation")).strip();
    }
  }

  /** Encrypts secrets in the state; made once. */
  public Path passphraseFile() {
    return root.resolve("passphrase");
  }

  /** Root of the engine's file backend. */
  public Path stateFolder() {
    return root.resolve("state");
  }

  /** The engine's own PULUMI_HOME: its plugins and logs stay apart from the user's. */
  public Path pulumiHome() {
    return root.resolve("pulumi");
  }

  /** Where engines are installed. */
  public Path engines() {
    return root.resolve("engine");
  }

  /** State of the simulated AWS. */
  public Path practice() {
    return root.resolve("practice");
  }

  public Path operations() {
    return root.resolve("operations");
  }

  public Path operation(OperationId id) {
    return operations().resolve(id.value());
  }

  public Path environments() {
    return root.resolve("environments");
  }

  public Path environment(EnvironmentName name) {
    return environments().resolve(name.value());
  }

  /** One work folder per environment: several CLI calls act on the stack last selected in it. */
  public Path workFolder(EnvironmentName name) {
    return environment(name).resolve("work");
  }

  /** Locked by the worker that works on the environment. */
  public Path environmentLock(EnvironmentName name) {
    return environment(name).resolve("lock");
  }
}
