package portico.engine.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.operation.EngineFailure;

/**
 * Builds the engine from its Go module with the Go toolchain of this machine. Go verifies every
 * module against its checksum database; its GOPROXY and caches are those of the environment.
 */
final class GoBuild {
  private static final String MODULE = "github.com/pulumi/pulumi/pkg/v3";
  private static final String COMMAND = MODULE + "/cmd/pulumi";
  private static final String STAMP =
      "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v" + EngineVersion.PINNED;

  /** Newer ones fetch the toolchain that the module asks for (1.25) by themselves. */
  private static final int LEAST_GO_MINOR = 24;

  private static final Pattern GO_VERSION = Pattern.compile("\\bgo(\\d{1,4})\\.(\\d{1,4})");

  /** `go install` of the command is refused because its module names versions of its parts. */
  private static final String GO_MOD =
      """
      module portico.local/engine

      go 1.25.0

      require %s v%s
      """
          .formatted(MODULE, EngineVersion.PINNED);

  /** Makes the command a dependency, so that go.sum covers all it needs. */
  private static final String TOOLS_GO =
      """
      //go:build tools

      package tools

      import _ "%s"
      """
          .formatted(COMMAND);

  private final EngineSettings settings;
  private final Consumer<InstallEvent> progress;
  private final BooleanSupplier cancelled;

  GoBuild(EngineSettings settings, Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
    this.settings = settings;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Writes the engine to the target.
   *
   * @param scratch an existing empty folder for the sources, removed by the caller
   * @return why it is not there; empty when it is
   */
  Optional<EngineFailure> bring(Path scratch, Path target) {
    progress.accept(new InstallEvent.Looking(Engine.Source.GO_MODULE));
    Optional<Path> go = UsualPlaces.program("go", settings);
    if (go.isEmpty()) {
      return Optional.of(new EngineFailure.NoGo(needed()));
    }
    return check(go.get(), scratch)
        .or(() -> FreeSpace.check(settings, FreeSpace.FOR_BUILD))
        .or(() -> build(go.get(), scratch, target));
  }

  private static String needed() {
    return "1." + LEAST_GO_MINOR;
  }

  private Optional<EngineFailure> check(Path go, Path scratch) {
    var command = List.of(go.toString(), "version");
    var limit = settings.limits().probe();
    return switch (BoundedProcess.run(
        command, scratch, environment(), limit, line -> {}, cancelled)) {
      case BoundedProcess.End.Exited(int code, List<String> lines) ->
          code == 0 && lines.stream().anyMatch(GoBuild::isNewEnough)
              ? Optional.empty()
              : unusable(go, String.join(" | ", lines));
      case BoundedProcess.End.TimedOut(List<String> _) ->
          unusable(go, "no answer in " + limit.toMillis() + " ms");
      case BoundedProcess.End.Cancelled() -> Optional.of(new EngineFailure.Cancelled());
      case BoundedProcess.End.NotStarted(String detail) -> unusable(go, detail);
    };
  }

  private static boolean isNewEnough(String line) {
    Matcher match = GO_VERSION.matcher(line);
    if (!match.find()) {
      return false;
    }
    int major = Integer.parseInt(match.group(1));
    return major > 1 || (major == 1 && Integer.parseInt(match.group(2)) >= LEAST_GO_MINOR);
  }

  private static Optional<EngineFailure> unusable(Path go, String found) {
    return Optional.of(new EngineFailure.UnusableGo(go, found, needed()));
  }

  private Optional<EngineFailure> build(Path go, Path scratch, Path target) {
    try {
      Files.writeString(scratch.resolve("go.mod"), GO_MOD);
      Files.writeString(scratch.resolve("tools.go"), TOOLS_GO);
    } catch (IOException e) {
      return Optional.of(FreeSpace.whyNotWritten(settings, e));
    }
    long begin = System.nanoTime();
    var tidy = List.of(go.toString(), "mod", "tidy");
    var build =
        List.of(
            go.toString(),
            "build",
            "-v",
            "-mod=mod",
            "-trimpath",
            "-ldflags",
            "-s -w -X " + STAMP,
            "-o",
            target.toString(),
            COMMAND);
    return run(tidy, scratch, begin)
        .or(() -> run(build, scratch, begin))
        .or(() -> finished(target));
  }

  private Optional<EngineFailure> run(List<String> command, Path scratch, long begin) {
    Duration limit = settings.limits().build();
    Duration rest = limit.minusNanos(System.nanoTime() - begin);
    return switch (BoundedProcess.run(
        command,
        scratch,
        environment(),
        rest,
        line -> progress.accept(new InstallEvent.Building(line)),
        cancelled)) {
      case BoundedProcess.End.Exited(int code, List<String> lines) ->
          code == 0 ? Optional.empty() : Optional.of(whyBuildFailed(code, lines));
      case BoundedProcess.End.TimedOut(List<String> lines) ->
          Optional.of(new EngineFailure.BuildTooSlow(limit, lines));
      case BoundedProcess.End.Cancelled() -> Optional.of(new EngineFailure.Cancelled());
      case BoundedProcess.End.NotStarted(String detail) ->
          unusable(Path.of(command.getFirst()), detail);
    };
  }

  private EngineFailure whyBuildFailed(int code, List<String> lines) {
    boolean full = lines.stream().anyMatch(line -> line.contains("no space left on device"));
    return full
        ? FreeSpace.check(settings, FreeSpace.FOR_BUILD)
            .orElseGet(() -> new EngineFailure.BuildFailed(code, lines))
        : new EngineFailure.BuildFailed(code, lines);
  }

  private Optional<EngineFailure> finished(Path target) {
    try {
      InstallFolder.makeExecutable(target);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new EngineFailure.BuildFailed(0, List.of("no program was written: " + e)));
    }
  }

  /** Whatever the user set for other work, this builds a module for this machine. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("CGO_ENABLED", "0");
    environment.put("GO111MODULE", "on");
    environment.put("GOWORK", "off");
    environment.remove("GOOS");
    environment.remove("GOARCH");
    return environment;
  }
}
