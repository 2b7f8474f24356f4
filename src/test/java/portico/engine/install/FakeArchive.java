package portico.engine.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Release archives of any kind, good and hostile, in memory. */
final class FakeArchive {
  private FakeArchive() {}

  /** Writes entries into a tar file. */
  interface Entries {
    void writeTo(TarArchiveOutputStream tar) throws IOException;
  }

  /** As Pulumi publishes it: the engine among other programs. */
  static byte[] good() {
    return withEngine(FakePrograms.tells("3.259.0"));
  }

  static byte[] withEngine(String script) {
    return tar(
        tar -> {
          file(tar, "pulumi/pulumi-language-java", "other");
          file(tar, "pulumi/pulumi", script);
        });
  }

  /** The engine, and one more entry after it. */
  static byte[] goodAnd(Entries more) {
    return tar(
        tar -> {
          file(tar, "pulumi/pulumi", FakePrograms.tells("3.259.0"));
          more.writeTo(tar);
        });
  }

  static byte[] tar(Entries entries) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      entries.writeTo(tar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void file(TarArchiveOutputStream tar, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /** A link or a device: an entry without content. */
  static void special(TarArchiveOutputStream tar, String name, byte kind, String link)
      throws IOException {
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(link);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  static byte[] goodZip() {
    return zip(FakePrograms.tells("3.259.0"), "pulumi/LICENSE", 0100644);
  }

  /** The engine's zip for Windows, with another entry of the given name and Unix mode. */
  static byte[] zip(String script, String otherName, int otherMode) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(new ZipArchiveEntry("pulumi/bin/pulumi.exe"));
      zip.write(script.getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
      var other = new ZipArchiveEntry(otherName);
      other.setUnixMode(otherMode);
      zip.putArchiveEntry(other);
      zip.write("other".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
