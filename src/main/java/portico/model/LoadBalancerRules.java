package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * AWS's rules on the load balancer itself: its fields, one by one for a form, and together. Every
 * method answers violations, none when the value is right.
 */
public final class LoadBalancerRules {
  public static final int IDLE_TIMEOUT_MIN = 1;
  public static final int IDLE_TIMEOUT_MAX = 4000;
  public static final int CLIENT_KEEP_ALIVE_MIN = 60;
  public static final int CLIENT_KEEP_ALIVE_MAX = FieldRules.WEEK_SECONDS;

  public static final int LOG_DAYS_MIN = 1;

  /** Ten years. S3 itself takes any number. */
  public static final int LOG_DAYS_MAX = 3650;

  /** The environment's own group is one of them. */
  public static final int SECURITY_GROUPS_MAX = 5;

  private static final String FIELD = "loadBalancer";
  private static final LogBucket NOWHERE = new LogBucket.Existing("", "");
  private static final Pattern BUCKET =
      Pattern.compile("(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** Of at most 1000 characters in all (API_IpamPools). */
  private static final Pattern IPAM_POOL = Pattern.compile("ipam-pool-[a-zA-Z0-9]{1,990}");

  private LoadBalancerRules() {}

  public static List<Violation> idleTimeout(String field, int seconds) {
    return FieldRules.range(
        field, Rule.IDLE_TIMEOUT_RANGE, seconds, IDLE_TIMEOUT_MIN, IDLE_TIMEOUT_MAX);
  }

  public static List<Violation> clientKeepAlive(String field, int seconds) {
    return FieldRules.range(
        field, Rule.CLIENT_KEEP_ALIVE_RANGE, seconds, CLIENT_KEEP_ALIVE_MIN, CLIENT_KEEP_ALIVE_MAX);
  }

  public static List<Violation> logBucket(String field, String value) {
    if (value.isEmpty()) {
      return List.of(Violation.of(field, Rule.REQUIRED));
    }
    return BUCKET.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.LOG_BUCKET_FORM, value));
  }

  /** May be empty. */
  public static List<Violation> logPrefix(String field, String value) {
    List<Violation> found = new ArrayList<>();
    if (value.startsWith("/") || value.endsWith("/")) {
      found.add(Violation.of(field, Rule.LOG_PREFIX_SLASH));
    }
    if (value.contains("AWSLogs")) {
      found.add(Violation.of(field, Rule.LOG_PREFIX_AWSLOGS));
    }
    return found;
  }

  public static List<Violation> logDays(String field, int days) {
    return FieldRules.range(field, Rule.LOG_DAYS_RANGE, days, LOG_DAYS_MIN, LOG_DAYS_MAX);
  }

  public static List<Violation> webAclArn(String field, String value, String region) {
    return Arn.formAndRegion(
        field, Arn.WEB_ACL, Rule.WEB_ACL_ARN_FORM, Rule.WEB_ACL_OTHER_REGION, value, region);
  }

  /** A choice of two, so the violation stands at the one that is easier to change. */
  public static List<Violation> ipAddressType(String field, Scheme scheme, IpAddressType type) {
    return scheme == Scheme.INTERNAL && type == IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4
        ? List.of(Violation.of(field, Rule.INTERNAL_WITHOUT_PUBLIC_IPV4))
        : List.of();
  }

  /** The id of an IPAM pool. */
  public static List<Violation> ipamPoolId(String field, String value) {
    return IPAM_POOL.matcher(value).matches()
        ? List.of()
        : List.of(Violation.of(field, Rule.IPAM_POOL_ID_FORM, value));
  }

  /** Whether there are public IPv4 addresses that could come from a pool. */
  public static boolean takesIpamPool(Scheme scheme, IpAddressType type) {
    return scheme == Scheme.INTERNET_FACING && type != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4;
  }

  private static List<Violation> ipamPool(LoadBalancerSpec spec) {
    String field = FIELD + ".ipv4IpamPoolId";
    List<Violation> found = new ArrayList<>();
    spec.ipv4IpamPoolId()
        .ifPresent(
            id -> {
              found.addAll(ipamPoolId(field, id));
              if (!takesIpamPool(spec.scheme(), spec.ipAddressType())) {
                found.add(Violation.of(field, Rule.IPAM_POOL_WITHOUT_PUBLIC_IPV4));
              }
            });
    return found;
  }

  static List<Violation> check(EnvironmentSpec environment) {
    LoadBalancerSpec spec = environment.loadBalancer();
    List<Violation> found = new ArrayList<>();
    found.addAll(FieldRules.loadBalancerName(FIELD + ".name", spec.name()));
    found.addAll(ipAddressType(FIELD + ".ipAddressType", spec.scheme(), spec.ipAddressType()));
    found.addAll(ipamPool(spec));
    found.addAll(FieldRules.vpcId(FIELD + ".vpcId", spec.vpcId()));
    found.addAll(subnets(spec.subnetIds()));
    found.addAll(securityGroups(FIELD + ".securityGroupIds", spec.securityGroupIds()));
    if (spec.securityGroupIds().size() >= SECURITY_GROUPS_MAX) {
      found.add(
          Violation.of(
              FIELD + ".securityGroupIds",
              Rule.SECURITY_GROUPS_TOO_MANY,
              spec.securityGroupIds().size() + 1,
              SECURITY_GROUPS_MAX));
    }
    found.addAll(attributes(FIELD + ".attributes", spec.attributes()));
    spec.webAclArn()
        .ifPresent(arn -> found.addAll(webAclArn(FIELD + ".webAclArn", arn, environment.region())));
    found.addAll(DnsRules.check(FIELD + ".dnsRecords", spec.dnsRecords()));
    found.addAll(TagRules.each(FIELD + ".tags", spec.tags()));
    found.addAll(TagRules.together(FIELD + ".tags", environment.tags(), spec.tags()));
    return found;
  }

  private static List<Violation> subnets(List<String> ids) {
    List<Violation> found = new ArrayList<>();
    if (ids.size() < 2) {
      found.add(Violation.of(FIELD + ".subnetIds", Rule.SUBNETS_TWO_ZONES, ids.size()));
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < ids.size(); index++) {
      String id = ids.get(index);
      String field = FIELD + ".subnetIds[" + index + "]";
      found.addAll(FieldRules.subnetId(field, id));
      if (!id.isEmpty() && !seen.add(id)) {
        found.add(Violation.of(field, Rule.SUBNET_TWICE, id));
      }
    }
    return found;
  }

  /** Ids, each once. */
  static List<Violation> securityGroups(String field, List<String> ids) {
    List<Violation> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < ids.size(); index++) {
      String id = ids.get(index);
      String at = field + "[" + index + "]";
      found.addAll(FieldRules.securityGroupId(at, id));
      if (!id.isEmpty() && !seen.add(id)) {
        found.add(Violation.of(at, Rule.SECURITY_GROUP_TWICE, id));
      }
    }
    return found;
  }

  private static List<Violation> attributes(String field, LoadBalancerAttributes attributes) {
    List<Violation> found = new ArrayList<>();
    found.addAll(idleTimeout(field + ".idleTimeoutSeconds", attributes.idleTimeoutSeconds()));
    found.addAll(
        clientKeepAlive(field + ".clientKeepAliveSeconds", attributes.clientKeepAliveSeconds()));
    found.addAll(logs(field + ".accessLogs", attributes.accessLogs()));
    found.addAll(logs(field + ".connectionLogs", attributes.connectionLogs()));
    if (attributes.accessLogs().orElse(NOWHERE) instanceof LogBucket.Made(String _, int days)
        && attributes.connectionLogs().orElse(NOWHERE)
            instanceof LogBucket.Made(String _, int other)
        && days != other) {
      found.add(Violation.of(field + ".connectionLogs.days", Rule.LOG_DAYS_DIFFER, other, days));
    }
    return found;
  }

  private static List<Violation> logs(String field, Optional<LogBucket> logs) {
    List<Violation> found = new ArrayList<>();
    logs.ifPresent(
        to -> {
          switch (to) {
            case LogBucket.Existing(String bucket, String _) ->
                found.addAll(logBucket(field + ".bucket", bucket));
            case LogBucket.Made(String _, int days) -> found.addAll(logDays(field + ".days", days));
          }
          found.addAll(logPrefix(field + ".prefix", to.prefix()));
        });
    return found;
  }
}
