package portico.engine.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.environment.ApiKeys;
import portico.model.EnvironmentName;

/** Keys as files of the environment's folder, one for each name. */
public final class FileApiKeys implements ApiKeys {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** 248 bits, and room for a prefix within the 128 characters of a header value. */
  private static final int LENGTH = 48;

  private final Home home;
  private final SecureRandom random = new SecureRandom();

  public FileApiKeys(Home home) {
    this.home = home;
  }

  @Override
  public String obtain(EnvironmentName environment, String keyName) {
    Optional<String> known = find(environment, keyName);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      Path file = file(environment, keyName);
      Path whole = written(folder(environment));
      try {
        place(whole, file);
      } finally {
        Files.deleteIfExists(whole);
      }
      return Files.readString(file);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Two processes may do this at once: the first one wins. */
  private static void place(Path whole, Path file) throws IOException {
    try {
      if (isPosix()) {
        Files.createLink(file, whole);
      } else {
        Files.move(whole, file);
      }
    } catch (FileAlreadyExistsException other) {
      return;
    }
  }

  @Override
  public Optional<String> find(EnvironmentName environment, String keyName) {
    try {
      return Optional.of(Files.readString(file(environment, keyName)))
          .filter(key -> !key.isEmpty());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public String renew(EnvironmentName environment, String keyName) {
    try {
      Path file = file(environment, keyName);
      Path whole = written(folder(environment));
      String key = Files.readString(whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return key;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /**
   * Removes all keys of an environment that is no more.
   *
   * @throws IOException when a file cannot be removed
   */
  public void forget(EnvironmentName environment) throws IOException {
    Path folder = folder(environment);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A new key in a file of its own, readable by its owner from the first moment on. */
  private Path written(Path folder) throws IOException {
    Files.createDirectories(folder, folderRights());
    Path file = Files.createTempFile(folder, "new", "", fileRights());
    StringBuilder key = new StringBuilder(LENGTH);
    for (int index = 0; index < LENGTH; index++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return Files.writeString(file, key);
  }

  private static FileAttribute<?>[] folderRights() {
    return rights("rwx------");
  }

  private static FileAttribute<?>[] fileRights() {
    return rights("rw-------");
  }

  private static FileAttribute<?>[] rights(String posix) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private Path folder(EnvironmentName environment) {
    return home.environment(environment).resolve("keys");
  }

  /** Names are those of environments, so that none leads out of the folder. */
  private Path file(EnvironmentName environment, String keyName) {
    return folder(environment).resolve(new EnvironmentName(keyName).value() + ".key");
  }
}
