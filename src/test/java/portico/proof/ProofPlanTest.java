package portico.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.model.ActionSpec;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.TargetGroupSpec;
import portico.model.TlsSpec;
import portico.testing.Samples;

/** What a proof asks, as it follows from what was deployed. */
class ProofPlanTest {
  private static final String ARN = "arn:aws:acm:us-west-2:000000000000:certificate/1";
  private static final ConditionSpec.ApiKey KEY =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", "team-a");

  private final EnvironmentSpec small = Samples.spec();
  private final ListenerSpec listener = small.listeners().getFirst();
  private final Map<String, String> domains = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<Integer, InetSocketAddress> local = new HashMap<>();

  private final ProofPlan.Facts facts =
      new ProofPlan.Facts() {
        @Override
        public boolean practice() {
          return true;
        }

        @Override
        public Optional<InetSocketAddress> via(int listenerPort) {
          return Optional.ofNullable(local.get(listenerPort));
        }

        @Override
        public Optional<String> certificateDomain(String arn) {
          return Optional.ofNullable(domains.get(arn));
        }

        @Override
        public Optional<String> key(String keyName) {
          return Optional.ofNullable(keys.get(keyName));
        }

        @Override
        public Optional<Path> authority() {
          return Optional.of(Path.of("ca.pem"));
        }
      };

  private ProofRequest request(EnvironmentSpec spec, ProofChoices choices) {
    return new ProofPlan(Samples.NAME, spec, Samples.DNS_NAME, facts).request(choices);
  }

  private EnvironmentSpec with(ListenerSpec... listeners) {
    return with(small.service(), small.targetGroups().getFirst(), listeners);
  }

  private EnvironmentSpec with(
      ServiceSpec service, TargetGroupSpec group, ListenerSpec... listeners) {
    return new EnvironmentSpec(
        small.region(),
        service,
        small.loadBalancer(),
        List.of(group),
        List.of(listeners),
        small.access(),
        Map.of());
  }

  private ProofEndpoint endpoint(EnvironmentSpec spec) {
    return request(spec, ProofChoices.USUAL).endpoints().getFirst();
  }

  private static ListenerSpec secure(ActionSpec action) {
    return new ListenerSpec(
        "secure",
        Protocol.HTTPS,
        8443,
        Optional.of(new TlsSpec("ELBSecurityPolicy-TLS13-1-2-2021-06", ARN, List.of())),
        action,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "6, 1", "7, 2", "60, 55", "95, 90", "4000, 90"})
  void the_usual_silence_is_a_little_shorter_than_the_idle_timeout(int idle, int silence) {
    assertThat(ProofPlan.usualSilence(idle)).isEqualTo(silence);
  }

  @Test
  void the_smallest_environment_is_asked_at_its_listener_and_health_path() {
    ProofRequest request = request(small, ProofChoices.USUAL);

    assertThat(request.environment()).isEqualTo(Samples.NAME);
    assertThat(request.practice()).isTrue();
    assertThat(request.authority()).contains(Path.of("ca.pem"));
    assertThat(request.idleTimeout())
        .isEqualTo(Duration.ofSeconds(small.loadBalancer().attributes().idleTimeoutSeconds()));
    ProofEndpoint endpoint = request.endpoints().getFirst();
    assertThat(request.endpoints()).hasSize(1);
    assertThat(endpoint.listener()).isEqualTo(listener.name());
    assertThat(endpoint.port()).isEqualTo(listener.port());
    assertThat(endpoint.secure()).isFalse();
    assertThat(endpoint.via()).isEmpty();
    assertThat(endpoint.key()).isEmpty();
    assertThat(endpoint.health().orElseThrow().path())
        .isEqualTo(small.targetGroups().getFirst().healthCheck().path());
  }

  @Test
  void listeners_that_only_redirect_or_refuse_are_left_out() {
    ListenerSpec redirect =
        new ListenerSpec(
            "plain",
            Protocol.HTTP,
            80,
            Optional.empty(),
            ActionSpec.Redirect.toHttps(443),
            List.of());
    EnvironmentSpec spec = with(redirect, secure(listener.defaultAction()));

    assertThat(request(spec, ProofChoices.USUAL).endpoints())
        .extracting(ProofEndpoint::listener)
        .containsExactly("secure");
  }

