package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.EngineFailure;

class InstallLockTest {
  @TempDir Path root;

  @Test
  void of_two_installations_at_once_one_downloads_and_the_other_finds() throws Exception {
    try (var release = new FakeRelease();
        var threads = Executors.newFixedThreadPool(2)) {
      release.publish(FakeArchive.good());
      Callable<EngineAnswer> install =
          () -> new Machine(root).downloadsFrom(release).findOrInstall();

      var answers = threads.invokeAll(List.of(install, install), 60, TimeUnit.SECONDS);

      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .extracting(answer -> ((EngineAnswer.Ready) answer).engine().source())
          .containsExactlyInAnyOrder(Engine.Source.RELEASE_ARCHIVE, Engine.Source.CACHE);
      assertThat(release.requests()).hasSize(2);
      assertThat(new Machine(root).cacheContents()).containsExactly("3.259.0");
    }
  }

  @Test
  void another_process_is_waited_for_and_its_engine_is_used() throws Exception {
    var machine = new Machine(root);
    Process other = startLockHolder(machine);
    try (var release = new FakeRelease()) {
      release.refuseEverything(403);
      machine.downloadsFrom(release);

      EngineAnswer answer =
          new EngineInstaller(machine.settings())
              .findOrInstall(
                  event -> {
                    if (event instanceof InstallEvent.Waiting) {
                      FakePrograms.pulumi(machine.cache.resolve("3.259.0"), "3.259.0");
                      other.destroy();
                    }
                  },
                  () -> false);

      assertThat(answer)
          .isEqualTo(
              new EngineAnswer.Ready(
                  new Engine(machine.installed(), "3.259.0", Engine.Source.CACHE)));
      assertThat(release.requests()).isEmpty();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void waiting_for_another_process_ends_at_its_limit() throws Exception {
    var machine = new Machine(root);
    machine.otherInstallation = Duration.ofMillis(300);
    Process other = startLockHolder(machine);
    try {
      assertThat(Machine.failure(machine.findOrInstall()))
          .isEqualTo(
              new EngineFailure.Busy(machine.cache.resolve(".lock"), Duration.ofMillis(300)));
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private static String testClasses() {
    try {
      var location = LockHolder.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process startLockHolder(Machine machine) throws IOException {
    Files.createDirectories(machine.cache);
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                testClasses(),
                LockHolder.class.getName(),
                InstallFolder.lockFile(machine.cache).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = other.inputReader();
    assertThat(output.readLine()).isEqualTo("locked");
    return other;
  }
}
