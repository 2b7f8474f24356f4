package portico.practice.aws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.model.EnvironmentSpec;
import portico.model.LambdaTarget;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.LogDelivery;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.practice.aws.ec2.Ec2;
import portico.practice.aws.elb.Elb;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Caller;
import portico.practice.aws.http.Service;
import portico.practice.aws.lambda.Lambda;
import portico.practice.aws.route53.Route53;
import portico.practice.aws.s3.S3;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.wafv2.Waf;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a spec by API calls on the simulated AWS, in process: what the Pulumi program asks for, in
 * an order that Pulumi could choose, on a region of its own. The first refusal ends it.
 */
final class SpecOnAws {
  private static final Service ELB = Elb.service();
  private static final Service EC2 = Ec2.service();
  private static final Service LAMBDA = Lambda.service();
  private static final Service WAF = Waf.service();
  private static final Service ROUTE53 = Route53.service();
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_TARGETS_PER_CALL = 100;
  private static final String NOWHERE =
      "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/none/0123456789abcdef";

  private static final Service S3_SERVICE = S3.service();

  /** The bucket that is made for logs. */
  static final String MADE = "edge-logs-0123456";

  private final RegionState state;
  private final Map<String, HostedZone> zones = new HashMap<>(EdgeAccount.ZONES);
  private final Instant now;
  private final EnvironmentSpec spec;
  private final Map<String, String> groupArns = new HashMap<>();

  private SpecOnAws(RegionState region, Instant now, EnvironmentSpec spec) {
    this.state = region.copy();
    this.now = now;
    this.spec = spec;
  }

  /** AWS's refusal, or none when everything stands. */
  static Optional<AwsException> refusal(RegionState region, Instant now, EnvironmentSpec spec) {
    try {
      new SpecOnAws(region, now, spec).make();
      return Optional.empty();
    } catch (AwsException refused) {
      return Optional.of(refused);
    }
  }

  /**
   * The region with the spec in it.
   *
   * @throws AwsException when AWS refuses
   */
  static RegionState made(RegionState region, Instant now, EnvironmentSpec spec) {
    SpecOnAws aws = new SpecOnAws(region, now, spec);
    aws.make();
    return aws.state;
  }

  private void make() {
    String own = securityGroup();
    String balancer = balancer(own);
    for (TargetGroupSpec group : spec.targetGroups()) {
      targetGroup(group);
    }
    for (ListenerSpec listener : spec.listeners()) {
      listener(balancer, listener);
    }
    new AccessOnAws(spec, (action, request) -> call(EC2, action, request.text()), this::named)
        .make(own);
  }

  private String call(Service service, String action, String body) {
    Call call =
        new Call(
            action,
            new Caller("practice", state.region(), "elasticloadbalancing"),
            "request",
            state,
            Map.of(),
            zones,
            now,
            Duration.ZERO,
            Duration.ZERO,
            Observations.none());
    return service.answer(call, body).body();
  }

  private String elb(String action, Request request) {
    return call(ELB, action, request.text());
  }

  private static String one(String tag, String xml) {
    Matcher found = Pattern.compile("<" + tag + ">([^<]*)</" + tag + ">").matcher(xml);
    if (!found.find()) {
      throw new AssertionError("no " + tag + " in " + xml);
    }
    return found.group(1);
  }

  private String securityGroup() {
    String balancer = spec.loadBalancer().name();
    String name = (balancer.startsWith("sg-") ? "lb-" : "") + balancer + "-sg";
    Request request =
        new Request()
            .with("GroupName", name)
            .with("GroupDescription", "Portico: who may reach the load balancer")
            .with("VpcId", spec.loadBalancer().vpcId())
            .specified("security-group", named(name));
    return one("groupId", call(EC2, "CreateSecurityGroup", request.text()));
  }

  private Map<String, String> named(String name) {
    Map<String, String> tags = new LinkedHashMap<>(Map.of("Name", name));
    tags.putAll(owned(Map.of()));
    return tags;
  }

  private Map<String, String> owned(Map<String, String> own) {
    Map<String, String> tags = new LinkedHashMap<>(spec.tags());
    tags.putAll(own);
    tags.put("portico:environment", "edge");
    tags.put("portico:installation", "0123456789abcdef");
    return tags;
  }

  private String balancer(String ownGroup) {
    LoadBalancerSpec balancer = spec.loadBalancer();
    List<String> groups = new ArrayList<>(List.of(ownGroup));
    groups.addAll(balancer.securityGroupIds());
    Request request =
        new Request()
            .with("Name", balancer.name())
            .with("Type", "application")
            .with("Scheme", balancer.scheme().awsName())
            .with("IpAddressType", balancer.ipAddressType().awsName())
            .with("Subnets.member", balancer.subnetIds())
            .with("SecurityGroups.member", groups)
            .tagged(owned(balancer.tags()));
    balancer.ipv4IpamPoolId().ifPresent(id -> request.with("IpamPools.Ipv4IpamPoolId", id));
    String made = elb("CreateLoadBalancer", request);
    String arn = one("LoadBalancerArn", made);
    LogBucket.madeDays(balancer.attributes()).ifPresent(this::bucket);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(
        "idle_timeout.timeout_seconds", String.valueOf(balancer.attributes().idleTimeoutSeconds()));
    attributes.put(
        "client_keep_alive.seconds",
        String.valueOf(balancer.attributes().clientKeepAliveSeconds()));
    attributes.put("routing.http2.enabled", String.valueOf(balancer.attributes().http2()));
    attributes.put(
        "deletion_protection.enabled", String.valueOf(balancer.attributes().deletionProtection()));
    attributes.put(
        "routing.http.drop_invalid_header_fields.enabled",
        String.valueOf(balancer.attributes().dropInvalidHeaderFields()));
    logs("access_logs", balancer.attributes().accessLogs(), attributes);
    logs("connection_logs", balancer.attributes().connectionLogs(), attributes);
    elb(
        "ModifyLoadBalancerAttributes",
        new Request().with("LoadBalancerArn", arn).attributes(attributes));
    balancer
        .webAclArn()
        .ifPresent(
            acl ->
                call(
                    WAF,
                    "AssociateWebACL",
                    JSON.writeValueAsString(Map.of("WebACLArn", acl, "ResourceArn", arn))));
    new DnsOnAws(body -> call(ROUTE53, "ChangeResourceRecordSets", body))
        .make(balancer, one("DNSName", made), one("CanonicalHostedZoneId", made));
    return arn;
  }

