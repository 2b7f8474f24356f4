package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.environment.DeletionProtection;
import portico.environment.Environment;
import portico.operation.OperationKind;
import portico.service.Services;

/** Removes every resource of an environment. */
@Command(name = "destroy")
final class DestroyCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Option(names = "--despite-protection")
  private boolean despiteProtection;

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
    checkProtection(environment);
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

  /** What AWS is known to refuse is not started, unless someone knows better. */
  private void checkProtection(Environment environment) {
    DeletionProtection.ofDestroy(environment)
        .ifPresent(
            balancer -> {
              if (!despiteProtection) {
                throw new Refused(new Refusal.BalancerProtected(balancer));
              }
              context.say("protection.destroy", balancer);
            });
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
