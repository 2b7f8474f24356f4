package portico.engine.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portico.operation.EngineFailure;
import portico.operation.EngineFailure.DownloadFailed;

/** Brings the engine from Pulumi's release archive, whose published checksum is verified first. */
final class ReleaseArchive {
  /** The real one has 2 kB. */
  private static final long MOST_CHECKSUM_BYTES = 1_000_000;

  private static final long MOST_ARCHIVE_BYTES = 1_000_000_000;

  private final EngineSettings settings;
  private final Consumer<InstallEvent> progress;
  private final BooleanSupplier cancelled;

  ReleaseArchive(
      EngineSettings settings, Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
    this.settings = settings;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Writes the engine to the target.
   *
   * @param scratch an existing folder for files on the way, removed by the caller
   * @return why it is not there; empty when it is
   */
  Optional<EngineFailure> bring(Path scratch, Path target) {
    progress.accept(new InstallEvent.Looking(Engine.Source.RELEASE_ARCHIVE));
    Path list = scratch.resolve("checksums");
    Path archive = scratch.resolve("archive");
    try (var download = new Download(settings, cancelled)) {
      // The small file first: where there is no network, this fails before anything large starts.
      Optional<EngineFailure> noList =
          download.toFile(settings.checksums(), list, MOST_CHECKSUM_BYTES, event -> {});
      if (noList.isPresent()) {
        return noList;
      }
      String name = settings.platform().archiveName(EngineVersion.PINNED);
      Optional<String> sum = Checksums.listed(list, name);
      if (sum.isEmpty()) {
        URI uri = Redaction.of(settings.checksums());
        return Optional.of(new DownloadFailed(uri, DownloadFailed.Cause.NO_CHECKSUM, name));
      }
      return download
          .toFile(settings.archive(), archive, MOST_ARCHIVE_BYTES, progress)
          .or(() -> verify(archive, sum.get()))
          .or(() -> unpack(archive, target));
    } catch (IOException e) {
      return Optional.of(FreeSpace.whyNotWritten(settings, e));
    }
  }

  private Optional<EngineFailure> verify(Path archive, String expected) {
    progress.accept(new InstallEvent.Verifying());
    try {
      return Checksums.of(archive, cancelled)
          .map(actual -> mismatch(expected, actual))
          .orElseGet(() -> Optional.of(new EngineFailure.Cancelled()));
    } catch (IOException e) {
      return Optional.of(FreeSpace.whyNotWritten(settings, e));
    }
  }

  private Optional<EngineFailure> mismatch(String expected, String actual) {
    URI uri = Redaction.of(settings.archive());
    return actual.equals(expected)
        ? Optional.empty()
        : Optional.of(new EngineFailure.ChecksumMismatch(uri, expected, actual));
  }

  private Optional<EngineFailure> unpack(Path archive, Path target) {
    progress.accept(new InstallEvent.Unpacking());
    return new EngineArchive(archive, settings.archive(), settings, cancelled).unpackEngine(target);
  }
}
