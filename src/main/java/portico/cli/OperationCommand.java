package portico.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.environment.DeletionProtection;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.StartAnswer;
import portico.operation.Step;
import portico.operation.UsualDuration;
import portico.service.Services;
import portico.spec.SpecDiff;

/** A command that runs an operation and stays with it. */
abstract class OperationCommand extends EnvironmentCommand {
  /** How many operations are looked at for how long such a one takes. */
  private static final int PAST = 50;

  OperationCommand(CliContext context) {
    super(context);
  }

  /** Starts the operation and follows it to its end. */
  OperationReport operate(Services services, OperationKind kind, Plan plan) {
    OperationId id = start(services.operations(), kind, plan);
    return follow(services.operations(), plan.environment(), kind, id);
  }

  static OperationId start(Operations operations, OperationKind kind, Plan plan) {
    return accepted(
        operations.start(kind, plan.environment(), plan.spec(), plan.account(), plan.provider()));
  }

  /**
   * The operation that was started.
   *
   * @throws Refused when it was not
   */
  static OperationId accepted(StartAnswer answer) {
    return switch (answer) {
      case StartAnswer.Started(OperationId started) -> started;
      case StartAnswer.Refused(var failure) -> throw new Refused(new Refusal.NotStarted(failure));
    };
  }

  OperationReport follow(
      Operations operations, EnvironmentName environment, OperationKind kind, OperationId id) {
    operations
        .find(id)
        .filter(found -> kind.changesState())
        .flatMap(found -> UsualDuration.of(operations.recent(PAST), found.request()))
        .ifPresent(
            usual ->
                context.say(
                    "progress.usual",
                    context.text().of(usual.median()),
                    context.text().of(usual.longest())));
    ProgressLines progress = new ProgressLines(context, kind.changesState());
    Followed followed = new Follower(context, operations).follow(id, progress);
    return new OperationReport(environment, kind, id, followed);
  }

  /** Prints what the preview found, as a table. */
  List<Steps.Row> printPreview(Services services, OperationReport preview, boolean toResult) {
    List<Steps.Row> rows = Steps.of(services.operations().journal(preview.id()));
    Table table =
        Table.of(
            context.text().get("column.step"),
            context.text().get("column.type"),
            context.text().get("column.name"),
            context.text().get("column.changed"));
    for (Steps.Row row : rows) {
      table.row(
          context.text().status.of(row.step()),
          context.text().status.typeOf(row.resource()),
          row.resource().name(),
          String.join(", ", row.changed()));
    }
    if (toResult) {
      print(table);
    } else {
      table.print(context.terminal().err());
    }
    return rows;
  }

  /** What there is of the environment, if anything. */
  static Optional<Environment> standing(Services services, Plan plan) {
    return services
        .environments()
        .find(plan.environment())
        .filter(each -> !(each.state() instanceof EnvironmentState.Empty));
  }

  /**
   * Warns when AWS would refuse to replace the load balancer, and answers its name.
   *
   * @param rows what a preview found
   */
  Optional<String> warnOfReplacement(Services services, Plan plan, List<Steps.Row> rows) {
    boolean deleted =
        rows.stream().anyMatch(row -> DeletionProtection.deletes(row.resource(), row.step()));
    Optional<String> balancer =
        standing(services, plan)
            .flatMap(Environment::spec)
            .flatMap(before -> DeletionProtection.ofChange(before, plan.spec(), deleted));
    balancer.ifPresent(name -> context.say("protection.replace", name));
    return balancer;
  }

  /**
   * Prints how the spec differs from the one that stands, value by value; nothing for a new
   * environment.
   */
  List<SpecDiff.Line> printChanges(Services services, Plan plan, boolean toResult) {
    List<SpecDiff.Line> lines =
        standing(services, plan)
            .flatMap(Environment::spec)
            .map(before -> SpecDiff.of(before, plan.spec()))
            .orElse(List.of());
    for (SpecDiff.Line line : lines) {
      if (toResult) {
        print(line.marked());
      } else {
        context.terminal().err().println(line.marked());
      }
    }
    return lines;
  }

  /** Says how it ended, and answers the exit code. The reply follows from the caller. */
  int conclude(OperationReport report) {
    CliText text = context.text();
    report.messages(text).values().forEach(this::complain);
    report
        .outcome(text)
        .ifPresent(
            outcome -> {
              if (outcome instanceof Outcome.Succeeded(var outputs, var changes)) {
                succeeded(report, outputs, changes);
              }
            });
    return report.exitCode(text);
  }

  private void succeeded(
      OperationReport report, Map<String, String> outputs, Map<Step, Integer> changes) {
    CliText text = context.text();
    String summary = OperationReport.summary(changes, text);
    print(
        text.get(
            "done." + report.kind().name(),
            report.environment(),
            report.duration().map(text::of).orElse("?"),
            summary.isEmpty() ? text.get("no-changes") : summary));
    if (report.kind() == OperationKind.DEPLOY) {
      outputs.forEach((name, value) -> print("  " + name + " = " + value));
    }
  }

  /** Refuses when no one can be asked. */
  void needSomeoneToAsk() {
    if (!context.terminal().interactive()) {
      throw new Refused(new Refusal.ConfirmationNeeded());
    }
  }

  /** The message of a preview that did not succeed, and its exit code. */
  int previewFailed(OperationReport preview) {
    int code = conclude(preview);
    reply(preview.reply(context.text()));
    return code;
  }
}
