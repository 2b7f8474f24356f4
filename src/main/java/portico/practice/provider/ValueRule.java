package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with a known value of a property, if anything. Sources: reference of AWS's API, and
 * the official provider.
 */
@FunctionalInterface
interface ValueRule {
  Optional<String> problem(PropertyValue value);

  static ValueRule range(int lowest, int highest) {
    return value ->
        value instanceof PropertyValue.Numeric(var number) && (number < lowest || number > highest)
            ? Optional.of(
                "must be between %d and %d, not %s".formatted(lowest, highest, value.shown()))
            : Optional.empty();
  }

  static ValueRule oneOf(String... allowed) {
    return value ->
        value instanceof PropertyValue.Text(var text) && !List.of(allowed).contains(text)
            ? Optional.of(
                "must be one of %s, not %s".formatted(String.join(", ", allowed), value.shown()))
            : Optional.empty();
  }

  static ValueRule length(int shortest, int longest) {
    return value ->
        value instanceof PropertyValue.Text(var text)
                && (text.length() < shortest || text.length() > longest)
            ? Optional.of(
                "must have between %d and %d characters, not %d"
                    .formatted(shortest, longest, text.length()))
            : Optional.empty();
  }

  /** The whole text must match; {@code otherwise} completes the sentence "name ...". */
  static ValueRule matches(String regex, String otherwise) {
    Pattern pattern = Pattern.compile(regex);
    return value ->
        value instanceof PropertyValue.Text(var text) && !pattern.matcher(text).matches()
            ? Optional.of(otherwise + ": " + value.shown())
            : Optional.empty();
  }

  /** Names of load balancers and target groups: API_CreateLoadBalancer, API_CreateTargetGroup. */
  static ValueRule elbName() {
    return value -> {
      if (!(value instanceof PropertyValue.Text(var name))) {
        return Optional.empty();
      }
      if (name.isEmpty() || name.length() > 32) {
        return Optional.of(
            "must have between 1 and 32 characters, not %d: %s"
                .formatted(name.length(), value.shown()));
      }
      if (!name.matches("[A-Za-z0-9-]+")) {
        return Optional.of("can only contain letters, digits and hyphens: " + value.shown());
      }
      return name.startsWith("-") || name.endsWith("-")
          ? Optional.of("cannot begin or end with a hyphen: " + value.shown())
          : Optional.empty();
    };
  }

  static ValueRule arn() {
    return matches("arn:[^:]+:[^:]+:[^:]*:[^:]*:.+", "must be an ARN");
  }
}
