package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import portico.operation.OperationKind;
import portico.service.Services;

/** Reads every resource again and corrects the state. */
@Command(name = "refresh")
final class RefreshCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  RefreshCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var environment = names().existingNamed(services.environments(), context.text());
    Plan plan = new Planner(context, services).existing(environment, accounts);
    OperationReport report = operate(services, OperationKind.REFRESH, plan);
    int code = conclude(report);
    reply(report.reply(context.text()));
    return code;
  }
}
