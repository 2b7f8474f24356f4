package portico.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.model.EnvironmentName;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.service.Services;

/** Stops the operation at work on an environment. */
@Command(name = "cancel")
final class CancelCommand extends OperationCommand {
  @Option(names = "--now")
  private boolean now;

  CancelCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    EnvironmentName name = names().required(context.text());
    OperationRecord running =
        services.operations().history(name).stream()
            .filter(each -> each.status() instanceof OperationStatus.Running)
            .findFirst()
            .orElseThrow(() -> new Refused(new Refusal.NothingRunning(name.value())));
    var request = running.request();
    services.operations().cancel(request.id());
    if (now) {
      services.operations().cancel(request.id());
    }
    OperationReport report = follow(services.operations(), name, request.kind(), request.id());
    conclude(report);
    reply(report.reply(context.text()));
    return exitCode(report.outcome(context.text()));
  }

  /** Done when the operation is cancelled; an operation that ended first was not. */
  private static int exitCode(Optional<Outcome> outcome) {
    return outcome
        .map(each -> each instanceof Outcome.Cancelled ? ExitCode.DONE : ExitCode.FAILED)
        .orElse(ExitCode.CANCELLED);
  }
}
