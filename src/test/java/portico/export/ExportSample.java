package portico.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.AccessSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.Algorithm;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.QueryValue;
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
import portico.model.SpecDefaults;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** A spec in which every feature is used, and texts that need care in every language. */
final class ExportSample {
  static final String AWKWARD = "it's \"${no}\" %{x} \\ 100% `$HOME` #{y} ü";

  private static final String ACCOUNT = "us-west-2:123456789012";

  /**
   * Where it stands.
   *
   * @param ownGroups security groups that the load balancer gets beside its own
   */
  record Ground(
      String vpcId,
      List<String> subnetIds,
      String instanceId,
      String instanceGroup,
      List<String> certificates,
      Optional<String> webAcl,
      String function,
      List<String> ownGroups,
      Optional<LogBucket> logs,
      Optional<String> ipamPool,
      List<DnsRecordSpec> names) {
    static final Ground NOWHERE =
        new Ground(
            "vpc-0123456789abcdef0",
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
            "i-0f1e2d3c4b5a69788",
            "sg-0aa11bb22cc33dd44",
            List.of(
                "arn:aws:acm:" + ACCOUNT + ":certificate/0f0e0d0c-0000-4000-8000-000000000001",
                "arn:aws:acm:" + ACCOUNT + ":certificate/0f0e0d0c-0000-4000-8000-000000000002"),
            Optional.of(
                "arn:aws:wafv2:"
                    + ACCOUNT
                    + ":regional/webacl/gate/0f0e0d0c-0000-4000-8000-000000000003"),
            "arn:aws:lambda:" + ACCOUNT + ":function:answer",
            List.of("sg-0bb22cc33dd44ee55"),
            Optional.of(new LogBucket.Existing("ml-logs", "alb")),
            Optional.of("ipam-pool-0123456789abcdef0"),
            List.of(
                new DnsRecordSpec("Z0123456789ABCDEFGHIJ", "api.example.com"),
                new DnsRecordSpec("Z0123456789ABCDEFGHIJ", "*.api.example.com")));
  }

  private ExportSample() {}

  static EnvironmentSpec spec(Ground ground) {
    return new EnvironmentSpec(
        "us-west-2",
        ServiceSpec.OTHER,
        new LoadBalancerSpec(
            "everything",
            Scheme.INTERNET_FACING,
            IpAddressType.IPV4,
            ground.vpcId(),
            ground.subnetIds(),
            ground.ownGroups(),
            new LoadBalancerAttributes(
                600, 3600, true, false, true, ground.logs(), Optional.empty()),
            ground.webAcl(),
            Map.of("tier", "edge"),
            ground.ipamPool(),
            ground.names()),
        groups(ground),
        List.of(
            new ListenerSpec(
                "http", Protocol.HTTP, 80, Optional.empty(), Redirect.toHttps(443), List.of()),
            new ListenerSpec(
                "https",
                Protocol.HTTPS,
                443,
                Optional.of(
                    new TlsSpec(
                        "ELBSecurityPolicy-TLS13-1-2-2021-06",
                        ground.certificates().getFirst(),
                        ground.certificates().subList(1, ground.certificates().size()))),
                new Forward(
                    List.of(
                        new WeightedTargetGroup("chat", 90), new WeightedTargetGroup("canary", 10)),
                    OptionalInt.of(3600)),
                rules())),
        new AccessSpec(List.of("203.0.113.0/24", "10.0.0.0/8"), List.of(ground.instanceGroup())),
        Map.of("team", "ml platform"));
  }

  private static List<TargetGroupSpec> groups(Ground ground) {
    HealthCheckSpec check =
        new HealthCheckSpec(
            true, Protocol.HTTP, OptionalInt.of(9000), "/health", 30, 10, 2, 5, "200-299");
    return List.of(
        new TargetGroupSpec(
            "chat",
            TargetType.INSTANCE,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            8000,
            check,
            new TargetGroupAttributes(
                600,
                0,
                Algorithm.LEAST_OUTSTANDING_REQUESTS,
                false,
                new Stickiness.ApplicationCookie("SESSION", 600)),
            List.of(new InstanceTarget(ground.instanceId(), OptionalInt.of(8001))),
            Map.of("model", "llama")),
        new TargetGroupSpec(
            "canary",
            TargetType.IP,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            8000,
            SpecDefaults.HEALTH_CHECK,
            new TargetGroupAttributes(
                0, 0, Algorithm.WEIGHTED_RANDOM, true, new Stickiness.LoadBalancerCookie(60)),
            List.of(new IpTarget("192.168.7.1", OptionalInt.empty(), Optional.of("all"))),
            Map.of()),
        new TargetGroupSpec(
            "tools",
            TargetType.LAMBDA,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            80,
            new HealthCheckSpec(
                false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 30, 5, 5, "200"),
            TargetGroupAttributes.AWS,
            List.of(new LambdaTarget(ground.function())),
            Map.of()));
  }

  private static List<ListenerRuleSpec> rules() {
    return List.of(
        new ListenerRuleSpec(
            "API gate",
            10,
            List.of(
                new ConditionSpec.ApiKey("Authorization", "Bearer ", "team-a"),
                new ConditionSpec.PathPattern(List.of("/v1/*"))),
            Forward.to("chat")),
        new ListenerRuleSpec(
            "",
            20,
            List.of(
                new ConditionSpec.HostHeader(List.of("tools.example.com")),
                new ConditionSpec.RequestMethod(List.of("GET", "POST"))),
            Forward.to("tools")),
        new ListenerRuleSpec(
            "",
            30,
            List.of(
                new ConditionSpec.HttpHeader("X-Tenant", List.of("blue", "green*")),
                new ConditionSpec.QueryString(
                    List.of(
                        new QueryValue(Optional.of("v"), "2"),
                        new QueryValue(Optional.empty(), "beta"))),
                new ConditionSpec.SourceIp(List.of("10.0.0.0/8"))),
            new Redirect(
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of("www.example.com"),
                Optional.of("/new/#{path}"),
                Optional.of("from=old&#{query}"))),
        new ListenerRuleSpec(
            "",
            40,
            List.of(new ConditionSpec.PathPattern(List.of("/*"))),
            new FixedResponse(403, "text/plain", AWKWARD)));
  }

  /** Writes an export of it; {@code args} are form and folder. */
  public static void main(String[] args) throws IOException {
    ExportForm form = ExportForm.of(args[0]).orElseThrow();
    write(Exporter.export(spec(Ground.NOWHERE), form, Running.NOTHING), Path.of(args[1]));
  }

  static void write(Map<String, String> files, Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
