package portico.desktop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Tone;
import portico.environment.Deadline;
import portico.environment.Due;
import portico.environment.Reminder;
import portico.model.EnvironmentName;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.text.DeadlineText;
import portico.text.FailureText;
import portico.text.Words;

/** The words of the bar. */
public final class NoticeText {
  private final Words words = DesktopText.words();
  private final FailureText failures = new FailureText(Words.core());
  private final TimeText times;
  private final DeadlineText deadlines;

  public NoticeText(TimeText times) {
    this.times = times;
    this.deadlines = times.deadlines();
  }

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  /** Before it is due. */
  Notice reminder(
      EnvironmentName name,
      Deadline deadline,
      Reminder reminder,
      Optional<DeadlineWatch.Refusal> refusal,
      Instant now) {
    boolean soon = reminder == Reminder.COUNTDOWN;
    String text =
        soon
            ? words.get("deadline.countdown", name, countdown(deadline.due(), now))
            : words.get(
                "deadline.reminder",
                name,
                deadlines.length(deadline.left(now)),
                deadlines.exact(deadline.due()));
    return new Notice(
        name,
        deadline,
        reminder,
        soon ? Tone.DANGER : Tone.WARNING,
        text + refusal.map(this::notChanged).orElse(""),
        Optional.empty(),
        true,
        !soon);
  }

  /**
   * Once it is due.
   *
   * @param begin when its destroy begins
   */
  Notice due(Due due, Instant begin, Optional<DeadlineWatch.Refusal> refusal, Instant now) {
    EnvironmentName name = due.environment().name();
    boolean going =
        due.verdict() instanceof Due.Busy(var operation, var kind) && kind == OperationKind.DESTROY;
    boolean ready = due.verdict() instanceof Due.Ready;
    return new Notice(
        name,
        due.deadline(),
        Reminder.DUE,
        going ? Tone.WORKING : Tone.DANGER,
        ready ? ready(due, begin, refusal, now) : deadlines.inWindow(due),
        operation(due),
        !going && !(ready && !now.isBefore(begin) && refusal.isEmpty()),
        !ready);
  }

  private String ready(
      Due due, Instant begin, Optional<DeadlineWatch.Refusal> refusal, Instant now) {
    EnvironmentName name = due.environment().name();
    if (refusal.isPresent() && now.isBefore(refusal.get().until())) {
      return words.get(
          "deadline.refused",
          name,
          failures.of(refusal.get().failure(), -1).what(),
          deadlines.time(refusal.get().until()));
    }
    String text =
        now.isBefore(begin) && begin.isBefore(Instant.MAX)
            ? words.get(
                "deadline.grace",
                name,
                deadlines.length(due.deadline().left(now).negated()),
                countdown(begin, now))
            : words.get("deadline.starting", name);
    return text + refusal.map(this::notChanged).orElse("");
  }

  private String notChanged(DeadlineWatch.Refusal refusal) {
    return " " + words.get("deadline.not-changed", failures.of(refusal.failure(), -1).what());
  }

  /** Rounded up, so that it ends at 0:00 and not a second before. */
  private String countdown(Instant end, Instant now) {
    return times.clock(Duration.between(now, end).plusMillis(999));
  }

  private static Optional<OperationId> operation(Due due) {
    return switch (due.verdict()) {
      case Due.Busy(OperationId operation, var kind) -> Optional.of(operation);
      case Due.Waiting(OperationId destroy, var until) -> Optional.of(destroy);
      case Due.Ready _, Due.Protected _, Due.Foreign _ -> Optional.empty();
    };
  }
}
