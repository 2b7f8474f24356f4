package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
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

  /** The longest time of several attributes: 7 days. */
  public static final int WEEK_SECONDS = 604_800;

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

  public static List<Violation> securityGroupId(String field, String value) {
    return identifier(field, value, "sg-", Rule.SECURITY_GROUP_ID_FORM);
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

  /** A time of the service itself, such as its keep-alive. */
  public static List<Violation> serviceSeconds(String field, int seconds) {
    return range(field, Rule.SERVICE_SECONDS_RANGE, seconds, 1, WEEK_SECONDS);
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

  /** An IPv4 or IPv6 network in CIDR notation; a bare address is not one. */
  public static List<Violation> cidr(String field, String value) {
    Optional<Ipv4Network> ipv4 = Ipv4Network.parse(value);
    Optional<Ipv6Network> ipv6 = Ipv6Network.parse(value);
    if (ipv4.isEmpty() && ipv6.isEmpty()) {
      return List.of(Violation.of(field, Rule.CIDR_FORM, value));
    }
    Optional<String> meant =
        ipv4.filter(Ipv4Network::hasHostBits)
            .map(network -> network.canonical().toString())
            .or(
                () ->
                    ipv6.filter(Ipv6Network::hasHostBits)
                        .map(network -> network.canonical().toString()));
    return meant.isPresent()
        ? List.of(Violation.of(field, Rule.CIDR_HOST_BITS, value, meant.get()))
        : List.of();
  }

  static List<Violation> range(String field, Rule rule, int value, int min, int max) {
    return value >= min && value <= max
        ? List.of()
        : List.of(Violation.of(field, rule, value, min, max));
  }

  /** An empty text is refused, then one that is too long. */
  static List<Violation> length(String field, Rule rule, String value, int max) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return atMost(field, rule, value, max);
  }

  static List<Violation> atMost(String field, Rule rule, String value, int max) {
    int length = value.codePointCount(0, value.length());
    return length <= max ? List.of() : List.of(Violation.of(field, rule, length, max));
  }

  /** The first character that is not allowed is the rule's fact; an unseen one by its number. */
  static List<Violation> characters(String field, Rule rule, String value, IntPredicate allowed) {
    return value
        .codePoints()
        .filter(point -> !allowed.test(point))
        .mapToObj(point -> isVisible(point) ? Character.toString(point) : "U+%04X".formatted(point))
        .findFirst()
        .map(wrong -> List.of(Violation.of(field, rule, wrong)))
        .orElseGet(List::of);
  }

  private static boolean isVisible(int point) {
    return point > ' '
        && point != 0x7F
        && Character.isDefined(point)
        && !Character.isISOControl(point);
  }

  /** ASCII letters and digits. */
  static boolean isLetterOrDigit(int point) {
    return isNameCharacter(point) && point != '-';
  }

  /** ASCII from {@code !} to {@code ~}: what a URL can hold. */
  static boolean isPrintable(int point) {
    return point > ' ' && point <= '~';
  }

  /** A token's characters (RFC 7230, section 3.2.6). */
  static boolean isTokenCharacter(int point) {
    return isLetterOrDigit(point) || "!#$%&'*+-.^_`|~".indexOf(point) >= 0;
  }
}
