package portico.desktop.wizard.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.model.Algorithm;
import portico.model.Stickiness;
import portico.preset.Advice;
import portico.preset.Preset;
import portico.preset.Presets;

class ServeViewModelTest {
  private final Presets presets = Presets.load();
  private final Texts texts = Texts.load();
  private final ServeViewModel model = new ServeViewModel(new InlineBackground(), texts);

  static List<String> ids() {
    return Presets.load().all().stream().map(Preset::id).toList();
  }

  private void choose(String id) {
    model.choose(presets.find(id).orElseThrow());
  }

  private ServeChoice choice() {
    return model.choice().getValue().orElseThrow();
  }

  @Test
  void nothing_is_chosen_for_the_user() {
    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-serve-search");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_server_is_one_click_and_every_value_has_a_reason(String id) {
    choose(id);

    assertThat(model.problem().getValue()).isEmpty();
    assertThat(choice().service().server()).isEqualTo(id);
    assertThat(model.values().getValue())
        .isNotEmpty()
        .allMatch(each -> !each.value().isBlank() && each.reason().endsWith("."));
  }

  @Test
  void a_server_with_web_sockets_says_what_to_mind_with_them() {
    choose("comfyui");

    assertThat(model.sockets().getValue())
        .containsExactly(
            new SocketAdvice(SocketAdvice.Subject.HTTP1, List.of()),
            new SocketAdvice(SocketAdvice.Subject.PING, List.of(2000, 4000)),
            new SocketAdvice(SocketAdvice.Subject.HEALTH, List.of("/system_stats")),
            new SocketAdvice(SocketAdvice.Subject.STICKY, List.of()),
            new SocketAdvice(SocketAdvice.Subject.DRAIN, List.of(600)));
  }

  @Test
  void another_server_says_it_when_it_is_told_to_have_web_sockets() {
    choose("other");
    assertThat(model.sockets().getValue()).isEmpty();

    model.chooseStreams(Streams.WEBSOCKET);
    assertThat(model.sockets().getValue())
        .contains(
            new SocketAdvice(SocketAdvice.Subject.PING, List.of(30, 60)),
            new SocketAdvice(SocketAdvice.Subject.NOT_STICKY, List.of()));

    model.silence().textProperty().set("100");
    assertThat(model.sockets().getValue())
        .as("a longer silence raises the idle timeout")
        .contains(new SocketAdvice(SocketAdvice.Subject.PING, List.of(60, 120)));
  }

  @Test
  void a_group_that_does_not_speak_http_1_can_have_no_web_sockets() {
    choose("triton-grpc");
    model.chooseStreams(Streams.WEBSOCKET);

    assertThat(model.sockets().getValue())
        .filteredOn(SocketAdvice::wrong)
        .containsExactly(new SocketAdvice(SocketAdvice.Subject.NOT_HTTP1, List.of("GRPC")));
  }

  @Test
  void a_server_fills_port_health_check_timeouts_and_spreading() {
    choose("vllm");

    assertThat(choice().targetGroup().port()).isEqualTo(8000);
    assertThat(choice().targetGroup().healthCheck().path()).isEqualTo("/health");
    assertThat(choice().targetGroup().attributes().algorithm())
        .isEqualTo(Algorithm.LEAST_OUTSTANDING_REQUESTS);
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(600);
    assertThat(choice().service().keepAliveSeconds()).hasValue(5);
    assertThat(model.portReason().getValue()).isEqualTo("vLLM's default.");
  }

  @Test
  void comfyui_gets_its_cookie() {
    choose("comfyui");

    assertThat(choice().targetGroup().attributes().stickiness())
        .isEqualTo(new Stickiness.LoadBalancerCookie(86_400));
    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(4000);
  }

  @ParameterizedTest
  @CsvSource({"599, 600, 720", "600, 720, 720", "4000, 4000, 3600", "'', 600, 300"})
  void a_longer_silence_raises_the_idle_timeout_and_the_drain(String typed, int idle, int drain) {
    choose("vllm");
    model.silence().textProperty().set(typed);

    assertThat(choice().attributes().idleTimeoutSeconds()).isEqualTo(idle);
    assertThat(choice().targetGroup().attributes().deregistrationDelaySeconds()).isEqualTo(drain);
  }

