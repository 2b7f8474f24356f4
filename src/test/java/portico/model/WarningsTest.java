package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.SpecSamples.FORWARD;
import static portico.model.SpecSamples.GOOD;
import static portico.model.SpecSamples.https;
import static portico.model.SpecSamples.listener;
import static portico.model.SpecSamples.path;
import static portico.model.SpecSamples.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest {
  private static final ConditionSpec.ApiKey KEY =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");
  private static final TargetGroupSpec SERVING =
      SpecSamples.group(
          TargetType.INSTANCE,
          ProtocolVersion.HTTP1,
          SpecSamples.check(true, OptionalInt.empty(), "/", "200"),
          TargetGroupAttributes.AWS,
          List.of(InstanceTarget.of(SpecSamples.INSTANCE)));

  @Test
  void an_https_listener_for_one_address_deserves_none() {
    assertThat(warnings(Scheme.INTERNET_FACING, "203.0.113.7/32", https(FORWARD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0"})
  void open_to_the_world_without_a_key(String everybody) {
    assertThat(warnings(Scheme.INTERNET_FACING, everybody, https(FORWARD)))
        .containsExactly(new Warning.OpenToTheWorld(List.of("tls")));
    assertThat(warnings(Scheme.INTERNET_FACING, everybody, ApiKeyGate.close(https(FORWARD), KEY)))
        .isEmpty();
    assertThat(warnings(Scheme.INTERNAL, everybody, https(FORWARD))).isEmpty();
  }

  @Test
  void only_listeners_that_forward_without_a_key_are_open() {
    assertThat(
            warnings(
                Scheme.INTERNET_FACING,
                "0.0.0.0/0",
                listener(ActionSpec.Redirect.toHttps(443)),
                https(FORWARD)))
        .containsExactly(new Warning.OpenToTheWorld(List.of("tls")));
    assertThat(
            warnings(
                Scheme.INTERNET_FACING,
                "0.0.0.0/0",
                https(ApiKeyGate.REFUSAL, rule(1, KEY, path("/a")))))
        .isEmpty();
  }

  @Test
  void plain_http_in_public_and_worse_with_a_key() {
    assertThat(warnings(Scheme.INTERNET_FACING, "10.0.0.0/8", listener(FORWARD)))
        .containsExactly(new Warning.PlainHttp("web", 80));
    assertThat(
            warnings(
                Scheme.INTERNET_FACING, "10.0.0.0/8", ApiKeyGate.close(listener(FORWARD), KEY)))
        .containsExactly(new Warning.KeyOverPlainHttp("web", 80));
    assertThat(warnings(Scheme.INTERNAL, "10.0.0.0/8", listener(FORWARD))).isEmpty();
  }

  @Test
  void target_groups_without_targets_or_listeners_and_short_health_checks() {
    TargetGroupSpec idle =
        new TargetGroupSpec(
            "idle", Protocol.HTTP, 80, new HealthCheckSpec("/", 30, 4, 2, 2), List.of());
    EnvironmentSpec spec =
        spec(
            Scheme.INTERNAL,
            "10.0.0.0/8",
            ServiceSpec.OTHER,
            60,
            List.of(SERVING, idle),
            List.of(https(FORWARD)));

    assertThat(Warnings.of(spec))
        .containsExactly(
            new Warning.UnusedTargetGroup("idle"),
            new Warning.NoTargets("idle"),
            new Warning.HealthTimeoutShort("idle", 4));
  }

  @Test
  void hidden_rules() {
    assertThat(
            warnings(
                Scheme.INTERNAL,
                "10.0.0.0/8",
                https(FORWARD, rule(1, path("/*")), rule(2, path("/a")))))
        .containsExactly(new Warning.HiddenRule("tls", 2, 1));
  }

  @ParameterizedTest
  @CsvSource({"60,60,true", "61,60,false", "5,60,true", "600,600,true", "601,600,false"})
  void the_servers_keep_alive_is_longer_than_the_idle_timeout(
      int keepAlive, int idle, boolean warned) {
    Warning warning = new Warning.KeepAliveTooShort(keepAlive, idle);
    assertThat(timeouts(OptionalInt.of(keepAlive), OptionalInt.empty(), idle))
        .isEqualTo(warned ? List.of(warning) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"60,false", "61,true"})
  void an_unknown_keep_alive_matters_past_the_usual_idle_timeout(int idle, boolean warned) {
    assertThat(timeouts(OptionalInt.empty(), OptionalInt.empty(), idle))
        .isEqualTo(warned ? List.of(new Warning.KeepAliveUnknown(idle)) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"59,false", "60,true", "61,true"})
  void an_answer_is_not_silent_for_as_long_as_the_idle_timeout(int silence, boolean warned) {
    Warning warning = new Warning.SilenceTooLong(silence, 60);
    assertThat(timeouts(OptionalInt.of(70), OptionalInt.of(silence), 60))
        .isEqualTo(warned ? List.of(warning) : List.of());
  }

  private static List<Warning> timeouts(OptionalInt keepAlive, OptionalInt silence, int idle) {
    ServiceSpec service =
        new ServiceSpec("vllm", keepAlive, OptionalInt.empty(), silence, OptionalInt.empty());
    return Warnings.of(
        spec(
            Scheme.INTERNAL,
            "10.0.0.0/8",
            service,
            idle,
            List.of(SERVING),
            List.of(https(FORWARD))));
  }

  private static List<Warning> warnings(Scheme scheme, String ingress, ListenerSpec... listeners) {
    return Warnings.of(
        spec(scheme, ingress, ServiceSpec.OTHER, 60, List.of(SERVING), List.of(listeners)));
  }

  private static EnvironmentSpec spec(
      Scheme scheme,
      String ingress,
      ServiceSpec service,
      int idle,
      List<TargetGroupSpec> groups,
      List<ListenerSpec> listeners) {
    LoadBalancerSpec balancer =
        SpecSamples.balancer(
            scheme,
            IpAddressType.IPV4,
            List.of(),
            new LoadBalancerAttributes(
                idle, 3600, true, false, false, Optional.empty(), Optional.empty()),
            Optional.empty(),
            Map.of());
    return new EnvironmentSpec(
        GOOD.region(),
        service,
        balancer,
        groups,
        listeners,
        new AccessSpec(List.of(ingress)),
        Map.of());
  }
}
