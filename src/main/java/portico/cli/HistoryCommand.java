package portico.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.model.EnvironmentName;
import portico.operation.OperationEvent;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.service.Services;
import portico.spec.SpecDiff;

/** Who did what, when, with which changes; of destroyed environments too. */
@Command(name = "history")
final class HistoryCommand extends EnvironmentCommand {
  @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "20")
  private int limit;

  @Option(names = "--diff")
  private boolean diff;

  HistoryCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (limit < 1) {
      throw new Refused(Refusal.Usage.of("usage.limit", limit));
    }
    EnvironmentName name = names().required(context.text());
    List<OperationRecord> all = services.operations().history(name);
    List<OperationRecord> shown = all.stream().limit(limit).toList();
    CliText text = context.text();
    Table table =
        Table.of(
            text.get("column.when"),
            text.get("column.operation"),
            text.get("column.outcome"),
            text.get("column.took"),
            text.get("column.changed"),
            text.get("column.by"));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (OperationRecord each : shown) {
      Map<String, Object> row = row(each, services, all);
      rows.add(row);
      table.row(
          each.request().requestedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          String.valueOf(row.get("operation")),
          String.valueOf(row.get("outcome")),
          took(each.status()).map(text::of).orElse("-"),
          String.valueOf(row.getOrDefault("changes", "-")),
          String.valueOf(row.getOrDefault("caller", "-")));
    }
    if (rows.isEmpty()) {
      print(text.get("no-history", name));
    } else {
      print(table);
    }
    if (diff) {
      shown.forEach(each -> printDiff(each, all));
    }
    reply(Reply.of(Reply.SUCCEEDED).put("environment", name.value()).put("operations", rows));
    return ExitCode.DONE;
  }

  private Map<String, Object> row(
      OperationRecord operation, Services services, List<OperationRecord> all) {
    OperationRequest request = operation.request();
    Map<String, Object> row =
        Reply.fields(
            "operation", request.kind().name().toLowerCase(Locale.ROOT),
            "operation_id", request.id().value(),
            "requested_at", request.requestedAt().toString(),
            "outcome", StatusReport.outcome(operation.status()));
    took(operation.status()).ifPresent(took -> row.put("seconds", took.toMillis() / 1000.0));
    changes(operation.status()).ifPresent(changes -> row.put("changes", changes));
    services.operations().journal(request.id()).stream()
        .filter(OperationEvent.CallerKnown.class::isInstance)
        .map(event -> ((OperationEvent.CallerKnown) event).caller().arn())
        .findFirst()
        .ifPresent(arn -> row.put("caller", arn));
    if (diff) {
      row.put(
          "spec_changes", difference(operation, all).stream().map(SpecDiff.Line::marked).toList());
    }
    return row;
  }

  private void printDiff(OperationRecord operation, List<OperationRecord> all) {
    List<SpecDiff.Line> lines = difference(operation, all);
    if (!lines.isEmpty()) {
      print("");
      print(operation.request().requestedAt().truncatedTo(ChronoUnit.SECONDS).toString());
      lines.forEach(line -> print(line.marked()));
    }
  }

  /** How a deploy's spec differs from that of the deploy before it; nothing for anything else. */
  private static List<SpecDiff.Line> difference(
      OperationRecord operation, List<OperationRecord> newestFirst) {
    OperationRequest request = operation.request();
    if (request.kind() != OperationKind.DEPLOY) {
      return List.of();
    }
    return newestFirst.stream()
        .map(OperationRecord::request)
        .filter(each -> each.kind() == OperationKind.DEPLOY)
        .filter(each -> each.id().compareTo(request.id()) < 0)
        .findFirst()
        .map(before -> SpecDiff.of(before.spec(), request.spec()))
        .orElse(List.of());
  }

  private Optional<String> changes(OperationStatus status) {
    return status instanceof OperationStatus.Finished(var result)
            && result.outcome() instanceof Outcome.Succeeded(var outputs, var changes)
        ? Optional.of(OperationReport.summary(changes, context.text()))
            .filter(summary -> !summary.isEmpty())
        : Optional.empty();
  }

  private static Optional<Duration> took(OperationStatus status) {
    return status instanceof OperationStatus.Finished(var result)
        ? Optional.of(Duration.between(result.startedAt(), result.finishedAt()))
        : Optional.empty();
  }
}
