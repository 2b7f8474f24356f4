package portico.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** What stands before the command. Run alone it is incomplete: {@link Cli} then shows the usage. */
@Command(name = "portico", versionProvider = RootCommand.Version.class)
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  /** The jar's own version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Optional<String> version =
          Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion());
      return new String[] {("portico " + version.orElse("")).strip()};
    }
  }
}
