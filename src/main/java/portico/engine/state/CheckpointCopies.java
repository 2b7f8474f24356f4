package portico.engine.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Portico's own copies of one stack's checkpoint, each verified before it is kept. The file backend
 * renames a half-written file over the good one when the disk is full, and its own backup with it.
 */
public final class CheckpointCopies {
  static final int KEPT = 20;

  private final Path folder;

  public CheckpointCopies(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps a copy of {@code file} if it is a whole checkpoint and differs from the newest copy.
   * Writes to a temporary file first, so a full disk costs no copy that was there.
   *
   * @throws IOException when the copy cannot be written; earlier copies are untouched
   */
  public void keep(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      Checkpoint.parse(bytes);
    } catch (Checkpoint.Unreadable damaged) {
      return;
    }
    Files.createDirectories(folder);
    List<Path> copies = copies();
    if (!copies.isEmpty() && Arrays.equals(Files.readAllBytes(copies.getFirst()), bytes)) {
      return;
    }
    Path copy =
        folder.resolve("%08d.json".formatted(copies.isEmpty() ? 1 : number(copies.getFirst()) + 1));
    writeDurably(copy, bytes);
    for (Path old : copies.stream().skip(KEPT - 1L).toList()) {
      Files.deleteIfExists(old);
    }
  }

  private void writeDurably(Path copy, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(folder, "new", "");
    try {
      Files.write(temporary, bytes);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Whether there is a copy to go back to. */
  public boolean any() {
    return !copies().isEmpty();
  }

  /** Whether the newest copy holds resources, so that a missing state file is a loss. */
  public boolean holdResources() {
    try {
      return any() && !Checkpoint.parse(Files.readAllBytes(copies().getFirst())).isEmpty();
    } catch (IOException | Checkpoint.Unreadable unreadable) {
      return false;
    }
  }

  /**
   * Puts the newest copy in the place of {@code file}; the damaged file is kept beside it.
   *
   * @return false when there is no copy
   * @throws IOException when it cannot be written
   */
  public boolean restore(Path file) throws IOException {
    Optional<Path> newest = copies().stream().findFirst();
    if (newest.isEmpty()) {
      return false;
    }
    Path damaged = file.resolveSibling(file.getFileName() + ".damaged");
    if (Files.exists(file)) {
      Files.copy(file, damaged, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createDirectories(file.getParent());
    Files.write(unsettled(), new byte[0]);
    Path temporary = file.resolveSibling(file.getFileName() + ".restoring");
    Files.copy(newest.get(), temporary, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    // The backend compares the file with a checksum kept beside it.
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".attrs"));
    return true;
  }

  /**
   * Whether a copy took the state's place and was not yet compared with AWS. Kept on disk: what was
   * made since the copy must not be forgotten if the process that restored it ends too early.
   */
  public boolean restored() {
    return Files.exists(unsettled());
  }

  /** The restored state has been compared with AWS. */
  public void settled() throws IOException {
    Files.deleteIfExists(unsettled());
  }

  private Path unsettled() {
    return folder.resolve("restored");
  }

  /** Newest first. */
  private List<Path> copies() {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> String.valueOf(file.getFileName()).matches("\\d{8}\\.json"))
              .sorted(Comparator.comparingInt(CheckpointCopies::number).reversed())
              .toList());
    } catch (IOException noneYet) {
      return List.of();
    }
  }

  private static int number(Path copy) {
    return Integer.parseInt(String.valueOf(copy.getFileName()).substring(0, 8));
  }
}
