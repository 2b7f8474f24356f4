package portico.engine.install;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import portico.operation.EngineFailure;

/**
 * Takes the engine, and nothing else, out of a release archive. Every entry is judged, also those
 * that are not kept: an archive with a link, a device or a path that leads out of its folder is
 * refused as a whole. No entry's name decides where anything is written.
 */
final class EngineArchive {
  private static final long MOST_BYTES = 2_000_000_000;
  private static final int MOST_ENTRIES = 20_000;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Set<String> ENGINE =
      Set.of("pulumi/pulumi", "pulumi/bin/pulumi", "pulumi/pulumi.exe", "pulumi/bin/pulumi.exe");

  private final Path archive;
  private final URI origin;
  private final EngineSettings settings;
  private final BooleanSupplier cancelled;
  private long bytes;
  private int entries;
  private boolean found;

  EngineArchive(Path archive, URI origin, EngineSettings settings, BooleanSupplier cancelled) {
    this.archive = archive;
    this.origin = Redaction.of(origin);
    this.settings = settings;
    this.cancelled = cancelled;
  }

  /** Ends the reading with a failure that is already known. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final transient EngineFailure failure;

    Refused(EngineFailure failure) {
      super(failure.toString());
      this.failure = failure;
    }
  }

  /** Writes the engine to a new file; empty when it is there, whole and executable. */
  Optional<EngineFailure> unpackEngine(Path target) {
    try {
      if (settings.platform().isWindows()) {
        readZip(target);
      } else {
        readTar(target);
      }
      if (!found) {
        return Optional.of(new EngineFailure.BrokenArchive(origin, "no engine in the archive"));
      }
      InstallFolder.makeExecutable(target);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.failure);
    } catch (WriteFailed e) {
      return Optional.of(FreeSpace.whyNotWritten(settings, e));
    } catch (IOException | IllegalArgumentException e) {
      // commons-compress reports some broken headers as an IllegalArgumentException.
      return Optional.of(new EngineFailure.BrokenArchive(origin, e.toString()));
    }
  }

  private void readTar(Path target) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        var tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        judge(name, entry.getSize(), isFileOrFolder(entry));
        if (!entry.isDirectory() && ENGINE.contains(name)) {
          keep(tar, name, target);
        }
      }
    }
  }

  private static boolean isFileOrFolder(TarArchiveEntry entry) {
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_DIR ->
          !entry.isSparse();
      default -> false;
    };
  }

  private void readZip(Path target) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = entry.getName();
        judge(name, entry.getSize(), isFileOrFolder(entry));
        if (!entry.isDirectory() && ENGINE.contains(name)) {
          try (InputStream content = zip.getInputStream(entry)) {
            keep(content, name, target);
          }
        }
      }
    }
  }

  /** By the file type bits of the Unix mode, which are 0 where the archive was made elsewhere. */
  private static boolean isFileOrFolder(ZipArchiveEntry entry) {
    int type = entry.getUnixMode() & 0170000;
    return type == 0 || type == 0100000 || type == 0040000;
  }

  private void judge(String name, long size, boolean isFileOrFolder) throws Refused {
    entries++;
    bytes += Math.max(0, size);
    if (cancelled.getAsBoolean()) {
      throw new Refused(new EngineFailure.Cancelled());
    } else if (!isFileOrFolder) {
      throw unsafe(name, "neither a file nor a folder");
    } else if (name.startsWith("/") || name.startsWith("\\") || DRIVE.matcher(name).matches()) {
      throw unsafe(name, "absolute path");
    } else if (Arrays.asList(name.split("[/\\\\]", -1)).contains("..")) {
      throw unsafe(name, "path out of the archive");
    } else if (entries > MOST_ENTRIES) {
      throw unsafe(name, "more than " + MOST_ENTRIES + " entries");
    } else if (bytes > MOST_BYTES) {
      throw unsafe(name, "more than " + MOST_BYTES + " bytes");
    }
  }

  private Refused unsafe(String entry, String detail) {
    return new Refused(new EngineFailure.UnsafeArchive(origin, entry, detail));
  }

  private void keep(InputStream content, String name, Path target) throws IOException {
    if (found) {
      throw unsafe(name, "a second engine");
    }
    found = true;
    try (OutputStream file = create(target)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > MOST_BYTES) {
          throw unsafe(name, "more than " + MOST_BYTES + " bytes");
        }
        if (cancelled.getAsBoolean()) {
          throw new Refused(new EngineFailure.Cancelled());
        }
        write(file, buffer, read);
      }
    }
  }

  private static OutputStream create(Path target) throws WriteFailed {
    try {
      return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new WriteFailed(e);
    }
  }

  private static void write(OutputStream file, byte[] buffer, int length) throws WriteFailed {
    try {
      file.write(buffer, 0, length);
    } catch (IOException e) {
      throw new WriteFailed(e);
    }
  }
}
