package portico.engine.install;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Where to look for an engine, where to install one, and how long to wait.
 *
 * @param explicitBinary the program the user named; then no other is looked at
 * @param usualPlaces folders of programs tried after PATH, because a desktop program often has a
 *     shorter PATH than the shell
 * @param caches folders that hold {@code <version>/pulumi}, besides {@code installInto}
 * @param installInto the cache that new engines go into
 * @param archiveBase folder address of the release archives
 * @param checksums address of the SHA-256 file that goes with them
 * @param platform which archive
 * @param environment environment of every process started; PATH is read from it. Never logged
 * @param limits how long each thing may take
 * @param freeSpace usable bytes on the disk of an existing folder
 */
public record EngineSettings(
    Optional<Path> explicitBinary,
    List<Path> usualPlaces,
    List<Path> caches,
    Path installInto,
    URI archiveBase,
    URI checksums,
    Platform platform,
    Map<String, String> environment,
    Limits limits,
    ToLongFunction<Path> freeSpace) {
  /** Where Pulumi publishes its releases, see pulumi.com/docs/install/versions. */
  private static final URI OFFICIAL = URI.create("https://get.pulumi.com/releases/sdk/");

  public EngineSettings {
    usualPlaces = List.copyOf(usualPlaces);
    caches = List.copyOf(caches);
    installInto = installInto.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /**
   * How long each thing may take.
   *
   * @param probe one start of {@code pulumi version} or {@code go version}; 0.2 s is usual
   * @param connect opening one connection
   * @param stall between two bytes of a download
   * @param download one whole download
   * @param build the whole Go build; 4 to 5 minutes on two cores
   * @param otherInstallation waiting for another process that installs
   */
  public record Limits(
      Duration probe,
      Duration connect,
      Duration stall,
      Duration download,
      Duration build,
      Duration otherInstallation) {
    public static Limits standard() {
      return new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(30),
          Duration.ofMinutes(30),
          Duration.ofMinutes(40));
    }
  }

  /** Pulumi's own release, into the user's cache folder, with the environment of this process. */
  public static EngineSettings standard() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return standard(home, Platform.current(), System.getenv());
  }

  static EngineSettings standard(Path home, Platform platform, Map<String, String> environment) {
    return new EngineSettings(
        Optional.empty(),
        UsualPlaces.ofPrograms(home, platform),
        List.of(),
        UsualPlaces.cache(home, platform, environment),
        OFFICIAL,
        OFFICIAL.resolve("pulumi-" + EngineVersion.PINNED + "-checksums.txt"),
        platform,
        environment,
        Limits.standard(),
        new DiskSpace());
  }

  /** The same settings with the program the user named. */
  public EngineSettings withExplicitBinary(Path binary) {
    return new EngineSettings(
        Optional.of(binary),
        usualPlaces,
        caches,
        installInto,
        archiveBase,
        checksums,
        platform,
        environment,
        limits,
        freeSpace);
  }

  /** The same settings with another folder to install into; the old one stays a cache. */
  public EngineSettings withInstallInto(Path folder) {
    return new EngineSettings(
        explicitBinary,
        usualPlaces,
        Stream.concat(caches.stream(), Stream.of(installInto)).toList(),
        folder,
        archiveBase,
        checksums,
        platform,
        environment,
        limits,
        freeSpace);
  }

  URI archive() {
    String base = archiveBase.toString();
    String folder = base.endsWith("/") ? base : base + "/";
    return URI.create(folder).resolve(platform.archiveName(EngineVersion.PINNED));
  }

  /** The value of an environment variable, whose name Windows compares without case. */
  Optional<String> variable(String name) {
    String exact = environment.get(name);
    if (exact != null || !platform.isWindows()) {
      return Optional.ofNullable(exact);
    }
    String upper = name.toUpperCase(Locale.ROOT);
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().toUpperCase(Locale.ROOT).equals(upper))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Without the environment, which can hold credentials. */
  @Override
  public String toString() {
    return "EngineSettings[explicitBinary=%s, caches=%s, installInto=%s, archive=%s, platform=%s]"
        .formatted(explicitBinary, caches, installInto, Redaction.of(archive()), platform);
  }
}
