package portico.catalog.aws.existing;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.catalog.TakeoverRemark.Kind;
import portico.model.EnvironmentSpec;
import portico.model.IpAddressType;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpamPools;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Turns AWS's answers about one load balancer into a spec and remarks. */
public final class BalancerReading {
  private static final Set<String> FIELDS =
      Set.of(
          "LoadBalancerArn",
          "DNSName",
          "CanonicalHostedZoneId",
          "CreatedTime",
          "LoadBalancerName",
          "Scheme",
          "VpcId",
          "State",
          "Type",
          "AvailabilityZones",
          "IpamPools",
          "SecurityGroups",
          "IpAddressType");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "idle_timeout.timeout_seconds",
          "client_keep_alive.seconds",
          "routing.http2.enabled",
          "deletion_protection.enabled",
          "routing.http.drop_invalid_header_fields.enabled",
          "access_logs.s3.enabled",
          "access_logs.s3.bucket",
          "access_logs.s3.prefix",
          "connection_logs.s3.enabled",
          "connection_logs.s3.bucket",
          "connection_logs.s3.prefix",
          "health_check_logs.s3.enabled",
          "health_check_logs.s3.bucket",
          "health_check_logs.s3.prefix");

  /** AWS's own values of what no spec says (API_LoadBalancerAttribute). */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          entry("load_balancing.cross_zone.enabled", "true"),
          entry("routing.http.desync_mitigation_mode", "defensive"),
          entry("routing.http.preserve_host_header.enabled", "false"),
          entry("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false"),
          entry("routing.http.xff_client_port.enabled", "false"),
          entry("routing.http.xff_header_processing.mode", "append"),
          entry("waf.fail_open.enabled", "false"),
          entry("zonal_shift.config.enabled", "false"));

  private final BalancerAnswers answers;
  private final Remarks remarks = new Remarks();

  private BalancerReading(BalancerAnswers answers) {
    this.answers = answers;
  }

  /** The spec, and whatever of the answers it does not say. */
  public static FoundLoadBalancer of(BalancerAnswers answers) {
    return new BalancerReading(answers).read();
  }

  /** A load balancer as a list shows it. */
  public static LoadBalancerSummary summary(LoadBalancer balancer, Map<String, String> tags) {
    return new LoadBalancerSummary(
        balancer.loadBalancerName(),
        balancer.loadBalancerArn(),
        balancer.schemeAsString(),
        Optional.ofNullable(balancer.vpcId()).orElse(""),
        Optional.ofNullable(balancer.dnsName()).orElse(""),
        Optional.ofNullable(balancer.state()).map(each -> each.codeAsString()).orElse(""),
        Optional.ofNullable(tags.get("portico:environment")));
  }

  private FoundLoadBalancer read() {
    LoadBalancer balancer = answers.balancer();
    Tags tags = new Tags(answers);
    tags.remarkOwners(remarks);
    Map<String, TargetGroupSpec> groups = new ReadGroups(answers, remarks, tags).all();
    ReadActions actions = new ReadActions(groups, remarks);
    List<ListenerSpec> listeners = new ReadListeners(answers, remarks, tags, actions).all();
    ReadAccess access = new ReadAccess(answers, remarks);
    EnvironmentSpec spec =
        new EnvironmentSpec(
            answers.region(),
            ServiceSpec.OTHER,
            balancer(tags, access),
            List.copyOf(groups.values()),
            listeners,
            access.access(),
            tags.common());
    int targets = spec.targetGroups().stream().mapToInt(each -> each.targets().size()).sum();
    if (targets > 0) {
      remarks.add(Kind.SAME_TARGETS, targets);
    }
    remarks.add(Kind.SERVICE_UNKNOWN);
    remarks.add(Kind.NOT_LOOKED_AT, balancer.dnsName());
    return new FoundLoadBalancer(
        summary(balancer, answers.tagsOf(balancer.loadBalancerArn())),
        spec,
        remarks.all(),
        answers.takenNames());
  }

  private LoadBalancerSpec balancer(Tags tags, ReadAccess access) {
    LoadBalancer balancer = answers.balancer();
    remark();
    return new LoadBalancerSpec(
        balancer.loadBalancerName(),
        "internal".equals(balancer.schemeAsString()) ? Scheme.INTERNAL : Scheme.INTERNET_FACING,
        addressType(),
        balancer.vpcId(),
        balancer.availabilityZones().stream().map(AvailabilityZone::subnetId).toList(),
        access.kept(),
        attributes(),
        answers.webAclArn(),
        tags.ownOf(balancer.loadBalancerArn()),
        Optional.ofNullable(balancer.ipamPools()).map(IpamPools::ipv4IpamPoolId));
  }

  private void remark() {
    String where = "load balancer " + answers.balancer().loadBalancerName();
    remarks.rest(where, answers.balancer(), FIELDS);
    answers
        .balancer()
        .availabilityZones()
        .forEach(each -> remarks.rest(where, each, Set.of("ZoneName", "SubnetId")));
    Map<String, String> usual = new HashMap<>(USUAL);
    // AWS's own value depends on the scheme (API_LoadBalancerAttribute); without IPv6 it says
    // nothing.
    boolean internal = "internal".equals(answers.balancer().schemeAsString());
    String ipv6 = "ipv6.deny_all_igw_traffic";
    usual.put(
        ipv6,
        addressType().hasIpv6()
            ? String.valueOf(internal)
            : answers.attributes().getOrDefault(ipv6, ""));
    remarks.attributes(where, answers.attributes(), ATTRIBUTES, usual);
    if (isOn("health_check_logs.s3.enabled")) {
      remarks.add(
          Kind.HEALTH_CHECK_LOGS,
          answers.attributes().getOrDefault("health_check_logs.s3.bucket", ""));
    }
    answers.webAclArn().ifPresent(acl -> remarks.add(Kind.WEB_ACL_SHARED, acl));
    answers.reservedUnits().ifPresent(units -> remarks.add(Kind.CAPACITY, units));
  }

  private IpAddressType addressType() {
    String name = answers.balancer().ipAddressTypeAsString();
    return Stream.of(IpAddressType.values())
        .filter(each -> each.awsName().equals(name))
        .findFirst()
        .orElse(IpAddressType.IPV4);
  }

  private LoadBalancerAttributes attributes() {
    LoadBalancerAttributes usual = LoadBalancerAttributes.AWS;
    Map<String, String> read = answers.attributes();
    List<LogBucket> buckets = new ArrayList<>();
    Optional<LogBucket> access = logs("access_logs");
    Optional<LogBucket> connection = logs("connection_logs");
    access.ifPresent(buckets::add);
    connection.ifPresent(buckets::add);
    buckets.stream()
        .filter(LogBucket.Existing.class::isInstance)
        .map(each -> ((LogBucket.Existing) each).bucket())
        .distinct()
        .forEach(bucket -> remarks.add(Kind.LOGS_SHARED, bucket));
    return new LoadBalancerAttributes(
        ReadGroups.number(read, "idle_timeout.timeout_seconds", usual.idleTimeoutSeconds()),
        ReadGroups.number(read, "client_keep_alive.seconds", usual.clientKeepAliveSeconds()),
        !"false".equals(read.get("routing.http2.enabled")),
        isOn("deletion_protection.enabled"),
        isOn("routing.http.drop_invalid_header_fields.enabled"),
        access,
        connection);
  }

  private Optional<LogBucket> logs(String kind) {
    Map<String, String> read = answers.attributes();
    return isOn(kind + ".s3.enabled")
        ? Optional.of(
            new LogBucket.Existing(
                read.getOrDefault(kind + ".s3.bucket", ""),
                read.getOrDefault(kind + ".s3.prefix", "")))
        : Optional.empty();
  }

  private boolean isOn(String key) {
    return "true".equals(answers.attributes().get(key));
  }
}
