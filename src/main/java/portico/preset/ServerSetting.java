package portico.preset;

/**
 * How a server is told something.
 *
 * @param where the file, or the place in the code, for the kinds that have one; else empty
 * @param template what to write; {@code {seconds}} or {@code {milliseconds}} stand for the number
 */
public record ServerSetting(Kind kind, String where, String template) {
  private static final int MILLIS = 1000;

  /** Where a setting is made. */
  public enum Kind {
    ENVIRONMENT,
    FLAG,
    FILE,
    CODE
  }

  /** What to write for that number of seconds. */
  public String with(int seconds) {
    return template
        .replace("{seconds}", String.valueOf(seconds))
        .replace("{milliseconds}", String.valueOf((long) seconds * MILLIS));
  }

  /** The name of the flag or variable; empty for files and code. */
  public String name() {
    return switch (kind) {
      case ENVIRONMENT, FLAG -> template.split("[= ]", 2)[0];
      case FILE, CODE -> "";
    };
  }

  /** How many seconds one unit of the setting's number is, inverted: 1, or 1000 for thousandths. */
  int unitsPerSecond() {
    return template.contains("{milliseconds}") ? MILLIS : 1;
  }
}
