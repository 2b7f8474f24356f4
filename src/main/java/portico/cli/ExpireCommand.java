package portico.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portico.environment.Deadline;
import portico.environment.Due;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.StartAnswer;
import portico.service.Expiry;
import portico.service.Services;
import portico.text.Message;

/** Destroys what is due; meant for a scheduler. */
@Command(name = "expire")
final class ExpireCommand extends OperationCommand {
  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--schedule")
  private boolean schedule;

  @Option(names = "--scheduler", paramLabel = "KIND")
  private Optional<Schedule.Kind> scheduler = Optional.empty();

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private int code = ExitCode.DONE;

  ExpireCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    if (schedule || scheduler.isPresent()) {
      return printSchedule(services);
    }
    Instant now = context.clock().instant();
    Optional<String> only = names().given();
    List<Due> all =
        new Expiry(services)
            .due(now).stream()
                .filter(
                    each -> only.isEmpty() || only.get().equals(each.environment().name().value()))
                .toList();
    for (Due each : all) {
      if (code != ExitCode.CANCELLED) {
        settle(services, each, now);
      }
    }
    Optional<Map.Entry<EnvironmentName, Deadline>> next = next(services, now);
    if (all.isEmpty()) {
      print(
          next.map(each -> nextLine(each, now)).orElseGet(() -> context.text().get("expire.none")));
    }
    reply(reply(next));
    return code;
  }

  /** Of what is not due yet, the first. */
  private static Optional<Map.Entry<EnvironmentName, Deadline>> next(
      Services services, Instant now) {
    return services.deadlines().all().entrySet().stream()
        .flatMap(
            each ->
                each.getValue().deadline().stream()
                    .filter(deadline -> !deadline.isDue(now))
                    .map(deadline -> Map.entry(each.getKey(), deadline)))
        .min((one, other) -> one.getValue().due().compareTo(other.getValue().due()));
  }

  private String nextLine(Map.Entry<EnvironmentName, Deadline> next, Instant now) {
    return context
        .text()
        .get(
            "expire.next",
            next.getKey(),
            context.text().deadlines.exact(next.getValue().due()),
            context.text().deadlines.left(next.getValue(), now));
  }

  private Reply reply(Optional<Map.Entry<EnvironmentName, Deadline>> next) {
    String outcome =
        switch (code) {
          case ExitCode.DONE -> Reply.SUCCEEDED;
          case ExitCode.CANCELLED -> Reply.CANCELLED;
          default -> Reply.FAILED;
        };
    return Reply.of(outcome)
        .put("due", rows)
        .put(
            "next",
            next.map(
                each ->
                    Reply.fields(
                        "environment",
                        each.getKey().value(),
                        "at",
                        each.getValue().due().truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  private void settle(Services services, Due due, Instant now) {
    String name = due.environment().name().value();
    if (!(due.verdict() instanceof Due.Ready)) {
      held(due, code(due.verdict()), context.text().deadlines.of(due));
    } else if (dryRun) {
      print(
          context
              .text()
              .get("expire.would", name, context.text().deadlines.left(due.deadline(), now)));
      row(due, "would_be_destroyed");
    } else {
      context.say("expire.begins", name, context.text().deadlines.left(due.deadline(), now));
      switch (new Expiry(services).start(due.environment())) {
        case StartAnswer.Refused(OperationFailure failure) ->
            held(due, FailureCode.of(failure), context.text().failures.of(failure, -1));
        case StartAnswer.Started(OperationId id) -> destroy(services, due, id);
      }
    }
  }

  private void destroy(Services services, Due due, OperationId id) {
    OperationReport report =
        follow(services.operations(), due.environment().name(), OperationKind.DESTROY, id);
    int one = conclude(report);
    code = one == ExitCode.CANCELLED ? one : Math.max(code, one);
    Map<String, Object> row = row(due, one == ExitCode.DONE ? "destroyed" : "not_destroyed");
    row.put("operation_id", id.value());
    List<Map<String, Object>> failures = new ArrayList<>();
    report
        .messages(context.text())
        .forEach((key, message) -> failures.add(Reply.fields(key, message)));
    if (!failures.isEmpty()) {
      row.put("failures", failures);
    }
  }

  /** It is due and stays; the next run tries again. */
  private void held(Due due, String why, Message message) {
    complain(message);
    if (!dryRun) {
      code = Math.max(code, ExitCode.FAILED);
    }
    row(due, why).put("failures", List.of(Reply.fields(why, message)));
  }

  private Map<String, Object> row(Due due, String result) {
    Map<String, Object> row =
        Reply.fields(
            "environment",
            due.environment().name().value(),
            "at",
            due.deadline().due().truncatedTo(ChronoUnit.SECONDS).toString(),
            "result",
            result);
    rows.add(row);
    return row;
  }

  private static String code(Due.Verdict verdict) {
    return switch (verdict) {
      case Due.Ready() -> "ready";
      case Due.Busy(var operation, var kind) -> "environment_busy";
      case Due.Protected(var balancer) -> "deletion_protected";
      case Due.Waiting(var destroy, var until) -> "waits_after_failure";
      case Due.Foreign() -> "not_porticos";
    };
  }

  private int printSchedule(Services services) {
    Schedule made =
        Schedule.of(
            scheduler.orElseGet(() -> Schedule.Kind.usual(System.getProperty("os.name"))),
            StartScript.of(System.getProperty("java.class.path"))
                .orElseThrow(() -> new Refused(Refusal.Usage.of("usage.no-start-script"))),
            services.home(),
            context.terminal());
    new ScheduleLines(context.text()).of(made).forEach(this::print);
    reply(ScheduleLines.reply(made));
    return ExitCode.DONE;
  }
}
