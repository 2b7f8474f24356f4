package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.ProofVerdict;
import portico.testing.FakeServiceProof;
import portico.testing.ProofSamples;
import portico.testing.Samples;

class ProofTextTest {
  private final ProofText text = new ProofText(Words.core());

  private static ProofReport report(boolean practice, List<ProofStep> steps) {
    return new ProofReport(
        Samples.NAME,
        Samples.NOW,
        practice,
        Samples.DNS_NAME,
        "vllm",
        Duration.ofSeconds(60),
        steps,
        ProofVerdict.of(steps),
        Duration.ofSeconds(57));
  }

  @Test
  void every_problem_says_what_happened_and_what_to_do_without_a_gap() {
    assertThat(ProofSamples.problems())
        .extracting(text::of)
        .allSatisfy(
            message -> {
              assertThat(message.what()).isNotBlank().doesNotContain("{");
              assertThat(message.next()).isNotBlank().doesNotContain("{");
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void every_step_has_words() {
    assertThat(ProofSamples.allSteps())
        .extracting(step -> text.of(step, Samples.NOW))
        .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{"));
  }

  private static ProofReport withoutSilence(ProofStep.Why why) {
    return report(
        false,
        List.of(
            FakeServiceProof.allGood().get(2), new ProofStep.Skipped("web", Stage.SILENCE, why)));
  }

  @Test
  void the_verdict_names_what_is_missing_and_where() {
    assertThat(text.verdict(withoutSilence(ProofStep.Why.NOT_ASKED)))
        .isEqualTo("Every step that was asked for went well; Silence (listener web) was left out.");
    assertThat(text.verdict(withoutSilence(ProofStep.Why.CANCELLED)))
        .isEqualTo(
            "The service answers, but this is not proven: Silence (listener web) was cancelled.");
    assertThat(text.verdict(report(false, List.of())))
        .isEqualTo("The service was not seen to answer: no listener forwards to a service.");
  }

  @Test
  void a_certificate_tells_by_whom_it_is_trusted_and_how_long() {
    assertThat(text.of(new ProofStep.Secured("web", Duration.ZERO, ProofSamples.TLS), Samples.NOW))
        .contains("TLSv1.3", "HTTP/2 offered", "(90 days)", "authority of practice alone");
  }

  @Test
  void the_page_marks_practice_and_keeps_its_table_whole() {
    List<ProofStep> steps =
        List.of(
            FakeServiceProof.allGood().get(0),
            new ProofStep.Healthy(
                "ai-inference-listener", Duration.ofMillis(5), "/a|b", 200, "x\ny", false));
    String page = new ProofPaper(Words.core()).markdown(report(true, steps));

    assertThat(page).contains("> **Practice:").contains("GET /a\\|b answers 200, server x y");
    assertThat(new ProofPaper(Words.core()).markdown(report(false, steps)))
        .doesNotContain("Practice");
  }
}
