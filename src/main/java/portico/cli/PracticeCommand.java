package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What concerns the simulated AWS. Run alone it is incomplete: {@link Cli} then shows the usage.
 */
@Command(name = "practice")
final class PracticeCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;
}
