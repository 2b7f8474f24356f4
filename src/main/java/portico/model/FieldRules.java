package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The rules on one field each, for a form while its user types and for {@link SpecRules}. Every
 * method answers the violations of the value, an empty list when there are none; {@code field} is
 * only carried into them.
 */
public final class FieldRules {
  public static final int NAME_MAX = 32;
  public static final int LISTENER_NAME_MAX = 64;
  public static final int HEALTH_PATH_MAX = 1024;
  public static final int INTERVAL_MIN = 5;
  public static final int INTERVAL_MAX = 300;
  public static final int TIMEOUT_MIN = 2;
  public static final int TIMEOUT_MAX = 120;
  public static final int THRESHOLD_MIN = 2;
  public static final int THRESHOLD_MAX = 10;
  public static final int PORT_MAX = 65_535;

  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
  private static final Pattern RESOURCE_SUFFIX = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");
  private static final Pattern LISTENER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private FieldRules() {}

  public static List<Violation> region(String field, String value) {
    return REGION.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.REGION_FORM, value));
  }

  public static List<Violation> environmentName(String field, String value) {
    return EnvironmentName.parse(value).isPresent()
        ? List.of()
        : List.of(Violation.of(field, Rule.ENVIRONMENT_NAME_FORM, EnvironmentName.MAX_LENGTH));
  }

  /** API_CreateLoadBalancer, parameter Name. */
  public static List<Violation> loadBalancerName(String field, String value) {
    List<Violation> found = new ArrayList<>(targetGroupName(field, value));
    if (value.startsWith("internal-")) {
      found.add(Violation.of(field, Rule.NAME_INTERNAL_PREFIX));
    }
    return found;
  }

  /** API_CreateTargetGroup, parameter Name. */
  public static List<Violation> targetGroupName(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    List<Violation> found = new ArrayList<>();
    if (value.length() > NAME_MAX) {
      found.add(Violation.of(field, Rule.NAME_LENGTH, value.length(), NAME_MAX));
    }
    value
        .codePoints()
        .filter(point -> !isNameCharacter(point))
        .mapToObj(Character::toString)
        .findFirst()
        .ifPresent(wrong -> found.add(Violation.of(field, Rule.NAME_CHARACTERS, wrong)));
    if (value.startsWith("-") || value.endsWith("-")) {
      found.add(Violation.of(field, Rule.NAME_HYPHEN_ENDS));
    }
    return found;
  }

  private static boolean isNameCharacter(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || point == '-';
  }

  public static List<Violation> listenerName(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return value.length() <= LISTENER_NAME_MAX && LISTENER_NAME.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.LISTENER_NAME_FORM, LISTENER_NAME_MAX));
  }

  public static List<Violation> vpcId(String field, String value) {
    return identifier(field, value, "vpc-", Rule.VPC_ID_FORM);
  }

  public static List<Violation> subnetId(String field, String value) {
    return identifier(field, value, "subnet-", Rule.SUBNET_ID_FORM);
  }

  public static List<Violation> instanceId(String field, String value) {
    return identifier(field, value, "i-", Rule.INSTANCE_ID_FORM);
  }

  private static List<Violation> identifier(String field, String value, String prefix, Rule rule) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return value.startsWith(prefix)
            && RESOURCE_SUFFIX.matcher(value.substring(prefix.length())).matches()
        ? List.of()
        : List.of(Violation.of(field, rule, value));
  }

  public static List<Violation> port(String field, int value) {
    return value >= 1 && value <= PORT_MAX
        ? List.of()
        : List.of(Violation.of(field, Rule.PORT_RANGE, value));
  }

  public static List<Violation> healthCheckPath(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    List<Violation> found = new ArrayList<>();
    if (!value.startsWith("/")) {
      found.add(Violation.of(field, Rule.HEALTH_PATH_SLASH));
    }
    if (value.length() > HEALTH_PATH_MAX) {
      found.add(Violation.of(field, Rule.HEALTH_PATH_LENGTH, value.length(), HEALTH_PATH_MAX));
    }
    value
        .codePoints()
        .filter(point -> point <= ' ' || point > '~')
        .mapToObj(point -> "U+%04X".formatted(point))
        .findFirst()
        .ifPresent(wrong -> found.add(Violation.of(field, Rule.HEALTH_PATH_CHARACTERS, wrong)));
    return found;
  }

  public static List<Violation> healthCheckInterval(String field, int seconds) {
    return range(field, Rule.HEALTH_INTERVAL_RANGE, seconds, INTERVAL_MIN, INTERVAL_MAX);
  }

  /** {@code interval} is empty while the form's interval is not a number. */
  public static List<Violation> healthCheckTimeout(
      String field, int seconds, OptionalInt interval) {
    List<Violation> found =
        new ArrayList<>(range(field, Rule.HEALTH_TIMEOUT_RANGE, seconds, TIMEOUT_MIN, TIMEOUT_MAX));
    if (interval.isPresent() && seconds >= interval.getAsInt()) {
      found.add(
          Violation.of(field, Rule.HEALTH_TIMEOUT_BELOW_INTERVAL, seconds, interval.getAsInt()));
    }
    return found;
  }

  public static List<Violation> healthCheckThreshold(String field, int count) {
    return range(field, Rule.HEALTH_THRESHOLD_RANGE, count, THRESHOLD_MIN, THRESHOLD_MAX);
  }

  private static List<Violation> range(String field, Rule rule, int value, int min, int max) {
    return value >= min && value <= max
        ? List.of()
        : List.of(Violation.of(field, rule, value, min, max));
  }

  /** An IPv4 network in CIDR notation; a bare address is not one. */
  public static List<Violation> cidr(String field, String value) {
    return Ipv4Network.parse(value)
        .map(
            network ->
                network.hasHostBits()
                    ? List.of(
                        Violation.of(
                            field, Rule.CIDR_HOST_BITS, value, network.canonical().toString()))
                    : List.<Violation>of())
        .orElseGet(() -> List.of(Violation.of(field, Rule.CIDR_FORM, value)));
  }
}