  @Test
  void a_listener_of_https_is_asked_by_its_certificates_name() {
    EnvironmentSpec spec = with(secure(listener.defaultAction()));
    assertThat(endpoint(spec).hostHeader()).isEqualTo(Samples.DNS_NAME + ":8443");

    domains.put(ARN, "models.example.com");
    local.put(8443, InetSocketAddress.createUnresolved("127.0.0.1", 18443));
    assertThat(endpoint(spec).secure()).isTrue();
    assertThat(endpoint(spec).hostHeader()).isEqualTo("models.example.com:8443");
    assertThat(endpoint(spec).via().orElseThrow().getPort()).isEqualTo(18443);

    domains.put(ARN, "*.example.com");
    assertThat(endpoint(spec).host()).isEqualTo(Samples.DNS_NAME);
  }

  private static TargetGroupSpec group(
      TargetGroupSpec like, ProtocolVersion version, int timeoutSeconds) {
    HealthCheckSpec check =
        new HealthCheckSpec(
            true, Protocol.HTTP, OptionalInt.empty(), "/up", 30, timeoutSeconds, 2, 2, "200-204");
    return new TargetGroupSpec(
        like.name(),
        like.targetType(),
        like.protocol(),
        version,
        like.port(),
        check,
        like.attributes(),
        like.targets(),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "10, 10", "20, 20"})
  void a_health_check_has_at_least_ten_seconds(int configured, int given) {
    TargetGroupSpec group =
        group(small.targetGroups().getFirst(), ProtocolVersion.HTTP1, configured);

    assertThat(endpoint(with(small.service(), group, listener)).health())
        .contains(new ProofEndpoint.Health("/up", "200-204", Duration.ofSeconds(given)));
  }

  @Test
  void grpc_has_no_health_that_a_get_could_ask() {
    TargetGroupSpec group = group(small.targetGroups().getFirst(), ProtocolVersion.GRPC, 5);

    assertThat(endpoint(with(small.service(), group, listener)).health()).isEmpty();
  }

  @Test
  void a_gate_of_the_whole_listener_is_tried_with_and_without_its_key() {
    EnvironmentSpec spec = with(ApiKeyGate.close(listener, KEY));
    assertThat(endpoint(spec).key())
        .contains(
            new ProofEndpoint.Key(
                "Authorization", "Bearer ", Optional.empty(), true, "/portico/without-key"));

    keys.put("team-a", "sk-0123");
    assertThat(endpoint(spec).key().orElseThrow().value()).contains("Bearer sk-0123");
    assertThat(endpoint(spec).toString()).doesNotContain("sk-0123");
  }

  @Test
  void a_gate_with_everything_open_beside_it_is_no_closed_door() {
    EnvironmentSpec open = with(ApiKeyGate.close(listener, KEY, List.of("/*")));
    EnvironmentSpec health = with(ApiKeyGate.close(listener, KEY, List.of("/health")));

    assertThat(endpoint(open).key().orElseThrow().closed()).isFalse();
    assertThat(endpoint(health).key().orElseThrow().closed()).isTrue();
  }

  private static ServiceSpec server(String id) {
    return new ServiceSpec(
        id, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  @Test
  void the_server_decides_what_is_streamed_unless_the_user_does() {
    EnvironmentSpec ollama = with(server("ollama"), small.targetGroups().getFirst(), listener);
    var own = new Streaming.Ask("GET", "/events", List.of(), "", Optional.empty(), true);

    assertThat(request(ollama, ProofChoices.USUAL).stream())
        .isInstanceOfSatisfying(
            Streaming.Ask.class, ask -> assertThat(ask.path()).isEqualTo("/api/generate"));
    assertThat(
            request(ollama, new ProofChoices(true, Optional.of(own), true, OptionalInt.empty()))
                .stream())
        .isEqualTo(own);
    assertThat(
            request(ollama, new ProofChoices(false, Optional.of(own), true, OptionalInt.empty()))
                .stream())
        .isEqualTo(new Streaming.NotAsked());
    assertThat(request(small, ProofChoices.USUAL).server()).isEqualTo(small.service().server());
  }

  @Test
  void a_silence_is_as_long_as_wanted_or_usual_or_left_out() {
    int idle = small.loadBalancer().attributes().idleTimeoutSeconds();

    assertThat(request(small, ProofChoices.USUAL).silence())
        .contains(Duration.ofSeconds(ProofPlan.usualSilence(idle)));
    assertThat(
            request(small, new ProofChoices(true, Optional.empty(), true, OptionalInt.of(300)))
                .silence())
        .contains(Duration.ofMinutes(5));
    assertThat(
            request(small, new ProofChoices(true, Optional.empty(), false, OptionalInt.of(300)))
                .silence())
        .isEmpty();
  }
}
