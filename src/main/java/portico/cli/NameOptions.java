package portico.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import portico.environment.Environment;
import portico.environment.Environments;
import portico.model.EnvironmentName;
import portico.model.FieldRules;
import portico.operation.OperationFailure;

/** Which environment: NAME or --name NAME. */
final class NameOptions {
  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "name-parameter")
  private Optional<String> parameter = Optional.empty();

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME")
  private Optional<String> option = Optional.empty();

  /** The name as given, right or wrong. */
  Optional<String> given() {
    return option.or(() -> parameter);
  }

  /**
   * The name that must be given.
   *
   * @throws Refused when it is missing or no name
   */
  EnvironmentName required(CliText text) {
    if (option.isPresent() && parameter.isPresent() && !option.equals(parameter)) {
      throw new Refused(Refusal.Usage.of("usage.two-names", parameter.get(), option.get()));
    }
    String name = given().orElseThrow(() -> new Refused(Refusal.Usage.of("usage.name-needed")));
    return EnvironmentName.parse(name)
        .orElseThrow(
            () -> {
              var violation = FieldRules.environmentName("name", name).getFirst();
              return new Refused(
                  Refusal.Usage.of("usage.name-form", name, text.failures.of(violation)));
            });
  }

  /**
   * The environment of that name, or the only one there is when no name is given.
   *
   * @throws Refused when there is none, or a name is needed
   */
  Environment existing(Environments environments, CliText text) {
    if (given().isEmpty()) {
      List<Environment> all = environments.list();
      if (all.size() == 1) {
        return all.getFirst();
      }
    }
    return existingNamed(environments, text);
  }

  /** Like {@link #existing}, but the name must be given. */
  Environment existingNamed(Environments environments, CliText text) {
    EnvironmentName name = required(text);
    return environments
        .find(name)
        .orElseThrow(
            () ->
                new Refused(
                    new Refusal.NotStarted(new OperationFailure.NoSuchEnvironment(name.value()))));
  }
}
