package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What concerns certificates. Run alone it is incomplete: {@link Cli} then shows the usage. */
@Command(name = "certificate")
final class CertificateCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;
}
