package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.EngineFailure;

/** The ways that follow when no archive can be had: nothing listens at the machine's address. */
class GoBuildTest {
  private static final String GOOD = "printf '#!/bin/sh\\necho v3.259.0\\n' > \"$out\"";

  @TempDir Path root;
  private Machine machine;

  @BeforeEach
  void startWithABareMachine() {
    machine = new Machine(root);
  }

  @Test
  void the_engine_is_built_where_no_archive_can_be_had() throws IOException {
    FakePrograms.go(machine.bin, "echo github.com/pulumi/pulumi/pkg/v3/cmd/pulumi; " + GOOD);

    assertThat(machine.findOrInstall())
        .isEqualTo(
            new EngineAnswer.Ready(
                new Engine(machine.installed(), "3.259.0", Engine.Source.GO_MODULE)));
    assertThat(machine.cacheContents()).containsExactly("3.259.0");
    assertThat(machine.events)
        .containsSubsequence(
            new InstallEvent.Building("go: downloading github.com/pulumi/pulumi/pkg/v3 v3.259.0"),
            new InstallEvent.Building("github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"),
            new InstallEvent.Verifying());
  }

  @Test
  void the_module_is_pinned_and_the_build_is_for_this_machine() throws IOException {
    Path seen = Files.createDirectory(root.resolve("seen"));
    machine.environment.put("GOOS", "plan9");
    machine.environment.put("GOPROXY", "https://proxy.example");
    FakePrograms.go(
        machine.bin,
        """
        while read -r line; do echo "$line" >> %1$s/go.mod; done < go.mod
            while read -r line; do echo "$line" >> %1$s/tools.go; done < tools.go
            echo "$*" > %1$s/arguments
            echo "$CGO_ENABLED/$GOPROXY/$GOWORK/$GOOS" > %1$s/environment
            %2$s"""
            .formatted(seen, GOOD));

    assertThat(machine.findOrInstall()).isInstanceOf(EngineAnswer.Ready.class);

    assertThat(seen.resolve("go.mod"))
        .content()
        .contains("require github.com/pulumi/pulumi/pkg/v3 v3.259.0\n");
    assertThat(seen.resolve("tools.go"))
        .content()
        .contains("import _ \"github.com/pulumi/pulumi/pkg/v3/cmd/pulumi\"\n");
    assertThat(seen.resolve("arguments"))
        .content()
        .contains("-trimpath")
        .contains("-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.259.0")
        .endsWith("github.com/pulumi/pulumi/pkg/v3/cmd/pulumi\n");
    assertThat(seen.resolve("environment")).hasContent("0/https://proxy.example/off/");
  }

  @Test
  void a_failed_build_tells_the_code_and_the_last_lines_and_leaves_nothing() throws IOException {
    FakePrograms.go(machine.bin, "echo 'undefined: pulumi' >&2; exit 2");

    assertThat(Machine.reasons(machine.findOrInstall()).getLast())
        .isEqualTo(new EngineFailure.BuildFailed(2, List.of("undefined: pulumi")));
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void a_build_that_writes_no_program_has_failed() {
    FakePrograms.go(machine.bin, "exit 0");

    assertThat(Machine.reasons(machine.findOrInstall()).getLast())
        .isInstanceOf(EngineFailure.BuildFailed.class);
  }

  @Test
  void a_build_without_the_version_stamp_is_not_installed() throws IOException {
    FakePrograms.go(machine.bin, "printf '#!/bin/sh\\necho v3.0.0-dev\\n' > \"$out\"");

    assertThat(Machine.reasons(machine.findOrInstall()).getLast())
        .isInstanceOf(EngineFailure.UnexpectedVersion.class);
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void credentials_of_a_module_proxy_are_not_told() {
    FakePrograms.go(machine.bin, "echo 'Get https://me:word@proxy.example/x: 401'; exit 1");

    EngineAnswer answer = machine.findOrInstall();

    assertThat(Machine.reasons(answer).getLast())
        .isEqualTo(new EngineFailure.BuildFailed(1, List.of("Get https://proxy.example/x: 401")));
    assertThat(machine.events.toString()).doesNotContain("word");
  }

  @Test
  void an_old_toolchain_is_not_used() {
    Path go =
        FakePrograms.script(
            machine.bin.resolve("go"), "#!/bin/sh\necho go version go1.23.4 linux/amd64\n");

    assertThat(Machine.reasons(machine.findOrInstall()).getLast())
        .isEqualTo(new EngineFailure.UnusableGo(go, "go version go1.23.4 linux/amd64", "1.24"));
  }

  @Test
  void a_build_needs_more_space_than_an_archive() {
    FakePrograms.go(machine.bin, GOOD);
    machine.freeSpace = folder -> 2_999_999_999L;

    assertThat(Machine.failure(machine.findOrInstall()))
        .isEqualTo(new EngineFailure.DiskFull(machine.cache, 2_999_999_999L, 3_000_000_000L));
  }

  @Test
  void a_build_longer_than_its_limit_is_ended() throws IOException {
    Path pid = root.resolve("pid");
    FakePrograms.go(machine.bin, endless(pid));
    machine.build = Duration.ofSeconds(4);

    assertThat(Machine.reasons(machine.findOrInstall()).getLast())
        .isInstanceOf(EngineFailure.BuildTooSlow.class);
    assertThat(Children.ends(Files.readString(pid))).isTrue();
    assertThat(machine.cacheContents()).isEmpty();
  }

  @Test
  void cancelling_ends_the_toolchain_and_all_it_started() throws IOException {
    Path pid = root.resolve("pid");
    FakePrograms.go(machine.bin, endless(pid));
    var cancelled = new AtomicBoolean();

    EngineAnswer answer =
        new EngineInstaller(machine.settings())
            .findOrInstall(
                event -> {
                  if (event instanceof InstallEvent.Building(String line)
                      && line.equals("compiling")) {
                    cancelled.set(true);
                  }
                },
                cancelled::get);

    assertThat(answer).isEqualTo(new EngineAnswer.Failed(new EngineFailure.Cancelled()));
    assertThat(Children.ends(Files.readString(pid))).isTrue();
    assertThat(machine.cacheContents()).isEmpty();
  }

  /** A toolchain that starts a compiler, notes its id and waits for it. */
  private static String endless(Path pid) {
    return "/bin/sleep 600 & echo $! > '" + pid + "'; echo compiling; wait";
  }
}
