package portico.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Names an operation and its folder; sorts by time of creation: {@code 20261123-153012-123-4f2a}.
 */
public record OperationId(String value) implements Comparable<OperationId> {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9]{3}-[0-9a-f]{4}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  public OperationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an operation id: " + value);
    }
  }

  /** A new id. {@code random} keeps apart what is created in the same millisecond. */
  public static OperationId create(Instant now, int random) {
    return new OperationId("%s-%04x".formatted(TIME.format(now), random & 0xffff));
  }

  /** Whether {@code text} is an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(OperationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
