package portico.cli;

import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.service.Services;

/** What an environment's stack puts out. */
@Command(name = "outputs")
final class OutputsCommand extends EnvironmentCommand {
  @Option(names = "--only", paramLabel = "OUTPUT")
  private Optional<String> only = Optional.empty();

  OutputsCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    Environment environment = names().existing(services.environments(), context.text());
    SortedMap<String, String> outputs = environment.outputs();
    if (only.isPresent()) {
      String value = outputs.get(only.get());
      if (value == null) {
        throw new Refused(Refusal.Usage.of("usage.no-output", only.get(), environment.name()));
      }
      print(value);
    } else if (outputs.isEmpty()) {
      print(context.text().get("no-outputs", environment.name()));
    } else {
      outputs.forEach((name, value) -> print(name + " = " + value));
    }
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("environment", environment.name().value())
            .put("outputs", outputs));
    return ExitCode.DONE;
  }
}
