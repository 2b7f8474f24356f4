package portico.practice.aws.elb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Parameters;

/** Checks that several operations share, refusing in the wording of Elastic Load Balancing. */
final class Check {
  private Check() {}

  /** The general refusal of a wrong value. */
  static AwsException invalid(String message) {
    return new AwsException("ValidationError", message);
  }

  /** A parameter that must be there. */
  static String required(Parameters parameters, String name) {
    return parameters.text(name).orElseThrow(() -> missing(name));
  }

  private static AwsException missing(String name) {
    return constraint("null", name, "Member must not be null");
  }

  /** A number from {@code least} to {@code most}, if it was given. */
  static Optional<Integer> range(Parameters parameters, String name, int least, int most) {
    Optional<Integer> number = parameters.number(name);
    number.ifPresent(value -> range(name, value, least, most));
    return number;
  }

  /** Refuses a number outside {@code least} to {@code most}. */
  static int range(String name, int value, int least, int most) {
    if (value < least) {
      String rule = "Member must have value greater than or equal to " + least;
      throw constraint(String.valueOf(value), name, rule);
    }
    if (value > most) {
      String rule = "Member must have value less than or equal to " + most;
      throw constraint(String.valueOf(value), name, rule);
    }
    return value;
  }

  /** A text that is one of a few, if it was given. */
  static Optional<String> oneOf(Parameters parameters, String name, List<String> allowed) {
    Optional<String> given = parameters.text(name);
    given.ifPresent(value -> oneOf(name, value, allowed));
    return given;
  }

  /** Refuses a text that is not one of a few. */
  static void oneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw constraint(value, name, "Member must satisfy enum value set: " + allowed);
    }
  }

  /** Refuses a text with too many or too few characters. */
  static void length(String name, String value, int least, int most) {
    int length = value.codePointCount(0, value.length());
    if (length > most) {
      String rule = "Member must have length less than or equal to " + most;
      throw constraint(value, name, rule);
    }
    if (length < least) {
      String rule = "Member must have length greater than or equal to " + least;
      throw constraint(value, name, rule);
    }
  }

  /** The refusal of a value by a rule of AWS's API model. */
  static AwsException constraint(String value, String name, String rule) {
    String shown = value.equals("null") ? value : "'" + value + "'";
    String first = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return invalid(
        "1 validation error detected: Value %s at '%s' failed to satisfy constraint: %s"
            .formatted(shown, first, rule));
  }

  /** A name of a load balancer or target group: at most 32 letters, digits and inner hyphens. */
  static String name(String what, String name) {
    if (name.length() > 32) {
      throw invalid("%s name '%s' cannot be longer than '32' characters".formatted(what, name));
    }
    if (!name.matches("[A-Za-z0-9-]+")) {
      throw invalid(
          "%s name '%s' can only contain characters that are alphanumeric characters or hyphens(-)"
              .formatted(what, name));
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      throw invalid("%s name '%s' cannot begin or end with '-'".formatted(what, name));
    }
    return name;
  }
}
