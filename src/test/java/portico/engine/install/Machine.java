package portico.engine.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import portico.engine.install.EngineSettings.Limits;
import portico.operation.EngineFailure;

/** A machine with nothing on it, and the settings of an installer that looks at it. */
final class Machine {
  /** Nothing listens there. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/sdk/");

  final Path root;
  final Path bin;
  final Path cache;
  final List<InstallEvent> events = new ArrayList<>();
  final Map<String, String> environment = new HashMap<>();
  Optional<Path> setting = Optional.empty();
  List<Path> otherCaches = List.of();
  URI archiveBase = NOWHERE;
  URI checksums = NOWHERE.resolve("checksums");
  Platform platform = new Platform("linux", "x64");
  Duration probe = Duration.ofSeconds(30);
  Duration stall = Duration.ofSeconds(30);
  Duration download = Duration.ofSeconds(60);
  Duration build = Duration.ofSeconds(60);
  Duration otherInstallation = Duration.ofSeconds(60);
  ToLongFunction<Path> freeSpace = folder -> 10_000_000_000L;

  Machine(Path root) {
    this.root = root;
    this.bin = root.resolve("bin");
    this.cache = root.resolve("cache");
    environment.put("PATH", bin.toString());
  }

  Machine downloadsFrom(FakeRelease release) {
    archiveBase = release.base();
    checksums = release.checksums();
    return this;
  }

  EngineSettings settings() {
    var limits =
        new Limits(probe, Duration.ofSeconds(10), stall, download, build, otherInstallation);
    return new EngineSettings(
        setting,
        List.of(),
        otherCaches,
        cache,
        archiveBase,
        checksums,
        platform,
        environment,
        limits,
        freeSpace);
  }

  EngineAnswer find() {
    return new EngineInstaller(settings()).find();
  }

  EngineAnswer findOrInstall() {
    return new EngineInstaller(settings()).findOrInstall(events::add, () -> false);
  }

  /** Where the installed engine has to be. */
  Path installed() {
    return cache.resolve("3.259.0").resolve("pulumi");
  }

  /** What is in the cache folder, but for the lock. */
  List<String> cacheContents() throws IOException {
    try (Stream<Path> entries = Files.list(cache)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  static EngineFailure failure(EngineAnswer answer) {
    return switch (answer) {
      case EngineAnswer.Failed(EngineFailure failure) -> failure;
      case EngineAnswer.Ready(Engine engine) -> throw new AssertionError("there is " + engine);
    };
  }

  /** The reasons of an installation that tried every way. */
  static List<EngineFailure> reasons(EngineAnswer answer) {
    return switch (failure(answer)) {
      case EngineFailure.NoWayToInstall(List<EngineFailure> reasons) -> reasons;
      case EngineFailure other -> throw new AssertionError("not every way was tried: " + other);
    };
  }
}
