package portico.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.service.Services;
import portico.spec.SpecExample;
import portico.spec.SpecFile;

/** Spec files: an example, a check that contacts nothing, the spec of an environment. */
@Command(name = "spec")
final class SpecCommand extends EnvironmentCommand {
  @Option(names = "--example")
  private boolean example;

  @Option(names = "--check", paramLabel = "FILE")
  private Optional<String> check = Optional.empty();

  @Option(names = "--show")
  private boolean show;

  SpecCommand(CliContext context) {
    super(context);
  }

  @Override
  int execute() {
    if (Stream.of(example, check.isPresent(), show).filter(each -> each).count() != 1) {
      throw new Refused(Refusal.Usage.of("usage.spec-what"));
    }
    if (show) {
      return super.execute();
    }
    if (example) {
      print(SpecExample.text().stripTrailing());
      reply(Reply.of(Reply.SUCCEEDED).put("spec", SpecExample.text()));
    } else {
      String file = check.orElseThrow();
      new SpecSource(context).read(file);
      print(context.text().get("spec-in-order", file));
      reply(Reply.of(Reply.SUCCEEDED).put("problems", List.of()));
    }
    return ExitCode.DONE;
  }

  @Override
  int run(Services services) {
    Environment environment = names().existing(services.environments(), context.text());
    String text = SpecFile.write(specOf(environment));
    print(text.stripTrailing());
    reply(
        Reply.of(Reply.SUCCEEDED).put("environment", environment.name().value()).put("spec", text));
    return ExitCode.DONE;
  }
}
