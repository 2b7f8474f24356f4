package portico.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.operation.OperationKind;
import portico.service.Services;

/** Makes an environment be as its spec says. */
@Command(name = "deploy")
final class DeployCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--spec", paramLabel = "FILE")
  private Optional<String> spec = Optional.empty();

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Option(names = "--despite-checks")
  private boolean despiteChecks;

  DeployCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var name = names().required(context.text());
    if (!yes) {
      needSomeoneToAsk();
    }
    Plan plan = new Planner(context, services).deploy(name, accounts, spec);
    check(services, plan);
    if (!yes) {
      OperationReport preview = operate(services, OperationKind.PREVIEW, plan);
      if (!preview.succeeded(context.text())) {
        return previewFailed(preview);
      }
      warnOfReplacement(services, plan, printPreview(services, preview, false));
      printChanges(services, plan, false);
      confirm(plan);
    }
    OperationReport report = operate(services, OperationKind.DEPLOY, plan);
    int code = conclude(report);
    reply(report.reply(context.text()));
    return code;
  }

  /** What AWS is known to refuse is not tried: it would end half-way, with resources to remove. */
  private void check(Services services, Plan plan) {
    int failed = new Checks(context, services).warn(plan).problems();
    if (failed > 0 && !despiteChecks) {
      throw new Refused(new Refusal.ChecksFailed(failed));
    }
  }

  private void confirm(Plan plan) {
    String yesWord = context.text().get("answer.yes");
    String answer =
        context
            .terminal()
            .ask(
                context
                    .text()
                    .get("ask.deploy", plan.environment(), context.text().of(plan.account())))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (answer.isEmpty() || !yesWord.startsWith(answer)) {
      throw new Refused(new Refusal.Declined());
    }
  }

  /** Even for people, who paste it into scripts and reports. */
  @Override
  boolean alwaysReplies() {
    return true;
  }
}
