package portico.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when credentials end. */
public final class CredentialsText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

  private final Words words;
  private final ZoneId zone;

  public CredentialsText(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** In this machine's time zone. */
  public static CredentialsText ofThisMachine() {
    return new CredentialsText(Words.core(), ZoneId.systemDefault());
  }

  /** Such as "Credentials end in 47 min (14:32)"; minutes are those that are full. */
  public String end(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.isNegative() || left.isZero()) {
      return words.get("credentials.over", at(end, now));
    }
    return left.toHours() == 0
        ? words.get("credentials.minutes", left.toMinutes(), at(end, now))
        : words.get("credentials.hours", left.toHours(), left.toMinutesPart(), at(end, now));
  }

  /** The time of day; with the date when it is another day than today. */
  private String at(Instant end, Instant now) {
    boolean today = end.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? TIME : DAY).format(end.atZone(zone));
  }
}
