package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import portico.environment.Environment;
import portico.model.ConditionSpec.ApiKey;
import portico.service.CallerKeys;
import portico.service.Services;

/** Prints a key that callers present, and nothing else. */
@Command(name = "show")
final class KeyShowCommand extends EnvironmentCommand {
  @Mixin private KeyOption key = new KeyOption();

  KeyShowCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    Environment environment = names().existing(services.environments(), context.text());
    ApiKey asked = key.of(environment);
    String value =
        new CallerKeys(services)
            .find(environment, asked)
            .orElseThrow(
                () -> new Refused(Refusal.Usage.of("usage.key-not-here", environment.name())));
    print(value);
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("environment", environment.name().value())
            .put("key_name", asked.keyName())
            .put("header", asked.header())
            .put("prefix", asked.prefix())
            .put("key", value));
    return ExitCode.DONE;
  }
}
