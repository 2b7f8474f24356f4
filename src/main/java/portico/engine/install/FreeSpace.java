package portico.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import portico.operation.EngineFailure;

/** Tells a full disk from a folder that cannot be written. */
final class FreeSpace {
  /** The archive (about 150 MB), and the unpacked engine (about 115 MB), with room to spare. */
  static final long FOR_ARCHIVE = 400_000_000;

  /** Go's module and build caches (measured: 1.6 GB each, shared with others), and the engine. */
  static final long FOR_BUILD = 3_000_000_000L;

  /** Below this a failed write is taken for a full disk. */
  private static final long NOTHING_LEFT = 16_000_000;

  private FreeSpace() {}

  static Optional<EngineFailure> check(EngineSettings settings, long neededBytes) {
    Path folder = settings.installInto();
    try {
      long free = settings.freeSpace().applyAsLong(folder);
      return free >= neededBytes
          ? Optional.empty()
          : Optional.of(new EngineFailure.DiskFull(folder, free, neededBytes));
    } catch (UncheckedIOException e) {
      return Optional.of(new EngineFailure.NotWritable(folder, String.valueOf(e.getCause())));
    }
  }

  /** What a failed write in the install folder means. */
  static EngineFailure whyNotWritten(EngineSettings settings, IOException failure) {
    return check(settings, NOTHING_LEFT)
        .orElseGet(
            () -> new EngineFailure.NotWritable(settings.installInto(), String.valueOf(failure)));
  }
}
