package portico.desktop.text;

import java.util.Map;
import java.util.stream.Collectors;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.text.Words;

/** How an operation ended, in a word or a short line. */
public final class OutcomeText {
  private final Words words;

  public OutcomeText(Words words) {
    this.words = words;
  }

  /** "Succeeded", "Failed", ... */
  public String of(OperationStatus operation) {
    return switch (operation) {
      case OperationStatus.Running(var pid) -> words.get("outcome.running");
      case OperationStatus.Interrupted() -> words.get("outcome.interrupted");
      case OperationStatus.Finished(var result) ->
          switch (result.outcome()) {
            case Outcome.Succeeded(var outputs, var changes) -> words.get("outcome.succeeded");
            case Outcome.Failed(var failures, var resources) -> words.get("outcome.failed");
            case Outcome.Cancelled(var resources) -> words.get("outcome.cancelled");
          };
    };
  }

  /** "3 created, 2 kept" in the order of {@link Step}; what happened nowhere is left out. */
  public String changes(Map<Step, Integer> changes) {
    String text =
        changes.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .sorted(Map.Entry.comparingByKey())
            .map(each -> words.get("changes." + each.getKey().name(), each.getValue()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? words.get("outcome.no-changes") : text;
  }
}
