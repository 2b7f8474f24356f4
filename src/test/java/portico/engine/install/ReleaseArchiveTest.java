package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.EngineFailure;
import portico.operation.EngineFailure.DownloadFailed;

class ReleaseArchiveTest {
  private static final EngineFailure NO_GO = new EngineFailure.NoGo("1.24");

  @TempDir Path root;
  private Machine machine;
  private FakeRelease release;

  @BeforeEach
  void startWithABareMachineAndAnEmptyHost() throws IOException {
    release = new FakeRelease();
    machine = new Machine(root).downloadsFrom(release);
  }

  @AfterEach
  void closeTheHost() {
    release.close();
  }

  @Test
  void a_good_archive_is_installed_and_nothing_else_is_kept() throws IOException {
    byte[] archive = FakeArchive.good();
    release.publish(archive);

    assertThat(machine.findOrInstall()).isEqualTo(installed(Engine.Source.RELEASE_ARCHIVE));
    assertThat(machine.cacheContents()).containsExactly("3.259.0");
    assertThat(machine.cache.resolve("3.259.0").toFile().list()).containsExactly("pulumi");
    assertThat(Files.getPosixFilePermissions(machine.installed())).hasSize(7);
  }

  @Test
  void the_second_time_it_comes_from_the_cache_without_the_network() {
    release.publish(FakeArchive.good());
    machine.findOrInstall();
    int requests = release.requests().size();

    assertThat(machine.findOrInstall()).isEqualTo(installed(Engine.Source.CACHE));
    assertThat(release.requests()).hasSize(requests);
  }

  @Test
  void progress_tells_each_step_in_order() {
    byte[] archive = FakeArchive.good();
    release.publish(archive);

    EngineAnswer answer = machine.findOrInstall();

    assertThat(machine.events)
        .containsSubsequence(
            new InstallEvent.Looking(Engine.Source.PATH),
            new InstallEvent.Looking(Engine.Source.CACHE),
            new InstallEvent.Looking(Engine.Source.RELEASE_ARCHIVE),
            new InstallEvent.Downloading(archive.length, OptionalLong.of(archive.length)),
            new InstallEvent.Verifying(),
            new InstallEvent.Unpacking());
    assertThat(answer).isInstanceOf(EngineAnswer.Ready.class);
    assertThat(machine.events.getLast()).isInstanceOf(InstallEvent.Done.class);
  }

  @Test
  void a_windows_archive_is_a_zip_with_the_engine_in_bin() {
    machine.platform = new Platform("windows", "x64");
    release.publish(FakeArchive.goodZip());

    Path engine = machine.cache.resolve("3.259.0").resolve("pulumi.exe");
    assertThat(machine.findOrInstall())
        .isEqualTo(
            new EngineAnswer.Ready(new Engine(engine, "3.259.0", Engine.Source.RELEASE_ARCHIVE)));
  }