  @Test
  void the_servers_keep_alive_follows_the_idle_timeout() {
    choose("vllm");
    model.silence().textProperty().set("1000");

    assertThat(model.advice().getValue())
        .extracting(Advice::line)
        .containsExactly("VLLM_HTTP_TIMEOUT_KEEP_ALIVE=1210");
  }

  @Test
  void a_server_that_is_set_as_advised_counts_as_set() {
    choose("vllm");
    assertThat(choice().service().keepAliveSeconds()).hasValue(5);

    model.toldProperty().set(true);

    assertThat(choice().service().keepAliveSeconds()).hasValue(610);
  }

  @Test
  void a_server_that_cannot_be_told_stays_weak_even_then() {
    choose("llamacpp");
    model.toldProperty().set(true);

    assertThat(choice().service().keepAliveSeconds()).hasValue(5);
  }

  @Test
  void a_pasted_command_chooses_the_server_and_its_port() {
    model.pasteProperty().set("docker run -p 9000:8000 vllm/vllm-openai --model a/b");

    assertThat(model.presetProperty().get().map(Preset::id)).contains("vllm");
    assertThat(choice().targetGroup().port()).isEqualTo(9000);
    assertThat(model.portReason().getValue()).isEqualTo(texts.get("serve.reason.pasted"));
  }

  @Test
  void what_the_pasted_command_sets_need_not_be_set_again() {
    model.pasteProperty().set("VLLM_HTTP_TIMEOUT_KEEP_ALIVE=700 vllm serve a/b --host 0.0.0.0");

    assertThat(model.advice().getValue()).isEmpty();
    assertThat(choice().service().keepAliveSeconds()).hasValue(700);
  }

  @Test
  void a_pasted_command_that_binds_everywhere_is_not_told_to() {
    model.pasteProperty().set("OLLAMA_HOST=0.0.0.0 ollama serve");
    assertThat(model.advice().getValue()).isEmpty();

    model.pasteProperty().set("ollama serve");
    assertThat(model.advice().getValue())
        .extracting(Advice::line)
        .containsExactly("OLLAMA_HOST=0.0.0.0");
  }

  @Test
  void a_command_of_an_unknown_server_chooses_none_and_says_so() {
    model.pasteProperty().set("python app.py --port 5000");

    assertThat(model.presetProperty().get()).isEmpty();
    assertThat(model.pastedProperty().get().orElseThrow().warnings()).hasSize(1);
  }

  @Test
  void the_models_name_stands_in_the_health_path_only_where_it_can() {
    model.pasteProperty().set("docker run -e MODEL_NAME=resnet -p 8501:8501 tensorflow/serving");
    assertThat(choice().targetGroup().healthCheck().path()).isEqualTo("/v1/models/resnet");

    model.pasteProperty().set("docker run -e 'MODEL_NAME=a b' -p 8501:8501 tensorflow/serving");
    assertThat(choice().targetGroup().healthCheck().path()).isEqualTo("/v1/models/model");
  }

  @ParameterizedTest
  @CsvSource({"0, 1 to 65535", "65536, 1 to 65535", "'', must not be empty"})
  void a_wrong_port_is_told_while_typing(String typed, String message) {
    choose("vllm");
    model.port().textProperty().set(typed);

    assertThat(model.port().message().getValue()).contains(message);
    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-serve-port");
  }

  @ParameterizedTest
  @CsvSource({"'', true", "1, true", "604800, true", "0, false", "604801, false", "long, false"})
  void the_longest_silence_may_be_unknown_but_not_wrong(String typed, boolean right) {
    choose("other");
    model.silence().textProperty().set(typed);

    assertThat(model.choice().getValue().isPresent()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"vllm, 1", "VLLM, 1", "images, 1", "triton, 2", "openai, 1", "nothing like it, 0"})
  void the_search_looks_at_name_and_description(String typed, int found) {
    model.searchProperty().set(typed);

    assertThat(model.visible().getValue()).hasSize(found);
  }
}
