package portico.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import portico.environment.Deadline;
import portico.environment.Due;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.operation.OperationKind;

/** When an environment ends by itself, in words. */
public final class DeadlineText {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Words words;
  private final ZoneId zone;

  public DeadlineText(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** A length to the minute: {@code 2 d 4 h}, {@code 3 h 20 min}, {@code 25 min}. */
  public String length(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes == 0) {
      return words.get("ending.under-a-minute");
    }
    if (minutes < 60) {
      return words.get("ending.minutes", minutes);
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return minutes % 60 == 0
          ? words.get("ending.hours", hours)
          : words.get("ending.hours-minutes", hours, minutes % 60);
    }
    return hours % 24 == 0
        ? words.get("ending.days", hours / 24)
        : words.get("ending.days-hours", hours / 24, hours % 24);
  }

  public String of(Lifetime lifetime) {
    return length(lifetime.length());
  }

  /** The time left or how long ago it was due, in a few words for lists. */
  public String left(Deadline deadline, Instant now) {
    return deadline.isDue(now)
        ? words.get("ending.was-due", length(deadline.left(now).negated()))
        : words.get("ending.in", length(deadline.left(now)));
  }

  /** In a few words for lists; an empty text when it stays. */
  public String brief(Ending ending, Instant now) {
    return ending
        .deadline()
        .map(deadline -> left(deadline, now))
        .or(() -> ending.pending().map(each -> words.get("ending.waits", of(each.lifetime()))))
        .orElse("");
  }

  /** Whole: the exact time, what is left, and what a deployment still has to begin. */
  public String whole(Ending ending, Instant now) {
    String waits =
        ending
            .pending()
            .map(each -> words.get("ending.waits.whole", of(each.lifetime())))
            .orElse("");
    return ending
        .deadline()
        .map(
            each ->
                words.get("ending.at", exact(each.due()), left(each, now))
                    + (waits.isEmpty() ? "" : "; " + waits))
        .orElse(waits.isEmpty() ? words.get("ending.never") : waits);
  }

  /** Day, time and zone to the minute. */
  public String exact(Instant instant) {
    return EXACT.format(instant.atZone(zone));
  }

  /** Time of day to the minute. */
  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** That a laptop that is off keeps no promise. */
  public String promise() {
    return words.get("ending.promise");
  }

  /** Why an environment that is due stands, and what to do; an empty one for what is ready. */
  public Message of(Due due) {
    String name = due.environment().name().value();
    return switch (due.verdict()) {
      case Due.Ready() -> new Message("", "", "");
      case Due.Busy(var operation, OperationKind kind) ->
          kind == OperationKind.DESTROY
              ? message("ending.going", name)
              : message("ending.busy", name, words.get("kind." + kind.name()));
      case Due.Protected(String balancer) -> message("ending.protected", name, balancer);
      case Due.Waiting(var destroy, Instant until) -> message("ending.waiting", name, time(until));
      case Due.Foreign() -> message("ending.foreign", name);
    };
  }

  /** The same in one line for the window, where buttons stand beside it. */
  public String inWindow(Due due) {
    String name = due.environment().name().value();
    return switch (due.verdict()) {
      case Due.Protected(String balancer) -> words.get("ending.protected.window", name, balancer);
      case Due.Waiting(var destroy, Instant until) ->
          words.get("ending.waiting.window", name, time(until));
      case Due.Busy(var operation, OperationKind kind) when kind == OperationKind.DESTROY ->
          of(due).what();
      case Due.Ready _, Due.Busy _, Due.Foreign _ -> of(due).inOneLine();
    };
  }

  private Message message(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }
}
