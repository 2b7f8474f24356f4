package portico.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an environment, which is also the name of its Pulumi stack: 1 to 40 lower-case
 * letters, digits and hyphens, with a letter or digit at both ends. Narrower than Pulumi's own rule
 * (letters, digits, {@code - _ .}) because it is also a folder name and an AWS tag value.
 */
public record EnvironmentName(String value) {
  public static final int MAX_LENGTH = 40;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  public EnvironmentName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an environment name: " + value);
    }
  }

  /** The name, or empty when {@code text} is not one. */
  public static Optional<EnvironmentName> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new EnvironmentName(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
