package portico.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;

/** A command about one environment: NAME or --name NAME. */
abstract class EnvironmentCommand extends PorticoCommand {
  @Mixin private NameOptions names = new NameOptions();

  EnvironmentCommand(CliContext context) {
    super(context);
  }

  NameOptions names() {
    return names;
  }

  @Override
  Optional<String> environment() {
    return names.given();
  }

  /**
   * The spec that the environment was made from.
   *
   * @throws Refused when Portico did not make it
   */
  static EnvironmentSpec specOf(Environment environment) {
    return environment
        .spec()
        .orElseThrow(() -> new Refused(new Refusal.NotPorticos(environment.name().value())));
  }
}
