package portico.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.model.ConditionSpec.ApiKey;
import portico.operation.OperationKind;
import portico.service.CallerKeys;
import portico.service.Services;

/** Makes a new key and deploys it. */
@Command(name = "renew")
final class KeyRenewCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Mixin private KeyOption key = new KeyOption();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  KeyRenewCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var environment = names().existingNamed(services.environments(), context.text());
    ApiKey asked = key.of(environment);
    if (!yes) {
      needSomeoneToAsk();
    }
    Plan plan = new Planner(context, services).existing(environment, accounts);
    if (!yes) {
      confirm(plan);
    }
    new CallerKeys(services)
        .renew(environment, asked)
        .ifPresent(
            busy -> {
              throw new Refused(new Refusal.NotStarted(busy));
            });
    context.say("key.renewed");
    OperationReport report = operate(services, OperationKind.DEPLOY, plan);
    int code = conclude(report);
    context.say(
        code == ExitCode.DONE ? "key.deployed" : "key.not-deployed", environment.name().value());
    reply(report.reply(context.text()));
    return code;
  }

  private void confirm(Plan plan) {
    String answer =
        context
            .terminal()
            .ask(context.text().get("ask.renew", plan.environment()))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (answer.isEmpty() || !context.text().get("answer.yes").startsWith(answer)) {
      throw new Refused(new Refusal.Declined());
    }
  }
}
