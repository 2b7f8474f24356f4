package portico.desktop.progress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.LogText;
import portico.desktop.text.OutcomeText;
import portico.desktop.text.TimeText;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;
import portico.operation.UsualDuration;
import portico.text.FailureText;
import portico.text.Message;
import portico.text.StatusText;
import portico.text.Words;

/** The words of the progress screen. */
public final class ProgressText {
  private final Words words = DesktopText.words();
  private final StatusText status = new StatusText(Words.core());
  private final FailureText failures = new FailureText(Words.core());
  private final AccountText accounts = new AccountText(words);
  private final OutcomeText outcomes = new OutcomeText(words);
  private final TimeText times;
  private final LogText logLines;

  public ProgressText(TimeText times) {
    this.times = times;
    logLines = new LogText(words, status, times);
  }

  /** A text of the desktop's bundle. */
  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  String clock(Duration elapsed) {
    return times.clock(elapsed);
  }

  /** What is left by earlier runs, or that it takes longer than they did. */
  String expected(UsualDuration usual, Duration elapsed) {
    return usual
        .left(elapsed)
        .map(left -> words.get("progress.left", times.clock(left)))
        .orElseGet(
            () ->
                words.get(
                    elapsed.compareTo(usual.longest()) < 0
                        ? "progress.left.soon"
                        : "progress.left.longer",
                    times.clock(usual.longest())));
  }

  String logLine(OperationEvent event) {
    return logLines.of(event);
  }

  String install(InstallEvent event) {
    return logLines.of(event);
  }

  String title(OperationRequest request) {
    return words.get("progress.title." + request.kind().name(), request.environment());
  }

  String subtitle(OperationRequest request) {
    return words.get(
        "progress.subtitle",
        accounts.of(request.account()),
        request.spec().region(),
        request.spec().loadBalancer().name());
  }

  String phase(Phase phase) {
    return status.of(phase);
  }

  String end(OperationEnd end) {
    return switch (end) {
      case OperationEnd.Succeeded succeeded -> words.get("outcome.succeeded");
      case OperationEnd.Failed failed -> words.get("outcome.failed");
      case OperationEnd.Stopped stopped -> words.get("progress.ended");
    };
  }

  String type(ResourceRef resource) {
    return status.typeOf(resource);
  }

  String step(Step step) {
    return status.of(step);
  }

  String state(ResourceRow.State state) {
    return words.get("progress.state." + state.name());
  }

  String success(OperationEnd.Succeeded end, OperationKind kind) {
    String changes = outcomes.changes(end.changes());
    if (kind != OperationKind.REFRESH_PREVIEW) {
      return words.get("progress.succeeded", changes);
    }
    return end.changed() ? words.get("progress.differs", changes) : words.get("progress.same");
  }

  Message of(OperationFailure failure) {
    return failures.of(failure, -1);
  }

  Message noSuchOperation(OperationId id) {
    return new Message(words.get("progress.gone.what", id), "", words.get("progress.gone.next"));
  }

  /** The end in words; empty while it runs. */
  Optional<OperationEnd> endOf(OperationStatus ended, List<String> log) {
    return switch (ended) {
      case OperationStatus.Running(var pid) -> Optional.empty();
      case OperationStatus.Interrupted() ->
          Optional.of(
              new OperationEnd.Stopped(
                  failures.of(
                      new OperationFailure.Interrupted(words.get("progress.the-worker")), -1)));
      case OperationStatus.Finished(var result) -> Optional.of(of(result.outcome(), log));
    };
  }

  private OperationEnd of(Outcome outcome, List<String> log) {
    return switch (outcome) {
      case Outcome.Succeeded(var outputs, var changes) ->
          new OperationEnd.Succeeded(outputs, changes);
      case Outcome.Cancelled(int resources) ->
          new OperationEnd.Stopped(
              new Message(
                  words.get("progress.cancelled.what"),
                  failures.resourcesText(resources),
                  words.get(
                      resources == 0
                          ? "progress.cancelled.next-none"
                          : "progress.cancelled.next")));
      case Outcome.Failed(var all, int resources) -> {
        List<Message> messages = all.stream().map(each -> failures.of(each, resources)).toList();
        String details =
            messages.stream().map(Message::inOneLine).collect(Collectors.joining("\n"))
                + "\n\n"
                + String.join("\n", log);
        yield new OperationEnd.Failed(messages.getFirst(), details);
      }
    };
  }
}
