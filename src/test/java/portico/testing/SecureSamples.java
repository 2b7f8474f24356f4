package portico.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.Certificate;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.model.ActionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;

/** Environments with listeners of the test's choice. */
public final class SecureSamples {
  public static final Certificate CERTIFICATE =
      new Certificate(
          "arn:aws:acm:us-west-2:000000000000:certificate/11111111-2222-3333-4444-555555555555",
          "models.example.com",
          List.of("models.example.com"),
          "ISSUED",
          Optional.of(Samples.NOW.plus(Duration.ofDays(90))));

  /** Forwards, by TLS with {@link #CERTIFICATE}. */
  public static final ListenerSpec HTTPS =
      new ListenerSpec(
          "secure",
          Protocol.HTTPS,
          443,
          Optional.of(
              new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", CERTIFICATE.arn(), List.of())),
          ActionSpec.Forward.to(group()),
          List.of());

  /** Sends everyone to {@link #HTTPS}. */
  public static final ListenerSpec REDIRECT =
      new ListenerSpec(
          "redirect",
          Protocol.HTTP,
          80,
          Optional.empty(),
          ActionSpec.Redirect.toHttps(443),
          List.of());

  private SecureSamples() {}

  /** The target group of {@link Samples#spec}. */
  public static String group() {
    return Samples.spec().targetGroups().getFirst().name();
  }

  /** Deployed, as {@link Samples#NAME}, with a server by its preset's id. */
  public static Environment deployed(
      CloudAccount account, String server, List<ListenerSpec> listeners) {
    EnvironmentSpec plain = Samples.spec();
    OptionalInt unknown = OptionalInt.empty();
    EnvironmentSpec spec =
        new EnvironmentSpec(
            plain.region(),
            new ServiceSpec(server, unknown, unknown, unknown, unknown),
            plain.loadBalancer(),
            plain.targetGroups(),
            listeners,
            plain.access(),
            Map.of());
    Environment deployed = Samples.deployed(Samples.NAME.value(), account);
    return new Environment(
        deployed.name(),
        deployed.state(),
        Optional.of(spec),
        Optional.of(account),
        deployed.provider(),
        deployed.outputs(),
        deployed.resources(),
        deployed.lastChange());
  }

  /** The same in front of servers that speak gRPC. */
  public static Environment speakingGrpc(Environment environment) {
    EnvironmentSpec spec = environment.spec().orElseThrow();
    List<TargetGroupSpec> groups =
        spec.targetGroups().stream()
            .map(
                group ->
                    new TargetGroupSpec(
                        group.name(),
                        group.targetType(),
                        group.protocol(),
                        ProtocolVersion.GRPC,
                        group.port(),
                        group.healthCheck(),
                        group.attributes(),
                        group.targets(),
                        group.tags()))
            .toList();
    EnvironmentSpec speaking =
        new EnvironmentSpec(
            spec.region(),
            spec.service(),
            spec.loadBalancer(),
            groups,
            spec.listeners(),
            spec.access(),
            spec.tags());
    return new Environment(
        environment.name(),
        environment.state(),
        Optional.of(speaking),
        environment.account(),
        environment.provider(),
        environment.outputs(),
        environment.resources(),
        environment.lastChange());
  }
}
