package portico.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.model.ConditionSpec.ApiKey;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Operations;
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
    CallerKeys keys = new CallerKeys(services);
    Optional<String> old = keys.find(environment, asked);
    OperationReport report = renew(services, plan, asked);
    int code = conclude(report);
    boolean renewed = !keys.find(environment, asked).equals(old);
    context.say(ending(code == ExitCode.DONE, renewed), environment.name().value());
    reply(report.reply(context.text()).put("renewed", renewed));
    return code;
  }

  private OperationReport renew(Services services, Plan plan, ApiKey asked) {
    Operations operations = services.operations();
    OperationId id =
        accepted(
            operations.renewKey(
                asked.keyName(), plan.environment(), plan.spec(), plan.account(), plan.provider()));
    return follow(operations, plan.environment(), OperationKind.DEPLOY, id);
  }

  private static String ending(boolean deployed, boolean renewed) {
    if (!renewed) {
      return "key.as-it-was";
    }
    return deployed ? "key.deployed" : "key.not-deployed";
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
