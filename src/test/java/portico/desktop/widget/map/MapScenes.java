package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import portico.catalog.TargetHealth;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;

/** Environments of several sizes, with what AWS may say of their targets. */
public final class MapScenes {
  private static final List<String> STATES = List.of("healthy", "healthy", "healthy", "initial");

  private MapScenes() {}

  /** Three listeners, twelve rules, weights. */
  public static EnvironmentSpec rich() {
    List<ListenerRuleSpec> rules = new ArrayList<>();
    rules.add(
        rule(
            "canary",
            10,
            new ActionSpec.Forward(
                List.of(
                    new WeightedTargetGroup("chat", 90), new WeightedTargetGroup("chat-next", 10)),
                OptionalInt.of(600)),
            new ConditionSpec.PathPattern(List.of("/v1/chat/*")),
            new ConditionSpec.ApiKey("Authorization", "Bearer ", "team")));
    rules.add(
        rule(
            "embeddings",
            20,
            ActionSpec.Forward.to("embeddings"),
            new ConditionSpec.PathPattern(List.of("/v1/embeddings"))));
    rules.add(
        rule(
            "metrics",
            30,
            new ActionSpec.FixedResponse(403, "text/plain", "not for you"),
            new ConditionSpec.PathPattern(List.of("/metrics"))));
    for (int index = 4; index <= 9; index++) {
      rules.add(
          rule(
              "tenant " + index,
              index * 10,
              ActionSpec.Forward.to(index % 2 == 0 ? "chat" : "rerank"),
              new ConditionSpec.HostHeader(List.of("tenant-" + index + ".models.example.com"))));
    }
    List<ListenerRuleSpec> inside =
        List.of(
            rule(
                "",
                5,
                ActionSpec.Forward.to("rerank"),
                new ConditionSpec.SourceIp(List.of("10.0.0.0/8"))),
            rule(
                "",
                6,
                ActionSpec.Forward.to("embeddings"),
                new ConditionSpec.RequestMethod(List.of("POST", "PUT"))),
            rule(
                "",
                7,
                ActionSpec.Forward.to("chat-next"),
                new ConditionSpec.HttpHeader("X-Next", List.of("1"))));
    return spec(
        List.of(
            group("chat", 8000, 5),
            group("chat-next", 8000, 1),
            group("embeddings", 8080, 3),
            group("rerank", 8090, 50)),
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
                        "arn:aws:acm:us-west-2:000000000000:certificate/3b9d1e52-7a70-4f5e-9f43-1c2d3e4f5a6b",
                        List.of())),
                new ActionSpec.FixedResponse(404, "text/plain", "no such model"),
                rules),
            new ListenerSpec(
                "inside",
                Protocol.HTTP,
                8080,
                Optional.empty(),
                ActionSpec.Forward.to("chat"),
                inside)));
  }

  /** 100 rules, 20 target groups, 1,000 targets. */
  public static EnvironmentSpec large() {
    List<TargetGroupSpec> groups =
        IntStream.range(0, 20).mapToObj(each -> group("models-" + each, 8000 + each, 50)).toList();
    List<ListenerRuleSpec> rules =
        IntStream.range(0, 100)
            .mapToObj(
                each ->
                    rule(
                        "model " + each,
                        each + 1,
                        ActionSpec.Forward.to("models-" + each % 20),
                        new ConditionSpec.PathPattern(List.of("/models/" + each + "/*"))))
            .toList();
    return spec(
        groups,
        List.of(
            new ListenerSpec(
                "http",
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Forward.to("models-0"),
                rules)));
  }

  private static ListenerRuleSpec rule(
      String name, int priority, ActionSpec action, ConditionSpec... conditions) {
    return new ListenerRuleSpec(name, priority, List.of(conditions), action);
  }

  static EnvironmentSpec spec(List<TargetGroupSpec> groups, List<ListenerSpec> listeners) {
    return new EnvironmentSpec(
        "us-west-2",
        new LoadBalancerSpec(
            "inference",
            Scheme.INTERNET_FACING,
            "vpc-0123456789abcdef0",
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2")),
        groups,
        listeners,
        new AccessSpec(List.of("203.0.113.7/32"), List.of("sg-0aa11bb22cc33dd44")));
  }

  /** A group with that many instances. */
  static TargetGroupSpec group(String name, int port, int targets) {
    return new TargetGroupSpec(
        name,
        Protocol.HTTP,
        port,
        new HealthCheckSpec("/health", 15, 10, 2, 5),
        IntStream.range(0, targets)
            .mapToObj(each -> InstanceTarget.of(instance(name, each)))
            .toList());
  }

  static String instance(String group, int number) {
    return "i-0%08x%08x".formatted(group.hashCode(), number * 0x9e3779b1);
  }

  /** Most are healthy, every fourth is new, and of each group the third one times out. */
  public static Map<String, List<TargetHealth>> health(EnvironmentSpec spec) {
    Map<String, List<TargetHealth>> health = new LinkedHashMap<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      List<TargetHealth> targets = new ArrayList<>();
      for (int index = 0; index < group.targets().size(); index++) {
        String id = group.targets().get(index).id();
        String state = STATES.get(index % STATES.size());
        targets.add(
            index == 2
                ? new TargetHealth(
                    id, group.port(), "unhealthy", "Target.Timeout", "Request timed out")
                : new TargetHealth(
                    id,
                    group.port(),
                    state,
                    state.equals("initial") ? "Elb.InitialHealthChecking" : "",
                    state.equals("initial") ? "Initial health checks in progress" : ""));
      }
      health.put(group.name(), targets);
    }
    return health;
  }
}
