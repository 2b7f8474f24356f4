package portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.doctor.Finding.Verdict;
import portico.model.EnvironmentSpec;
import portico.model.ServiceSpec;
import portico.model.SpecRules;
import portico.preset.Presets;

/** Causes that lie in the server and its health check. */
class DoctorServerTest extends DoctorScene {
  @Test
  void a_servers_own_port_path_and_bind_flag_are_proposed() {
    ServiceSpec ollama =
        new ServiceSpec(
            "ollama",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    server = ServerFacts.of(ollama, Presets.load());

    List<Finding> failed = findings("unhealthy", "Target.FailedHealthChecks", "");

    Finding port = of(failed, Cause.UnusualPort.class);
    assertThat(spec(port).targetGroups().getFirst().targets().getFirst().port())
        .isEqualTo(OptionalInt.of(11434));
    assertThat(of(failed, Cause.LoopbackOnly.class).remedy().orElseThrow())
        .isInstanceOfSatisfying(
            Remedy.Instruction.class,
            each -> assertThat(each.command().orElseThrow()).contains("OLLAMA_HOST=0.0.0.0"));
  }

  @Test
  void a_check_on_another_port_than_the_traffic_is_led_back() {
    server =
        new ServerFacts(
            "vLLM",
            OptionalInt.of(8000),
            Optional.of("/health"),
            OptionalInt.of(10),
            Optional.of(false),
            "");
    assertThat(of(findings("unhealthy", "Target.Timeout", ""), Cause.UnusualPort.class).verdict())
        .isEqualTo(Verdict.RULED_OUT);

    Finding path =
        of(
            findings("unhealthy", "Target.ResponseCodeMismatch", "codes: [404]"),
            Cause.WrongPath.class);
    assertThat(spec(path).targetGroups().getFirst().healthCheck().path()).isEqualTo("/health");
  }

  @Test
  void accepting_a_code_adds_it_to_the_matcher() {
    Finding first = findings("unhealthy", "Target.ResponseCodeMismatch", "codes: [302]").getFirst();

    assertThat(spec(first).targetGroups().getFirst().healthCheck().matcher()).isEqualTo("200,302");
    assertThat(SpecRules.check(spec(first))).isEmpty();
  }

  @Test
  void a_longer_timeout_keeps_below_the_interval() {
    server =
        new ServerFacts(
            "SGLang",
            OptionalInt.of(8000),
            Optional.empty(),
            OptionalInt.of(60),
            Optional.empty(),
            "");

    EnvironmentSpec cured = fix(Cause.Impatient.class);

    assertThat(cured.targetGroups().getFirst().healthCheck().timeoutSeconds()).isEqualTo(60);
    assertThat(SpecRules.check(cured)).isEmpty();
  }
}
