package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.operation.OperationKind;
import portico.service.Services;

/** Removes every resource of an environment. */
@Command(name = "destroy")
final class DestroyCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Option(names = "--forget")
  private boolean forget;

  DestroyCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var environment = names().existingNamed(services.environments(), context.text());
    if (!yes) {
      needSomeoneToAsk();
    }
    Plan plan = new Planner(context, services).existing(environment, accounts);
    if (!yes) {
      OperationReport preview = operate(services, OperationKind.DESTROY_PREVIEW, plan);
      if (!preview.succeeded(context.text())) {
        return previewFailed(preview);
      }
      printPreview(services, preview, false);
      confirm(plan);
    }
    OperationReport report = operate(services, OperationKind.DESTROY, plan);
    int code = conclude(report);
    Reply reply = report.reply(context.text());
    if (forget && report.succeeded(context.text())) {
      reply.put("forgotten", services.environments().forget(plan.environment()));
    }
    reply(reply);
    return code;
  }

  /** Destroying cannot be undone, so a mere yes is not enough. */
  private void confirm(Plan plan) {
    String name = plan.environment().value();
    String answer = context.terminal().ask(context.text().get("ask.destroy", name)).orElse("");
    if (!answer.equals(name)) {
      throw new Refused(new Refusal.Declined());
    }
  }
}
