package portico.environment;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an environment shall stand: whole minutes, from ten minutes to 90 days. Shorter than a
 * deployment takes would be a trap; what stands for longer has no end that anyone remembers.
 */
public record Lifetime(Duration length) {
  public static final Duration SHORTEST = Duration.ofMinutes(10);
  public static final Duration LONGEST = Duration.ofDays(90);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([mhd])");

  public Lifetime {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("no lifetime: " + length);
    }
  }

  /**
   * Reads {@code 30m}, {@code 8h} or {@code 2d}; empty for every other form and for what is too
   * short or too long.
   */
  public static Optional<Lifetime> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration length =
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(new Lifetime(length));
  }
}