  @Test
  void an_archive_with_a_wrong_checksum_is_never_unpacked_and_ends_the_search() throws IOException {
    byte[] archive = FakeArchive.good();
    release.publish(archive, "ab".repeat(32));
    FakePrograms.go(machine.bin, "exit 1");

    assertThat(machine.findOrInstall())
        .isEqualTo(
            new EngineAnswer.Failed(
                new EngineFailure.ChecksumMismatch(
                    machine.settings().archive(), "ab".repeat(32), FakeRelease.sha256(archive))));
    assertThat(machine.events).doesNotContain(new InstallEvent.Unpacking());
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void without_a_published_checksum_nothing_is_downloaded() {
    release.publishChecksums("<html>Please sign in</html>");

    assertThat(reason())
        .isEqualTo(
            new DownloadFailed(
                release.checksums(),
                DownloadFailed.Cause.NO_CHECKSUM,
                "pulumi-v3.259.0-linux-x64.tar.gz"));
    assertThat(release.requests()).containsExactly(release.checksums().getPath());
  }

  @Test
  void a_download_that_is_cut_off_leaves_nothing() throws IOException {
    release.cutArchiveOff(FakeArchive.good());

    assertThat(reason().cause()).isEqualTo(DownloadFailed.Cause.CUT_OFF);
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void a_download_that_stalls_is_given_up() throws IOException {
    release.stallArchive(FakeArchive.good());
    machine.stall = Duration.ofMillis(700);

    assertThat(reason().cause()).isEqualTo(DownloadFailed.Cause.STALLED);
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void a_download_longer_than_its_limit_is_given_up() {
    release.stallArchive(FakeArchive.good());
    machine.download = Duration.ofMillis(700);

    assertThat(reason().cause()).isEqualTo(DownloadFailed.Cause.TOO_SLOW);
  }

  @Test
  void a_host_that_refuses_is_told_with_its_status() {
    release.refuseEverything(403);

    assertThat(Machine.reasons(machine.findOrInstall()))
        .containsExactly(
            new DownloadFailed(release.checksums(), DownloadFailed.Cause.REFUSED, "HTTP 403"),
            NO_GO);
  }

  @Test
  void a_machine_without_network_fails_at_once() {
    release.close();

    assertThat(reason().cause()).isEqualTo(DownloadFailed.Cause.UNREACHABLE);
  }

  @Test
  void credentials_in_an_address_are_not_told() {
    release.refuseEverything(404);
    machine.checksums = URI.create(release.checksums().toString().replace("//", "//user:word@"));

    assertThat(machine.findOrInstall().toString()).doesNotContain("word").contains("HTTP 404");
  }

  @Test
  void an_archive_without_an_engine_is_broken() throws IOException {
    release.publish(FakeArchive.tar(tar -> FakeArchive.file(tar, "pulumi/README", "text")));

    assertThat(Machine.reasons(machine.findOrInstall()))
        .containsExactly(
            new EngineFailure.BrokenArchive(
                machine.settings().archive(), "no engine in the archive"),
            NO_GO);
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void bytes_that_are_no_archive_are_broken() {
    release.publish(new byte[] {1, 2, 3});

    assertThat(Machine.reasons(machine.findOrInstall()).getFirst())
        .isInstanceOf(EngineFailure.BrokenArchive.class);
  }

  @Test
  void an_archive_whose_engine_tells_another_version_is_not_installed() throws IOException {
    release.publish(FakeArchive.withEngine(FakePrograms.tells("3.258.0")));

    assertThat(Machine.reasons(machine.findOrInstall()).getFirst())
        .isInstanceOf(EngineFailure.UnexpectedVersion.class);
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void a_cancelled_download_leaves_nothing() throws IOException {
    release.stallArchive(FakeArchive.good());
    var cancelled = new AtomicBoolean();

    EngineAnswer answer =
        new EngineInstaller(machine.settings())
            .findOrInstall(
                event -> {
                  if (event instanceof InstallEvent.Downloading) {
                    cancelled.set(true);
                  }
                },
                cancelled::get);

    assertThat(answer).isEqualTo(new EngineAnswer.Failed(new EngineFailure.Cancelled()));
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void an_interrupted_thread_cancels_and_stays_interrupted() throws IOException {
    release.stallArchive(FakeArchive.good());

    EngineAnswer answer =
        new EngineInstaller(machine.settings())
            .findOrInstall(
                event -> {
                  if (event instanceof InstallEvent.Downloading) {
                    Thread.currentThread().interrupt();
                  }
                },
                () -> false);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isEqualTo(new EngineAnswer.Failed(new EngineFailure.Cancelled()));
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void a_nearly_full_disk_is_told_before_anything_is_downloaded() {
    release.publish(FakeArchive.good());
    machine.freeSpace = folder -> 399_999_999;

    assertThat(machine.findOrInstall())
        .isEqualTo(
            new EngineAnswer.Failed(
                new EngineFailure.DiskFull(machine.cache, 399_999_999, 400_000_000)));
    assertThat(release.requests()).isEmpty();
  }

  @Test
  void a_file_where_the_cache_should_be_is_told() throws IOException {
    release.publish(FakeArchive.good());
    Files.writeString(machine.cache, "in the way");

    assertThat(Machine.failure(machine.findOrInstall()))
        .isInstanceOfSatisfying(
            EngineFailure.NotWritable.class,
            failure -> assertThat(failure.path()).isEqualTo(machine.cache));
    assertThat(machine.cache).hasContent("in the way");
  }

  @Test
  void a_broken_engine_in_the_cache_is_replaced() throws IOException {
    FakePrograms.script(machine.installed(), "#!/bin/sh\nexit 1\n");
    release.publish(FakeArchive.good());

    assertThat(machine.findOrInstall()).isEqualTo(installed(Engine.Source.RELEASE_ARCHIVE));
    assertThat(machine.cacheContents()).containsExactly("3.259.0");
  }

  @Test
  void what_a_killed_installation_left_is_removed() throws IOException {
    Files.createDirectories(machine.cache.resolve(".new-123/whole"));
    Files.writeString(machine.cache.resolve(".new-123/archive"), "half");
    release.publish(FakeArchive.good());

    assertThat(machine.findOrInstall()).isEqualTo(installed(Engine.Source.RELEASE_ARCHIVE));
    assertThat(machine.cacheContents()).containsExactly("3.259.0");
  }

  private EngineAnswer installed(Engine.Source source) {
    return new EngineAnswer.Ready(new Engine(machine.installed(), "3.259.0", source));
  }

  /** The failed download of an installation that then found no Go either. */
  private DownloadFailed reason() {
    List<EngineFailure> reasons = Machine.reasons(machine.findOrInstall());
    assertThat(reasons).hasSize(2).endsWith(NO_GO);
    return (DownloadFailed) reasons.getFirst();
  }
}
