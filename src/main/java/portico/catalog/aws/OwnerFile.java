package portico.catalog.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner may read, whole or not at all. */
final class OwnerFile {
  private OwnerFile() {}

  /** Another program that reads the file meanwhile sees the old text or the new one. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder: " + file);
    }
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder, posix ? only("rwx------") : new FileAttribute<?>[0]);
    Path part =
        Files.createTempFile(
            folder, "portico", ".tmp", posix ? only("rw-------") : new FileAttribute<?>[0]);
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static FileAttribute<?>[] only(String owner) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner))
    };
  }
}
