package portico.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.service.Services;

/** The truth about one environment. */
@Command(name = "status")
final class StatusCommand extends EnvironmentCommand {
  @Option(names = "--probe")
  private boolean probe;

  @Option(names = "--offline")
  private boolean offline;

  StatusCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (probe && offline) {
      throw new Refused(Refusal.Usage.of("usage.probe-offline"));
    }
    Environment environment = names().existing(services.environments(), context.text());
    StatusReport report = new StatusReport(context.text(), environment);
    report.known(services.operations().history(environment.name()));
    report.ending(context.clock().instant());
    if (!offline) {
      new LiveStatus(services, environment, report).targetHealth();
    }
    boolean serves = !probe || new LiveStatus(services, environment, report).probe();
    report.lines().forEach(this::print);
    reply(report.reply(serves));
    return serves ? ExitCode.DONE : ExitCode.FAILED;
  }
}
