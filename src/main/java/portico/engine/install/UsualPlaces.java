package portico.engine.install;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders in which each system keeps programs and caches. */
final class UsualPlaces {
  private UsualPlaces() {}

  /** Folders of installers that a desktop program's PATH often lacks. */
  static List<Path> ofPrograms(Path home, Platform platform) {
    if (platform.isWindows()) {
      return List.of(
          home.resolve(".pulumi").resolve("bin"),
          Path.of("C:\\Program Files (x86)\\Pulumi\\bin"),
          Path.of("C:\\Program Files\\Go\\bin"));
    }
    return List.of(
        home.resolve(".pulumi/bin"),
        Path.of("/usr/local/bin"),
        Path.of("/opt/homebrew/bin"),
        Path.of("/usr/local/go/bin"),
        Path.of("/usr/lib/go/bin"));
  }

  /** The user's cache folder as the system's own convention has it. */
  static Path cache(Path home, Platform platform, Map<String, String> environment) {
    String variable = platform.isWindows() ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
    Optional<Path> named = absolute(environment.getOrDefault(variable, ""));
    Path otherwise =
        switch (platform.os()) {
          case "windows" -> home.resolve("AppData").resolve("Local");
          case "darwin" -> home.resolve("Library/Caches");
          case String _ -> home.resolve(".cache");
        };
    return named.orElse(otherwise).resolve("portico").resolve("engine");
  }

  /** The first executable file of this name on PATH and then in the usual places. */
  static Optional<Path> program(String name, EngineSettings settings) {
    return programs(name, settings).findFirst();
  }

  /**
   * All of them, in order. Relative folders of PATH are passed over: they depend on where one is.
   */
  static Stream<Path> programs(String name, EngineSettings settings) {
    String file = settings.platform().program(name);
    String path = settings.variable("PATH").orElse("");
    Stream<Path> onPath =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .flatMap(folder -> absolute(folder).stream());
    return Stream.concat(onPath, settings.usualPlaces().stream())
        .map(folder -> folder.resolve(file))
        .distinct()
        .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate));
  }

  private static Optional<Path> absolute(String folder) {
    if (folder.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(folder)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
