package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What concerns API keys. Run alone it is incomplete: {@link Cli} then shows the usage. */
@Command(name = "key")
final class KeyCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;
}
