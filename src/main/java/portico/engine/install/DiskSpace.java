package portico.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Usable bytes on the disk that holds a folder. */
final class DiskSpace implements ToLongFunction<Path> {
  @Override
  public long applyAsLong(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
