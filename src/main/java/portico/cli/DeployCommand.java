package portico.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.service.Services;
import portico.text.Message;

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

  @Option(names = "--ends-in", paramLabel = "TIME")
  private Optional<String> endsIn = Optional.empty();

  DeployCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var name = names().required(context.text());
    Optional<Lifetime> lifetime = endsIn.map(LifetimeOption::parse);
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
    OperationId id = start(services.operations(), OperationKind.DEPLOY, plan);
    // Now, not at the end: the deployment goes on when this command is gone.
    Optional<OperationFailure> notKept =
        lifetime.flatMap(each -> services.deadlines().endAfter(name, id, each));
    OperationReport report = follow(services.operations(), name, OperationKind.DEPLOY, id);
    int code = conclude(report);
    Reply reply = report.reply(context.text());
    Ending ending = services.deadlines().find(name);
    say(ending);
    reply.put("ends", EndingFields.of(ending, context.clock().instant()));
    if (notKept.isPresent()) {
      Message message = context.text().failures.of(notKept.get(), -1);
      context.say("ends-not-kept");
      complain(message);
      reply.failure(FailureCode.of(notKept.get()), message);
      code = Math.max(code, ExitCode.FAILED);
    }
    reply(reply);
    return code;
  }

  private void say(Ending ending) {
    if (!ending.stays()) {
      context.say("ends", context.text().deadlines.whole(ending, context.clock().instant()));
      context.terminal().err().println(context.text().deadlines.promise());
    }
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
