package portico.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.model.FieldRules;
import portico.model.HealthCheckRules;
import portico.model.Protocol;
import portico.model.ServiceSpec;
import portico.model.Stickiness;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.TimeoutLadder;

class PresetsTest {
  private static final Presets PRESETS = Presets.load();

  static Stream<Preset> presets() {
    return PRESETS.all().stream();
  }

  @Test
  void every_server_of_the_issue_has_a_preset_and_the_last_is_for_all_others() {
    assertThat(PRESETS.all())
        .extracting(Preset::id)
        .containsExactly(
            "vllm",
            "sglang",
            "tgi",
            "ollama",
            "llamacpp",
            "nim",
            "litellm",
            "triton",
            "triton-grpc",
            "rayserve",
            "torchserve",
            "tfserving",
            "bentoml",
            "comfyui",
            "other");
    assertThat(PRESETS.other().isOther()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_values_keep_the_rules(Preset preset) {
    assertThat(FieldRules.port("", preset.port().value())).isEmpty();
    TargetGroupSpec group =
        new TargetGroupSpec(
            "tg",
            TargetType.INSTANCE,
            Protocol.HTTP,
            preset.protocolVersion().value(),
            preset.port().value(),
            preset.health().spec(""),
            preset.targetGroupAttributes(),
            List.of(),
            Map.of());
    assertThat(HealthCheckRules.check("", group)).isEmpty();
    assertThat(preset.idleTimeoutSeconds().value()).isBetween(1, TimeoutLadder.IDLE_MAX);
    assertThat(preset.deregistrationDelaySeconds().value()).isBetween(0, TimeoutLadder.DRAIN_MAX);
    assertThat(preset.health().timeoutSeconds().value())
        .isGreaterThanOrEqualTo(TimeoutLadder.HEALTH_TIMEOUT_MIN)
        .isLessThan(preset.health().intervalSeconds().value());
    if (preset.stickiness().value() instanceof Stickiness.LoadBalancerCookie(int seconds)) {
      assertThat(seconds).isBetween(1, 604_800);
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void every_value_has_a_reason_and_every_preset_its_sources(Preset preset)
      throws ReflectiveOperationException {
    List<String> reasons = new ArrayList<>();
    collect(preset, reasons);
    collect(preset.health(), reasons);
    reasons.add(preset.bind().because());
    reasons.add(preset.keepAlive().because());
    reasons.add(preset.requestLimit().because());

    assertThat(reasons)
        .hasSizeGreaterThan(15)
        .allMatch(each -> each.matches("[A-Z1-9/A-z].{8,}[.]"));
    assertThat(preset.sources()).isNotEmpty().allMatch(each -> !each.isBlank());
    assertThat(preset.line()).isNotBlank();
  }

  private static void collect(Record owner, List<String> reasons)
      throws ReflectiveOperationException {
    for (RecordComponent each : owner.getClass().getRecordComponents()) {
      if (each.getAccessor().invoke(owner) instanceof Reasoned<?>(var value, String because)) {
        reasons.add(because);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_presets_own_numbers_fit_but_for_what_the_server_must_be_told(Preset preset) {
    ServiceSpec service = preset.service();
    if (service.longestSilenceSeconds().isPresent()) {
      assertThat(service.longestSilenceSeconds().getAsInt())
          .isLessThan(preset.idleTimeoutSeconds().value());
      assertThat(preset.deregistrationDelaySeconds().value())
          .isGreaterThanOrEqualTo(service.longestSilenceSeconds().getAsInt());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vllm, 600, VLLM_HTTP_TIMEOUT_KEEP_ALIVE=610",
    "vllm, 4000, VLLM_HTTP_TIMEOUT_KEEP_ALIVE=4010",
    "sglang, 600, SGLANG_TIMEOUT_KEEP_ALIVE=610",
    "litellm, 600, --keepalive_timeout 610",
    "bentoml, 120, --timeout-keep-alive 130",
    "rayserve, 90, keep_alive_timeout_s: 100"
  })
  void the_keep_alive_to_set_is_ten_seconds_longer_than_the_idle_timeout(
      String id, int idle, String line) {
    Preset preset = PRESETS.find(id).orElseThrow();

    assertThat(preset.advice(preset.service(), idle)).extracting(Advice::line).contains(line);
  }

  @ParameterizedTest
  @CsvSource({"rayserve, 89", "tgi, 4000", "ollama, 600"})
  void a_server_that_holds_connections_long_enough_needs_no_setting(String id, int idle) {
    Preset preset = PRESETS.find(id).orElseThrow();

    assertThat(preset.advice(preset.service(), idle))
        .extracting(Advice::subject)
        .doesNotContain(Advice.Subject.KEEP_ALIVE);
  }

  @Test
  void a_server_that_cannot_be_told_says_so() {
    Preset llama = PRESETS.find("llamacpp").orElseThrow();

    assertThat(llama.advice(llama.service(), 600))
        .filteredOn(each -> each.subject() == Advice.Subject.KEEP_ALIVE)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.line()).isEmpty();
              assertThat(each.because()).contains("no option");
            });
  }

  @Test
  void a_server_that_gives_up_too_early_is_told_to_wait() {
    Preset flow = PRESETS.find("tfserving").orElseThrow();
    ServiceSpec slow =
        new ServiceSpec(
            "tfserving",
            OptionalInt.of(900),
            OptionalInt.of(30),
            OptionalInt.of(30),
            OptionalInt.empty());

    assertThat(flow.advice(slow, 60))
        .extracting(Advice::line)
        .contains("--rest_api_timeout_in_ms=60000");
    assertThat(flow.advice(flow.service(), 60))
        .extracting(Advice::subject)
        .doesNotContain(Advice.Subject.REQUEST_LIMIT);
  }

  @Test
  void a_server_that_listens_on_this_machine_only_is_told_to_listen_on_all_addresses() {
    Preset ollama = PRESETS.find("ollama").orElseThrow();

    assertThat(ollama.advice(ollama.service(), 600))
        .extracting(Advice::line)
        .containsExactly("OLLAMA_HOST=0.0.0.0");
  }

  @Test
  void the_models_name_goes_into_the_health_path() {
    HealthPreset health = PRESETS.find("tfserving").orElseThrow().health();

    assertThat(health.pathFor("resnet")).isEqualTo("/v1/models/resnet");
    assertThat(health.pathFor("")).isEqualTo("/v1/models/model");
  }
}
