package portico.text;

import java.util.Optional;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;
import portico.proof.ProofEndpoint;
import portico.proof.ProofStep;

/** What came of asking an endpoint, in words. */
public final class ProbeText {
  private final Words words;
  private final ProofText proof;

  public ProbeText(Words words) {
    this.words = words;
    this.proof = new ProofText(words);
  }

  /** The verdict in a word or two. */
  public String shortVerdict(ProbeResult.Verdict verdict) {
    return words.get(
        switch (verdict) {
          case SERVES -> "probe.short.serves";
          case REACHED -> "probe.short.reached";
          case KEY_NEEDED -> "probe.short.key-needed";
          case KEY_REFUSED -> "probe.short.key-refused";
          case NOT_ROUTED -> "probe.short.not-routed";
          case NO_TARGETS -> "probe.short.no-targets";
          case ERROR_STATUS -> "probe.short.error-status";
          case NO_TLS -> "probe.short.no-tls";
          case SILENT -> "probe.short.silent";
          case NO_ANSWER -> "probe.short.no-answer";
          case NO_DNS -> "probe.short.no-dns";
        });
  }

  /** What the verdict means and what to do next, in a sentence or two. */
  public String verdict(ProbeResult result) {
    return switch (result.verdict()) {
      case SERVES -> words.get("probe.serves", status(result));
      case REACHED -> words.get("probe.reached");
      case KEY_NEEDED -> words.get("probe.key-needed", status(result));
      case KEY_REFUSED -> words.get("probe.key-refused", status(result));
      case NOT_ROUTED -> words.get("probe.not-routed", status(result), path(result));
      case NO_TARGETS -> words.get("probe.no-targets");
      case ERROR_STATUS -> words.get("probe.error-status", status(result));
      case NO_TLS -> words.get("probe.no-tls", nextAfterTls(result)).strip();
      case SILENT -> words.get("probe.silent");
      case NO_ANSWER -> words.get("probe.no-answer");
      case NO_DNS -> words.get("probe.no-dns");
    };
  }

  private static String status(ProbeResult result) {
    return result.status().isPresent() ? "" + result.status().getAsInt() : "?";
  }

  private static String path(ProbeResult result) {
    return result.target().endpoint().health().map(ProofEndpoint.Health::path).orElse("/");
  }

  private String nextAfterTls(ProbeResult result) {
    return result.steps().stream()
        .filter(ProofStep.Failed.class::isInstance)
        .map(step -> proof.of(((ProofStep.Failed) step).problem()))
        .map(Message::next)
        .findFirst()
        .orElse("");
  }

  /**
   * That clients have to use the certificate's name, and the record that makes it lead to the load
   * balancer; empty where clients can use the load balancer's own name.
   */
  public Optional<Message> record(ProbeResult result) {
    ProbeTarget target = result.target();
    return result
        .tls()
        .flatMap(tls -> proof.record(tls, target.endpoint().dnsName(), target.practice()));
  }
}
