package portico.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {
  @Option(names = "--home", paramLabel = "DIR")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  /** The folder with everything that Portico keeps. */
  Path home(Terminal terminal) {
    return home.or(() -> terminal.variable("PORTICO_HOME").map(Path::of))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".portico"));
  }

  boolean json() {
    return json;
  }

  boolean help() {
    return help;
  }
}
