package portico;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.CloudAccount;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.catalog.WebAcl;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.Algorithm;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpAddressType;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/**
 * A realistic environment that uses most of what there is, on what the simulated account has: HTTP
 * sent to HTTPS, a gate, weights, a function, addresses, logs, a web ACL.
 */
final class RichScene {
  private final EnvironmentSpec smallest;
  private final String account;
  private final List<String> certificates;
  private final String webAcl;
  private final String instance;
  private final String targets;

  RichScene(LiveHome live) {
    this.smallest = live.smallest();
    try (Catalog catalog =
        live.services().catalogs().open(new CloudAccount.Practice(), LiveHome.REGION)) {
      this.account = LiveHome.found(catalog.callerIdentity()).account();
      this.certificates =
          LiveHome.found(catalog.certificates()).stream()
              .filter(each -> each.status().equals("ISSUED"))
              .map(Certificate::arn)
              .toList();
      this.webAcl =
          LiveHome.found(catalog.webAcls()).stream().map(WebAcl::arn).findFirst().orElseThrow();
      String vpc = smallest.loadBalancer().vpcId();
      this.instance =
          LiveHome.found(catalog.instances(vpc)).stream()
              .map(Instance::id)
              .findFirst()
              .orElseThrow();
      this.targets =
          LiveHome.found(catalog.securityGroups(vpc)).stream()
              .filter(group -> group.name().equals("web-demo-sg"))
              .map(SecurityGroup::id)
              .findFirst()
              .orElseThrow();
    }
  }

  /** The security group of the instances. */
  String targetsGroup() {
    return targets;
  }

  EnvironmentSpec first() {
    return spec(
        balancer(600, true),
        List.of(chat(90, new Stickiness.Off()), embeddings(), function()),
        rules("/v1/chat/*", "/v1/embeddings", 90));
  }

  /** Rules change places, weights and attributes change, deletion protection goes. */
  EnvironmentSpec changed() {
    return spec(
        balancer(900, false),
        List.of(chat(30, new Stickiness.LoadBalancerCookie(600)), embeddings(), function()),
        rules("/v1/embeddings", "/v1/chat/*", 50));
  }

  private EnvironmentSpec spec(
      LoadBalancerSpec balancer, List<TargetGroupSpec> groups, List<ListenerRuleSpec> rules) {
    return new EnvironmentSpec(
        smallest.region(),
        ServiceSpec.OTHER,
        balancer,
        groups,
        List.of(
            new ListenerSpec(
                "plain",
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Redirect.toHttps(443),
                List.of()),
            new ListenerSpec(
                "secure",
                Protocol.HTTPS,
                443,
                Optional.of(
                    new TlsSpec(
                        "ELBSecurityPolicy-TLS13-1-2-2021-06",
                        certificates.get(0),
                        List.of(certificates.get(1)))),
                new ActionSpec.FixedResponse(404, "text/plain", "no such model"),
                rules)),
        new AccessSpec(List.of("203.0.113.7/32", "198.51.100.0/24"), List.of(targets)),
        Map.of("team", "search"));
  }

  private LoadBalancerSpec balancer(int idleTimeout, boolean first) {
    LoadBalancerSpec plain = smallest.loadBalancer();
    return new LoadBalancerSpec(
        plain.name(),
        plain.scheme(),
        IpAddressType.IPV4,
        plain.vpcId(),
        plain.subnetIds(),
        List.of(),
        new LoadBalancerAttributes(
            idleTimeout,
            3600,
            first,
            first,
            true,
            first
                ? Optional.of(new LogBucket.Existing("practice-lb-logs-us-west-2", "alb"))
                : Optional.empty(),
            Optional.empty()),
        Optional.of(webAcl),
        Map.of("cost", "gpu"));
  }

  private TargetGroupSpec chat(int deregistrationDelay, Stickiness stickiness) {
    return new TargetGroupSpec(
        "chat",
        TargetType.INSTANCE,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        80,
        new HealthCheckSpec(
            true, Protocol.HTTP, OptionalInt.of(9000), "/health", 20, 10, 2, 3, "200-204"),
        new TargetGroupAttributes(
            deregistrationDelay, 0, Algorithm.LEAST_OUTSTANDING_REQUESTS, false, stickiness),
        List.of(InstanceTarget.of(instance)),
        Map.of("model", "chat"));
  }

  private static TargetGroupSpec embeddings() {
    return new TargetGroupSpec(
        "embeddings",
        TargetType.IP,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        8080,
        new HealthCheckSpec("/health", 30, 5, 2, 2),
        new TargetGroupAttributes(60, 0, Algorithm.WEIGHTED_RANDOM, true, new Stickiness.Off()),
        List.of(
            new IpTarget("172.31.0.40", OptionalInt.empty(), Optional.empty()),
            new IpTarget("10.9.0.10", OptionalInt.of(8081), Optional.of("all"))),
        Map.of());
  }

  private TargetGroupSpec function() {
    return new TargetGroupSpec(
        "fallback",
        TargetType.LAMBDA,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        80,
        new HealthCheckSpec(false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 30, 5, 5, "200"),
        TargetGroupAttributes.AWS,
        List.of(
            new LambdaTarget(
                "arn:aws:lambda:us-west-2:%s:function:chat-fallback".formatted(account))),
        Map.of());
  }

  private static List<ListenerRuleSpec> rules(String first, String second, int weight) {
    return List.of(
        new ListenerRuleSpec(
            "gate",
            10,
            List.of(
                new ConditionSpec.PathPattern(List.of(first)),
                new ConditionSpec.ApiKey("Authorization", "Bearer ", "team")),
            new ActionSpec.Forward(
                List.of(
                    new WeightedTargetGroup("chat", weight),
                    new WeightedTargetGroup("embeddings", 100 - weight)),
                OptionalInt.of(600))),
        new ListenerRuleSpec(
            "also gated",
            20,
            List.of(
                new ConditionSpec.PathPattern(List.of(second)),
                new ConditionSpec.ApiKey("Authorization", "Bearer ", "team")),
            ActionSpec.Forward.to("embeddings")),
        new ListenerRuleSpec(
            "fallback",
            30,
            List.of(
                new ConditionSpec.HostHeader(List.of("status.example.com")),
                new ConditionSpec.QueryString(
                    List.of(new ConditionSpec.QueryValue(Optional.of("model"), "small")))),
            ActionSpec.Forward.to("fallback")));
  }
}
