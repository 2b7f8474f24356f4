package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AWS's rules on the targets of a group: one field each for a form, and together. */
public final class TargetRules {
  /** Per group, and per load balancer. */
  public static final int TARGETS_MAX = 1000;

  /** RFC 1918 and RFC 6598 (API_CreateTargetGroup, TargetType). */
  private static final List<Ipv4Network> PRIVATE =
      List.of(
          network("10.0.0.0/8"),
          network("172.16.0.0/12"),
          network("192.168.0.0/16"),
          network("100.64.0.0/10"));

  private TargetRules() {}

  private static Ipv4Network network(String text) {
    return Ipv4Network.parse(text).orElseThrow();
  }

  /** The address of an {@link IpTarget}: IPv4, and never public. */
  public static List<Violation> address(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    Optional<Ipv4Network> address = Ipv4Network.parse(value + "/32");
    if (address.isEmpty()) {
      return List.of(Violation.of(field, Rule.IP_TARGET_FORM, value));
    }
    return PRIVATE.stream().anyMatch(range -> range.contains(address.get()))
        ? List.of()
        : List.of(Violation.of(field, Rule.IP_TARGET_PUBLIC, value));
  }

  /** {@code all}, or the name of a zone of the region, such as {@code us-west-2a}. */
  public static List<Violation> zone(String field, String value, String region) {
    boolean ofRegion =
        value.startsWith(region)
            && value.substring(region.length()).matches("(-[a-z]+-\\d+)?[a-z]");
    return value.equals("all") || ofRegion
        ? List.of()
        : List.of(Violation.of(field, Rule.IP_TARGET_ZONE_FORM, value, region));
  }

  public static List<Violation> functionArn(String field, String value, String region) {
    return Arn.formAndRegion(
        field, Arn.FUNCTION, Rule.LAMBDA_ARN_FORM, Rule.LAMBDA_OTHER_REGION, value, region);
  }

  static List<Violation> check(String field, TargetGroupSpec group, String region) {
    List<Violation> found = new ArrayList<>(number(field, group));
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < group.targets().size(); index++) {
      TargetSpec target = group.targets().get(index);
      String at = field + "[" + index + "]";
      if (target.type() == group.targetType()) {
        found.addAll(identity(at, target, region));
      } else {
        found.add(
            Violation.of(
                at,
                Rule.TARGET_TYPE_MISFIT,
                target.id(),
                target.type().awsName(),
                group.targetType().awsName()));
      }
      target.port().ifPresent(port -> found.addAll(FieldRules.port(at + ".port", port)));
      if (!seen.add(target.id() + ":" + group.portOf(target))) {
        found.add(Violation.of(at, Rule.TARGET_TWICE, target.id()));
      }
    }
    return found;
  }

  private static List<Violation> number(String field, TargetGroupSpec group) {
    int count = group.targets().size();
    if (group.targetType() == TargetType.LAMBDA && count > 1) {
      return List.of(Violation.of(field, Rule.LAMBDA_ONE_TARGET, count));
    }
    return count <= TARGETS_MAX
        ? List.of()
        : List.of(Violation.of(field, Rule.TARGETS_TOO_MANY, count, TARGETS_MAX));
  }

  private static List<Violation> identity(String field, TargetSpec target, String region) {
    return switch (target) {
      case InstanceTarget instance ->
          FieldRules.instanceId(field + ".instanceId", instance.instanceId());
      case IpTarget ip -> {
        List<Violation> found = new ArrayList<>(address(field + ".address", ip.address()));
        ip.zone().ifPresent(zone -> found.addAll(zone(field + ".zone", zone, region)));
        yield found;
      }
      case LambdaTarget lambda -> functionArn(field + ".functionArn", lambda.functionArn(), region);
    };
  }
}
