package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.EngineFailure;

class EngineFinderTest {
  @TempDir Path root;
  private Machine machine;

  @BeforeEach
  void startWithABareMachine() {
    machine = new Machine(root);
  }

  @Test
  void a_bare_machine_has_no_engine_and_nothing_is_written() {
    assertThat(machine.find())
        .isEqualTo(new EngineAnswer.Failed(new EngineFailure.NotFound(List.of())));
    assertThat(machine.cache).doesNotExist();
  }

  @Test
  void the_named_program_comes_before_all_others() {
    FakePrograms.pulumi(machine.bin, "3.250.0");
    Path named = FakePrograms.script(root.resolve("my pulumi"), FakePrograms.tells("3.206.0"));
    machine.setting = Optional.of(named);

    assertThat(machine.find()).isEqualTo(ready(named, "3.206.0", Engine.Source.SETTING));
  }

  @Test
  void a_named_program_that_fails_is_told_and_no_other_is_used() {
    FakePrograms.pulumi(machine.bin, "3.259.0");
    Path named = FakePrograms.script(root.resolve("named"), "#!/bin/sh\necho broken\nexit 3\n");
    machine.setting = Optional.of(named);

    assertThat(machine.findOrInstall())
        .isEqualTo(new EngineAnswer.Failed(new EngineFailure.NotRunnable(named, "exit 3: broken")));
  }

  @Test
  void a_named_program_that_is_not_there_is_told() {
    machine.setting = Optional.of(root.resolve("nowhere"));

    assertThat(machine.find())
        .isEqualTo(
            new EngineAnswer.Failed(
                new EngineFailure.NotRunnable(root.resolve("nowhere"), "no such file")));
  }

  @Test
  void a_named_file_that_is_no_program_is_told() throws IOException {
    Path named = Files.writeString(root.resolve("named"), "text");
    machine.setting = Optional.of(named);

    assertThat(Machine.failure(machine.find()))
        .isInstanceOfSatisfying(
            EngineFailure.NotRunnable.class,
            failure -> assertThat(failure.path()).isEqualTo(named));
  }

  @Test
  void a_program_that_tells_no_version_is_no_engine() {
    Path named = FakePrograms.script(root.resolve("named"), "#!/bin/sh\necho hello\n");
    machine.setting = Optional.of(named);

    assertThat(machine.find())
        .isEqualTo(
            new EngineAnswer.Failed(
                new EngineFailure.NotRunnable(named, "told no version: hello")));
  }

  @Test
  void the_version_is_found_among_warnings() {
    machine.setting =
        Optional.of(
            FakePrograms.script(
                root.resolve("named"),
                "#!/bin/sh\necho 'warning: 1.2' >&2\necho v3.260.1-alpha.2+dirty\n"));

    assertThat(machine.find())
        .isEqualTo(ready(machine.setting.get(), "3.260.1", Engine.Source.SETTING));
  }

  @Test
  void versions_that_stream_events_through_a_file_are_too_old() {
    Path named = FakePrograms.pulumi(root, "3.205.9");
    machine.setting = Optional.of(named);

    assertThat(machine.find())
        .isEqualTo(new EngineAnswer.Failed(new EngineFailure.TooOld(named, "3.205.9", "3.206.0")));
  }

  @Test
  void the_next_major_version_is_too_new() {
    Path named = FakePrograms.pulumi(root, "4.0.0");
    machine.setting = Optional.of(named);

    assertThat(machine.find())
        .isEqualTo(new EngineAnswer.Failed(new EngineFailure.TooNew(named, "4.0.0", "4.0.0")));
  }

  @Test
  void path_comes_before_the_cache() {
    Path onPath = FakePrograms.pulumi(machine.bin, "3.258.0");
    FakePrograms.pulumi(machine.cache.resolve("3.259.0"), "3.259.0");

    assertThat(machine.find()).isEqualTo(ready(onPath, "3.258.0", Engine.Source.PATH));
  }

  @Test
  void an_old_engine_on_path_does_not_hide_a_good_one_behind_it() {
    FakePrograms.pulumi(machine.bin, "3.100.0");
    Path second = FakePrograms.pulumi(root.resolve("second"), "3.259.0");
    machine.environment.put("PATH", machine.bin + ":" + root.resolve("second"));

    assertThat(machine.find()).isEqualTo(ready(second, "3.259.0", Engine.Source.PATH));
  }

  @Test
  void relative_folders_of_path_are_not_searched() {
    FakePrograms.pulumi(machine.bin, "3.259.0");
    Path relative = Path.of("").toAbsolutePath().relativize(machine.bin);
    machine.environment.put("PATH", relative + "::.");

    assertThat(Machine.failure(machine.find())).isInstanceOf(EngineFailure.NotFound.class);
  }

  @Test
  void a_hanging_program_is_ended_and_the_cache_is_used() throws IOException {
    Path pid = root.resolve("pid");
    FakePrograms.script(
        machine.bin.resolve("pulumi"),
        "#!/bin/sh\n/bin/sleep 600 &\necho $! > '" + pid + "'\nwait\n");
    FakePrograms.pulumi(machine.cache.resolve("3.259.0"), "3.259.0");
    machine.probe = Duration.ofSeconds(4);

    assertThat(machine.find())
        .isEqualTo(ready(machine.installed(), "3.259.0", Engine.Source.CACHE));
    assertThat(Children.ends(Files.readString(pid))).isTrue();
  }

  @Test
  void another_cache_serves_too() {
    Path other = root.resolve("other");
    Path engine = FakePrograms.pulumi(other.resolve("3.259.0"), "3.259.0");
    machine.otherCaches = List.of(other);

    assertThat(machine.find()).isEqualTo(ready(engine, "3.259.0", Engine.Source.CACHE));
  }

  @Test
  void a_cached_engine_of_another_version_than_its_folder_is_refused() {
    Path engine = FakePrograms.pulumi(machine.cache.resolve("3.259.0"), "3.258.0");

    assertThat(Machine.failure(machine.find()))
        .isEqualTo(
            new EngineFailure.NotFound(
                List.of(new EngineFailure.UnexpectedVersion(engine, "3.258.0", "3.259.0"))));
  }

  @Test
  void settings_do_not_print_the_environment() {
    machine.environment.put("AWS_SECRET_ACCESS_KEY", "very-secret");

    assertThat(machine.settings().toString()).doesNotContain("very-secret");
  }

  private static EngineAnswer ready(Path binary, String version, Engine.Source source) {
    return new EngineAnswer.Ready(new Engine(binary, version, source));
  }
}
