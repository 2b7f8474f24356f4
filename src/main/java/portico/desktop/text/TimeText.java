package portico.desktop.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import portico.text.DeadlineText;
import portico.text.Words;

/** Writes durations and points in time for people. */
public final class TimeText {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

  private final Words words;
  private final ZoneId zone;

  public TimeText(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** With the desktop's words, in this machine's time zone. */
  public static TimeText ofThisMachine() {
    return new TimeText(DesktopText.words(), ZoneId.systemDefault());
  }

  /** When environments end, in the same time zone. */
  public DeadlineText deadlines() {
    return new DeadlineText(Words.core(), zone);
  }

  /** A running clock: {@code 0:07}, {@code 12:40}, {@code 1:02:03}; never negative. */
  public String clock(Duration elapsed) {
    Duration shown = elapsed.isNegative() ? Duration.ZERO : elapsed;
    return shown.toHours() > 0
        ? "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
        : "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
  }

  /** A length: {@code 85 ms}, {@code 4.2 s}, {@code 3 min 5 s}. */
  public String length(Duration duration) {
    if (duration.toMillis() < 1000) {
      return words.get("time.milliseconds", Math.max(0, duration.toMillis()));
    }
    if (duration.toSeconds() < 60) {
      return words.get(
          "time.seconds", String.format(Locale.ENGLISH, "%.1f", duration.toMillis() / 1000.0));
    }
    return words.get("time.minutes-seconds", duration.toMinutes(), duration.toSecondsPart());
  }

  /** How long ago, coarsely: "just now", "5 min ago", "3 h ago", "2 days ago". */
  public String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return words.get("time.just-now");
    }
    if (age.toHours() < 1) {
      return words.get("time.minutes-ago", age.toMinutes());
    }
    if (age.toDays() < 1) {
      return words.get("time.hours-ago", age.toHours());
    }
    return age.toDays() == 1
        ? words.get("time.yesterday")
        : words.get("time.days-ago", age.toDays());
  }

  /** Date, time and zone to the second. */
  public String exact(Instant instant) {
    return EXACT.format(instant.atZone(zone));
  }

  /** Time of day to the second, for log lines. */
  public String timeOfDay(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(
        instant.atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toLocalTime());
  }
}
