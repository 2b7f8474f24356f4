package portico.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import portico.operation.OperationKind;
import portico.operation.Step;
import portico.service.Services;

/** Says what in AWS is no longer as Portico made it, and changes nothing. */
@Command(name = "drift")
final class DriftCommand extends OperationCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  DriftCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    var environment = names().existingNamed(services.environments(), context.text());
    Plan plan = new Planner(context, services).existing(environment, accounts);
    OperationReport report = operate(services, OperationKind.REFRESH_PREVIEW, plan);
    if (!report.succeeded(context.text())) {
      return previewFailed(report);
    }
    List<Steps.Row> differing =
        Steps.of(services.operations().journal(report.id())).stream()
            .filter(row -> row.step() == Step.UPDATE || row.step() == Step.DELETE)
            .toList();
    if (!differing.isEmpty()) {
      print(table(differing));
    }
    print(
        differing.isEmpty()
            ? context.text().get("drift.none", plan.environment())
            : context.text().get("drift.some", plan.environment(), differing.size()));
    reply(
        Reply.of(differing.isEmpty() ? Reply.SUCCEEDED : Reply.FAILED)
            .put("environment", plan.environment().value())
            .put("operation_id", report.id().value())
            .put("differences", differing.stream().map(Steps.Row::fields).toList()));
    return differing.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Table table(List<Steps.Row> rows) {
    CliText text = context.text();
    Table table =
        Table.of(
            text.get("column.drift"),
            text.get("column.type"),
            text.get("column.name"),
            text.get("column.differs"));
    for (Steps.Row row : rows) {
      table.row(
          text.get(row.step() == Step.DELETE ? "drift.gone" : "drift.changed"),
          text.status.typeOf(row.resource()),
          row.resource().name(),
          String.join(", ", row.changed()));
    }
    return table;
  }
}
