package portico.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.text.Message;

/** The end of an operation, for people and for machines. */
record OperationReport(
    EnvironmentName environment, OperationKind kind, OperationId id, Followed followed) {

  /** How it ended; empty when the user left first. */
  Optional<Outcome> outcome(CliText text) {
    return switch (followed) {
      case Followed.Left() -> Optional.empty();
      case Followed.Ended(OperationStatus.Finished(var result)) -> Optional.of(result.outcome());
      case Followed.Ended(OperationStatus.Interrupted()) -> Optional.of(interrupted(text));
      case Followed.Ended(OperationStatus.Running(var pid)) -> Optional.empty();
    };
  }

  private static Outcome interrupted(CliText text) {
    return new Outcome.Failed(List.of(new OperationFailure.Interrupted(text.get("worker"))), -1);
  }

  Optional<Duration> duration() {
    return followed instanceof Followed.Ended(OperationStatus.Finished(var result))
        ? Optional.of(Duration.between(result.startedAt(), result.finishedAt()))
        : Optional.empty();
  }

  boolean succeeded(CliText text) {
    return outcome(text).filter(Outcome.Succeeded.class::isInstance).isPresent();
  }

  int exitCode(CliText text) {
    return outcome(text)
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Succeeded _ -> ExitCode.DONE;
                  case Outcome.Failed _ -> ExitCode.FAILED;
                  case Outcome.Cancelled _ -> ExitCode.CANCELLED;
                })
        .orElse(ExitCode.CANCELLED);
  }

  /** What to tell about an end that is no success, by failure code. */
  Map<String, Message> messages(CliText text) {
    Map<String, Message> messages = new LinkedHashMap<>();
    Optional<Outcome> outcome = outcome(text);
    if (outcome.isEmpty()) {
      messages.put("still_running", message(text, "left", text.failures.resourcesText(-1)));
    } else {
      switch (outcome.get()) {
        case Outcome.Succeeded _ -> {}
        case Outcome.Failed(var failures, int resources) -> {
          for (OperationFailure failure : failures) {
            messages.putIfAbsent(FailureCode.of(failure), text.failures.of(failure, resources));
          }
        }
        case Outcome.Cancelled(int resources) ->
            messages.put(
                "cancelled", message(text, "cancelled", text.failures.resourcesText(resources)));
      }
    }
    return messages;
  }

  private Message message(CliText text, String key, String resources) {
    return new Message(
        text.get(key + ".what", id), resources, text.get(key + ".next", environment));
  }

  /** The fields that the reply of every operation has. */
  Reply reply(CliText text) {
    Reply reply =
        Reply.of(outcomeName(text))
            .put("environment", environment.value())
            .put("operation", kind.name().toLowerCase(Locale.ROOT))
            .put("operation_id", id.value());
    if (outcome(text).orElse(null) instanceof Outcome.Succeeded(var outputs, var changes)) {
      reply.put("outputs", outputs).put("changes", byName(changes));
    }
    duration().ifPresent(took -> reply.put("duration_seconds", took.toMillis() / 1000.0));
    messages(text).forEach(reply::failure);
    return reply;
  }

  private String outcomeName(CliText text) {
    return outcome(text)
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Succeeded _ -> Reply.SUCCEEDED;
                  case Outcome.Failed _ -> Reply.FAILED;
                  case Outcome.Cancelled _ -> Reply.CANCELLED;
                })
        .orElse(Reply.CANCELLED);
  }

  private static Map<String, Integer> byName(Map<Step, Integer> changes) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    if (!changes.isEmpty()) {
      new EnumMap<>(changes)
          .forEach((step, count) -> byName.put(step.name().toLowerCase(Locale.ROOT), count));
    }
    return byName;
  }

  /** Such as "6 create, 1 update"; an empty text when nothing changed. */
  static String summary(Map<Step, Integer> changes, CliText text) {
    StringBuilder summary = new StringBuilder();
    for (Step step : Step.values()) {
      int count = changes.getOrDefault(step, 0);
      if (count > 0 && step.changes()) {
        summary.append(summary.isEmpty() ? "" : ", ");
        summary.append(count).append(' ').append(text.status.of(step));
      }
    }
    return summary.toString();
  }
}
