package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.operation.EngineFailure;

class HostileArchiveTest {
  @TempDir Path root;

  static Stream<Arguments> hostileEntries() {
    return Stream.of(
        entry("parent", tar -> FakeArchive.file(tar, "../evil", "x"), "../evil"),
        entry("hidden parent", tar -> FakeArchive.file(tar, "a/../../evil", "x"), "a/../../evil"),
        entry("backslashes", tar -> FakeArchive.file(tar, "a\\..\\evil", "x"), "a\\..\\evil"),
        entry("absolute", tar -> FakeArchive.file(tar, "/etc/evil", "x"), "/etc/evil"),
        entry("drive", tar -> FakeArchive.file(tar, "C:/evil", "x"), "C:/evil"),
        entry(
            "symbolic link",
            tar -> FakeArchive.special(tar, "link", TarConstants.LF_SYMLINK, "/etc/passwd"),
            "link"),
        entry(
            "hard link",
            tar -> FakeArchive.special(tar, "link", TarConstants.LF_LINK, "/etc/passwd"),
            "link"),
        entry(
            "device", tar -> FakeArchive.special(tar, "device", TarConstants.LF_CHR, ""), "device"),
        entry("pipe", tar -> FakeArchive.special(tar, "pipe", TarConstants.LF_FIFO, ""), "pipe"),
        entry(
            "second engine",
            tar -> FakeArchive.file(tar, "pulumi/bin/pulumi", "x"),
            "pulumi/bin/pulumi"));
  }

  private static Arguments entry(String kind, FakeArchive.Entries entries, String name) {
    return argumentSet(kind, entries, name);
  }

  @ParameterizedTest
  @MethodSource("hostileEntries")
  void a_tar_with_a_hostile_entry_is_refused(FakeArchive.Entries entries, String name)
      throws IOException {
    assertThat(unpack(FakeArchive.goodAnd(entries), new Platform("linux", "x64")))
        .get()
        .isInstanceOfSatisfying(
            EngineFailure.UnsafeArchive.class,
            failure -> assertThat(failure.entry()).isEqualTo(name));
    assertThat(root.resolve("../evil")).doesNotExist();
  }

  @Test
  void a_tar_with_more_than_twenty_thousand_entries_is_refused() throws IOException {
    byte[] archive =
        FakeArchive.goodAnd(
            tar -> {
              for (int i = 0; i < 20_000; i++) {
                FakeArchive.file(tar, "pulumi/" + i, "");
              }
            });

    assertThat(unpack(archive, new Platform("linux", "x64")))
        .get()
        .isInstanceOfSatisfying(
            EngineFailure.UnsafeArchive.class,
            failure -> assertThat(failure.detail()).isEqualTo("more than 20000 entries"));
  }

  @Test
  void a_tar_that_unpacks_to_more_than_two_gigabytes_is_refused() throws IOException {
    var entry = new TarArchiveEntry("pulumi/pulumi");
    entry.setSize(2_000_000_001);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    var archive = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(archive)) {
      gzip.write(header);
    }

    assertThat(unpack(archive.toByteArray(), new Platform("linux", "x64")))
        .get()
        .isInstanceOfSatisfying(
            EngineFailure.UnsafeArchive.class,
            failure -> assertThat(failure.detail()).isEqualTo("more than 2000000000 bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/evil", "C:\\evil", "a/../../evil"})
  void a_zip_with_a_path_out_of_it_is_refused(String name) throws IOException {
    byte[] archive = FakeArchive.zip(FakePrograms.tells("3.259.0"), name, 0100644);

    assertThat(unpack(archive, new Platform("windows", "x64")))
        .get()
        .isInstanceOf(EngineFailure.UnsafeArchive.class);
  }

  @Test
  void a_zip_with_a_link_is_refused() throws IOException {
    byte[] archive = FakeArchive.zip(FakePrograms.tells("3.259.0"), "link", 0120777);

    assertThat(unpack(archive, new Platform("windows", "x64")))
        .get()
        .isInstanceOf(EngineFailure.UnsafeArchive.class);
  }

  @Test
  void an_installation_from_a_hostile_archive_leaves_nothing_and_ends_the_search()
      throws IOException {
    try (var release = new FakeRelease()) {
      release.publish(FakeArchive.goodAnd(tar -> FakeArchive.file(tar, "../evil", "x")));
      var machine = new Machine(root).downloadsFrom(release);

      assertThat(Machine.failure(machine.findOrInstall()))
          .isInstanceOf(EngineFailure.UnsafeArchive.class);
      assertThat(machine.cacheContents()).isEmpty();
    }
  }

  private Optional<EngineFailure> unpack(byte[] archive, Platform platform) throws IOException {
    var machine = new Machine(root);
    machine.platform = platform;
    Path file = Files.write(root.resolve("archive"), archive);
    return new EngineArchive(file, machine.archiveBase, machine.settings(), () -> false)
        .unpackEngine(root.resolve("pulumi"));
  }
}