  private void bucket(int days) {
    String path = "/" + MADE;
    String constraint =
        "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>"
            .formatted(state.region());
    s3(path, constraint);
    s3(
        path + "?lifecycle",
        ("<LifecycleConfiguration><Rule><ID>expire-logs</ID><Filter><Prefix></Prefix></Filter>"
                + "<Status>Enabled</Status><Expiration><Days>%d</Days></Expiration></Rule>"
                + "</LifecycleConfiguration>")
            .formatted(days));
    List<String> resources =
        LogDelivery.madePrefixes(spec.loadBalancer().attributes()).stream()
            .map(prefix -> "arn:aws:s3:::" + MADE + LogDelivery.keys(prefix, "123456789012"))
            .toList();
    s3(path + "?policy", LogDelivery.policy(resources));
  }

  private void s3(String path, String body) {
    if (S3_SERVICE instanceof Service.RestXml rest) {
      Service.Rest.Asked asked = rest.read("PUT", URI.create(path), body);
      call(S3_SERVICE, asked.action(), asked.body());
    }
  }

  private static void logs(String kind, Optional<LogBucket> logs, Map<String, String> attributes) {
    logs.ifPresent(
        to -> {
          attributes.put(kind + ".s3.enabled", "true");
          attributes.put(
              kind + ".s3.bucket",
              switch (to) {
                case LogBucket.Existing(String bucket, String _) -> bucket;
                case LogBucket.Made _ -> MADE;
              });
          attributes.put(kind + ".s3.prefix", to.prefix());
        });
  }

  private void targetGroup(TargetGroupSpec group) {
    Request request = TargetGroupRequests.create(group, spec.loadBalancer().vpcId());
    String arn =
        one("TargetGroupArn", elb("CreateTargetGroup", request.tagged(owned(group.tags()))));
    groupArns.put(group.name(), arn);
    Map<String, String> attributes = TargetGroupRequests.attributes(group);
    if (!attributes.isEmpty()) {
      elb(
          "ModifyTargetGroupAttributes",
          new Request().with("TargetGroupArn", arn).attributes(attributes));
    }
    for (TargetSpec target : group.targets()) {
      if (target instanceof LambdaTarget function) {
        permit(group, function, arn);
      }
    }
    // a function stands alone in its group, so each is asked for by itself
    int atOnce = group.targetType() == TargetType.LAMBDA ? 1 : MOST_TARGETS_PER_CALL;
    for (int from = 0; from < group.targets().size(); from += atOnce) {
      int to = Math.min(from + atOnce, group.targets().size());
      Request register = new Request().with("TargetGroupArn", arn);
      TargetGroupRequests.targets(group.targets().subList(from, to), register);
      elb("RegisterTargets", register);
    }
  }

  private void permit(TargetGroupSpec group, LambdaTarget function, String groupArn) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("FunctionName", function.functionArn());
    request.put("StatementId", "portico-" + group.name() + function.functionArn().hashCode());
    request.put("Action", "lambda:InvokeFunction");
    request.put("Principal", "elasticloadbalancing.amazonaws.com");
    request.put("SourceArn", groupArn);
    call(LAMBDA, "AddPermission", JSON.writeValueAsString(request));
  }

  private String arnOf(String groupName) {
    return groupArns.getOrDefault(groupName, NOWHERE);
  }

  private void listener(String balancerArn, ListenerSpec listener) {
    Request request =
        new Request()
            .with("LoadBalancerArn", balancerArn)
            .with("Protocol", listener.protocol())
            .with("Port", listener.port())
            .tagged(named(listener.name()));
    listener
        .tls()
        .ifPresent(
            tls ->
                request
                    .with("SslPolicy", tls.policy())
                    .with("Certificates.member.1.CertificateArn", tls.certificateArn()));
    RuleRequests requests = new RuleRequests(this::arnOf);
    requests.action("DefaultActions.member.1", listener.defaultAction(), request);
    String arn = one("ListenerArn", elb("CreateListener", request));
    listener
        .tls()
        .ifPresent(
            tls ->
                tls.furtherCertificateArns()
                    .forEach(
                        further ->
                            elb(
                                "AddListenerCertificates",
                                new Request()
                                    .with("ListenerArn", arn)
                                    .with("Certificates.member.1.CertificateArn", further))));
    for (var rule : requests.byPriority(listener.rules())) {
      String name =
          rule.name().isEmpty() ? listener.name() + "-rule-" + rule.priority() : rule.name();
      elb("CreateRule", requests.rule(rule).with("ListenerArn", arn).tagged(named(name)));
    }
  }
}
