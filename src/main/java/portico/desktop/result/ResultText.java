package portico.desktop.result;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Tone;
import portico.environment.Environment;
import portico.operation.OperationFailure;
import portico.probe.ProbeResult;
import portico.proof.ProofStep;
import portico.text.DeadlineText;
import portico.text.FailureText;
import portico.text.Message;
import portico.text.ProbeText;
import portico.text.ProofText;
import portico.text.Words;

/** The words of the result page. */
public final class ResultText {
  private final Words words = DesktopText.words();
  private final FailureText failures = new FailureText(Words.core());
  private final ProbeText probes = new ProbeText(Words.core());
  private final ProofText proofs = new ProofText(Words.core());
  private final AccountText accounts = new AccountText(words);
  private final TimeText times;
  private final DeadlineText deadlines;
  private final InstantSource clock;

  public ResultText(TimeText times, InstantSource clock) {
    this.times = times;
    this.deadlines = times.deadlines();
    this.clock = clock;
  }

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  /** When it ends by itself, as of now. */
  String ends(Environment environment) {
    return deadlines.whole(environment.ending(), clock.instant());
  }

  String subtitle(Environment environment) {
    return words.get(
        "result.subtitle",
        environment.account().map(accounts::of).orElse("?"),
        environment.region().orElse("?"));
  }

  /** An operation that was not started. */
  Message of(OperationFailure failure, int resources) {
    return failures.of(failure, resources);
  }

  Message keyNotHere() {
    return new Message(words.get("result.key.none.what"), "", words.get("result.key.none.next"));
  }

  Message keyUnreadable(String detail) {
    return new Message(
        words.get("result.key.unreadable.what", detail),
        "",
        words.get("result.key.unreadable.next"));
  }

  Message of(CatalogFailure failure) {
    return failures.of(failure);
  }

  /** What the verdict means, in a sentence or two. */
  String verdict(ProbeResult result) {
    return probes.verdict(result);
  }

  String shortVerdict(ProbeResult result) {
    return probes.shortVerdict(result.verdict());
  }

  /** That clients have to use the certificate's name, if they have to. */
  Optional<Message> record(ProbeResult result) {
    return probes.record(result);
  }

  static Tone tone(ProbeResult.Verdict verdict) {
    return switch (verdict) {
      case SERVES, REACHED -> Tone.SUCCESS;
      case KEY_NEEDED, KEY_REFUSED, NOT_ROUTED, NO_TARGETS, NO_DNS -> Tone.WARNING;
      case ERROR_STATUS, NO_TLS, SILENT, NO_ANSWER -> Tone.DANGER;
    };
  }

  String step(ProofStep step) {
    return proofs.of(step, Instant.now());
  }

  String stepName(ProofStep step) {
    return proofs.of(step.stage());
  }

  String took(ProofStep step) {
    return times.length(step.took());
  }

  /** AWS's own word for a target's health, with the tone that it has for users. */
  static Tone toneOfHealth(String state) {
    return switch (state) {
      case "healthy" -> Tone.SUCCESS;
      case "initial" -> Tone.WORKING;
      case "unhealthy", "unhealthy.draining", "unavailable" -> Tone.DANGER;
      case "draining" -> Tone.WARNING;
      default -> Tone.NEUTRAL;
    };
  }

  /** Reason and description in one line; an empty text for healthy targets. */
  static String reason(TargetLine line) {
    String reason = line.health().reason();
    String description = line.health().description();
    return Optional.of(reason)
        .filter(code -> !code.isEmpty() && !description.isEmpty())
        .map(code -> code + ": " + description)
        .orElse(reason + description);
  }
}
