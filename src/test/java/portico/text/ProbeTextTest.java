package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;
import portico.proof.ProofEndpoint;
import portico.proof.ProofStep;
import portico.testing.FakeProbe;
import portico.testing.Samples;

class ProbeTextTest {
  private final ProbeText text = new ProbeText(Words.core());

  private static ProbeResult result(
      boolean practice, ProbeResult.Verdict verdict, List<ProofStep> steps) {
    var endpoint =
        new ProofEndpoint(
            "web",
            Samples.DNS_NAME,
            true,
            443,
            Optional.empty(),
            Optional.of("models.example.com"),
            Optional.empty(),
            Optional.empty());
    var target = new ProbeTarget(Samples.NAME, practice, endpoint, Optional.empty());
    return new ProbeResult(target, verdict, steps, java.time.Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource(ProbeResult.Verdict.class)
  void every_verdict_has_words_without_gaps(ProbeResult.Verdict verdict) {
    var result = result(false, verdict, FakeProbe.serves());

    assertThat(text.shortVerdict(verdict)).isNotBlank();
    assertThat(text.verdict(result)).endsWith(".").doesNotContain("{", "?");
  }

  @Test
  void the_record_that_makes_the_certificate_fit_is_named() {
    var result = result(false, ProbeResult.Verdict.SERVES, FakeProbe.servesByTls());

    Message message = text.record(result).orElseThrow();
    assertThat(message.what())
        .isEqualTo(
            "The certificate is for models.example.com, not for "
                + Samples.DNS_NAME
                + ": clients that ask by the load balancer's own name refuse it.");
    assertThat(message.next())
        .isEqualTo(
            "Make a CNAME record, or in Route 53 an alias record, from models.example.com to "
                + Samples.DNS_NAME
                + ", and let your users ask for models.example.com.");
  }

  @Test
  void in_practice_no_record_is_asked_for() {
    var result = result(true, ProbeResult.Verdict.SERVES, FakeProbe.servesByTls());

    assertThat(text.record(result).orElseThrow().next())
        .contains("In practice no record is needed");
  }

  @Test
  void without_tls_there_is_no_certificate() {
    assertThat(text.record(result(false, ProbeResult.Verdict.SERVES, FakeProbe.serves())))
        .isEmpty();
  }
}
