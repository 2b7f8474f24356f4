package portico.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.Algorithm;
import portico.model.ConditionSpec;
import portico.model.DnsRecordSpec;
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
import portico.model.Scheme;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** An environment that uses everything a spec can say. */
final class WholeSpec {
  static final String CERTIFICATE = "arn:aws:acm:us-west-2:123456789012:certificate/aaaa";
  static final String FURTHER = "arn:aws:acm:us-west-2:123456789012:certificate/bbbb";
  static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:answer";
  static final String WEB_ACL =
      "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/guard/0a1b2c3d";

  static final String ZONE = "Z0123456789ABCDEFGHIJ";

  private WholeSpec() {}

  static EnvironmentSpec spec() {
    return new EnvironmentSpec(
        "us-west-2",
        ServiceSpec.OTHER,
        balancer(),
        List.of(chat(), embeddings(), function()),
        List.of(plain(), secure()),
        new AccessSpec(List.of("203.0.113.7/32", "2001:db8::/32"), List.of("sg-0123456789abcdef0")),
        Map.of("team", "search", "portico:environment", "forged"));
  }

  static LoadBalancerSpec balancer() {
    return new LoadBalancerSpec(
        "lb",
        Scheme.INTERNET_FACING,
        IpAddressType.DUALSTACK,
        "vpc-0123456789abcdef0",
        List.of("subnet-0000000000000000a", "subnet-0000000000000000b"),
        List.of("sg-0fedcba9876543210"),
        new LoadBalancerAttributes(
            600,
            7200,
            false,
            true,
            true,
            Optional.of(new LogBucket.Existing("logs", "alb")),
            Optional.empty()),
        Optional.of(WEB_ACL),
        Map.of("cost", "gpu", "team", "chat"),
        Optional.of("ipam-pool-0123456789abcdef0"),
        List.of(
            new DnsRecordSpec(ZONE, "api.example.com"), new DnsRecordSpec(ZONE, "*.example.com")));
  }

  static TargetGroupSpec chat() {
    return new TargetGroupSpec(
        "chat",
        TargetType.INSTANCE,
        Protocol.HTTPS,
        ProtocolVersion.HTTP2,
        8000,
        new HealthCheckSpec(
            true, Protocol.HTTP, OptionalInt.of(9000), "/health", 20, 10, 2, 3, "200-204"),
        new TargetGroupAttributes(
            120,
            0,
            Algorithm.LEAST_OUTSTANDING_REQUESTS,
            false,
            new Stickiness.ApplicationCookie("session", 3600)),
        List.of(
            InstanceTarget.of("i-0000000000000000a"),
            new InstanceTarget("i-0000000000000000b", OptionalInt.of(8001))),
        Map.of("model", "chat"));
  }

  static TargetGroupSpec embeddings() {
    return new TargetGroupSpec(
        "embeddings",
        TargetType.IP,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        8080,
        new HealthCheckSpec("/health", 30, 5, 2, 2),
        new TargetGroupAttributes(
            300, 0, Algorithm.WEIGHTED_RANDOM, true, new Stickiness.LoadBalancerCookie(60)),
        List.of(
            new IpTarget("172.31.0.10", OptionalInt.empty(), Optional.empty()),
            new IpTarget("10.9.0.10", OptionalInt.of(8081), Optional.of("all"))),
        Map.of());
  }

  static TargetGroupSpec function() {
    return new TargetGroupSpec(
        "answer",
        TargetType.LAMBDA,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        80,
        new HealthCheckSpec(false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 30, 5, 5, "200"),
        TargetGroupAttributes.AWS,
        List.of(new LambdaTarget(FUNCTION)),
        Map.of());
  }

  static ListenerSpec plain() {
    return new ListenerSpec(
        "plain", Protocol.HTTP, 80, Optional.empty(), ActionSpec.Redirect.toHttps(443), List.of());
  }

  static ListenerSpec secure() {
    return new ListenerSpec(
        "secure",
        Protocol.HTTPS,
        443,
        Optional.of(
            new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", CERTIFICATE, List.of(FURTHER))),
        new ActionSpec.FixedResponse(404, "text/plain", "no such model"),
        List.of(
            new ListenerRuleSpec(
                "chat",
                10,
                List.of(
                    new ConditionSpec.PathPattern(List.of("/v1/chat/*")),
                    new ConditionSpec.ApiKey("Authorization", "Bearer ", "team")),
                new ActionSpec.Forward(
                    List.of(
                        new WeightedTargetGroup("chat", 90),
                        new WeightedTargetGroup("embeddings", 10)),
                    OptionalInt.of(600))),
            new ListenerRuleSpec(
                "",
                20,
                List.of(
                    new ConditionSpec.HostHeader(List.of("api.example.com")),
                    new ConditionSpec.HttpHeader("X-Model", List.of("e*")),
                    new ConditionSpec.RequestMethod(List.of("POST"))),
                ActionSpec.Forward.to("embeddings")),
            new ListenerRuleSpec(
                "function",
                30,
                List.of(
                    new ConditionSpec.SourceIp(List.of("10.0.0.0/8")),
                    new ConditionSpec.QueryString(
                        List.of(
                            new ConditionSpec.QueryValue(Optional.of("model"), "small"),
                            new ConditionSpec.QueryValue(Optional.empty(), "test")))),
                ActionSpec.Forward.to("answer")),
            new ListenerRuleSpec(
                "moved",
                40,
                List.of(new ConditionSpec.PathPattern(List.of("/old/*"))),
                new ActionSpec.Redirect(
                    false,
                    Optional.of(Protocol.HTTPS),
                    OptionalInt.of(8443),
                    Optional.of("new.example.com"),
                    Optional.of("/new"),
                    Optional.of("")))));
  }
}
