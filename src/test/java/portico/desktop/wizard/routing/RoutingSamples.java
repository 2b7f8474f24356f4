package portico.desktop.wizard.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.Certificate;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;
import portico.model.WeightedTargetGroup;
import portico.testing.Samples;

/** Certificates and listeners as a team with two models has them. */
public final class RoutingSamples {
  public static final String API_CERTIFICATE = arn("11111111-2222-4333-8444-555555555555");
  public static final String OLD_CERTIFICATE = arn("22222222-2222-4333-8444-555555555555");
  public static final String PENDING_CERTIFICATE = arn("33333333-2222-4333-8444-555555555555");
  public static final String EXPIRED_CERTIFICATE = arn("44444444-2222-4333-8444-555555555555");

  private RoutingSamples() {}

  private static String arn(String id) {
    return "arn:aws:acm:us-west-2:000000000000:certificate/" + id;
  }

  /** Two that are issued, one of them for twelve more days, one pending, one expired. */
  public static List<Certificate> certificates() {
    return List.of(
        certificate(PENDING_CERTIFICATE, "new.example.com", "PENDING_VALIDATION", ""),
        certificate(
            API_CERTIFICATE, "api.example.com", "ISSUED", "2027-08-01T00:00:00Z", "*.example.com"),
        certificate(OLD_CERTIFICATE, "models.example.org", "ISSUED", "2026-12-06T12:00:00Z"),
        certificate(EXPIRED_CERTIFICATE, "old.example.com", "EXPIRED", "2026-01-01T00:00:00Z"));
  }

  static Certificate certificate(
      String arn, String domain, String status, String until, String... further) {
    return new Certificate(
        arn,
        domain,
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(domain), java.util.stream.Stream.of(further))
            .toList(),
        status,
        Optional.of(until).filter(text -> !text.isEmpty()).map(Instant::parse));
  }

  public static TargetGroupSpec group(String name) {
    return new TargetGroupSpec(name, Protocol.HTTP, 8000, SpecDefaults.HEALTH_CHECK, List.of());
  }

  /** An HTTPS listener with five rules, its redirect, and a listener for metrics. */
  public static EnvironmentSpec rich() {
    EnvironmentSpec spec = Samples.spec();
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        List.of(group("vllm"), group("vllm-new"), group("embedding")),
        List.of(secure(), redirecting(), metrics()),
        spec.access());
  }

  /** Forwards to a group that does not exist, and has a rule that never applies. */
  public static EnvironmentSpec broken() {
    EnvironmentSpec spec = Samples.spec();
    ActionSpec there = ActionSpec.Forward.to(spec.targetGroups().getFirst().name());
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        spec.targetGroups(),
        List.of(
            new ListenerSpec(
                "plain",
                Protocol.HTTP,
                80,
                Optional.empty(),
                ActionSpec.Forward.to("vllm-old"),
                List.of(
                    new ListenerRuleSpec(
                        "models",
                        10,
                        List.of(new ConditionSpec.PathPattern(List.of("/v1/*"))),
                        there),
                    new ListenerRuleSpec(
                        "",
                        20,
                        List.of(new ConditionSpec.PathPattern(List.of("/v1/chat/*"))),
                        there)))),
        spec.access());
  }

  private static ListenerSpec secure() {
    return new ListenerSpec(
        "api",
        Protocol.HTTPS,
        443,
        Optional.of(
            new TlsSpec(
                "ELBSecurityPolicy-TLS13-1-2-2021-06", API_CERTIFICATE, List.of(OLD_CERTIFICATE))),
        new ActionSpec.FixedResponse(404, "text/plain", "No such model"),
        List.of(
            new ListenerRuleSpec(
                "chat",
                10,
                List.of(
                    new ConditionSpec.PathPattern(List.of("/v1/*")),
                    new ConditionSpec.HostHeader(List.of("api.example.com"))),
                new ActionSpec.Forward(
                    List.of(
                        new WeightedTargetGroup("vllm", 90),
                        new WeightedTargetGroup("vllm-new", 10)),
                    OptionalInt.of(3600))),
            new ListenerRuleSpec(
                "",
                20,
                List.of(new ConditionSpec.PathPattern(List.of("/v1/embeddings"))),
                ActionSpec.Forward.to("embedding")),
            new ListenerRuleSpec(
                "",
                30,
                List.of(
                    new ConditionSpec.HttpHeader("X-Stage", List.of("beta", "canary")),
                    new ConditionSpec.RequestMethod(List.of("POST"))),
                ActionSpec.Forward.to("vllm-new")),
            new ListenerRuleSpec(
                "docs",
                40,
                List.of(new ConditionSpec.PathPattern(List.of("/", "/docs*"))),
                new ActionSpec.Redirect(
                    false,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of("docs.example.com"),
                    Optional.empty(),
                    Optional.empty())),
            new ListenerRuleSpec(
                "",
                50,
                List.of(
                    new ConditionSpec.SourceIp(List.of("203.0.113.0/24")),
                    new ConditionSpec.QueryString(
                        List.of(new ConditionSpec.QueryValue(Optional.of("model"), "llama*")))),
                ActionSpec.Forward.to("vllm"))));
  }

  private static ListenerSpec redirecting() {
    return new ListenerSpec(
        "plain", Protocol.HTTP, 80, Optional.empty(), ActionSpec.Redirect.toHttps(443), List.of());
  }

  private static ListenerSpec metrics() {
    return new ListenerSpec("metrics", Protocol.HTTP, 9090, "embedding");
  }
}
