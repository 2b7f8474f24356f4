package portico.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The script that starts this program: {@code bin/portico} beside {@code lib/portico.jar}. */
final class StartScript {
  private StartScript() {}

  /** Its absolute path; empty when the program was started in another way. */
  static Optional<Path> of(String classPath) {
    String ending = File.separatorChar == '\\' ? ".cmd" : "";
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(jar -> jar.endsWith(Path.of("lib", "portico.jar")))
        .map(jar -> jar.resolve(Path.of("..", "..", "bin", "portico" + ending)).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
