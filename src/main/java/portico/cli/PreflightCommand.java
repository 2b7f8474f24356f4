package portico.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portico.preflight.PreflightReport;
import portico.service.Services;

/** Says whether a deploy would work, before anything is previewed. */
@Command(name = "preflight")
final class PreflightCommand extends EnvironmentCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--spec", paramLabel = "FILE")
  private Optional<String> spec = Optional.empty();

  PreflightCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    Plan plan =
        new Planner(context, services).unchecked(names().required(context.text()), accounts, spec);
    Checks checks = new Checks(context, services);
    PreflightReport report = checks.run(plan);
    checks.all(report).forEach(this::print);
    print(
        report.failed()
            ? context.text().get("checks.problem", report.problems())
            : context.text().get("checks.fine"));
    reply(
        Reply.of(report.failed() ? Reply.FAILED : Reply.SUCCEEDED)
            .put("environment", plan.environment().value())
            .put("problems", report.problems())
            .put("checks", report.checks().stream().map(checks::fields).toList())
            .put("warnings", report.warnings().stream().map(context.text().warnings::of).toList()));
    return report.failed() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
