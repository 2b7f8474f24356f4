package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Tone;
import portico.environment.Environment;
import portico.probe.ProbeResult;
import portico.text.FailureText;
import portico.text.Message;
import portico.text.Words;

/** The words of the result page. */
public final class ResultText {
  private final Words words = DesktopText.words();
  private final FailureText failures = new FailureText(Words.core());
  private final AccountText accounts = new AccountText(words);
  private final TimeText times;

  public ResultText(TimeText times) {
    this.times = times;
  }

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  String subtitle(Environment environment) {
    return words.get(
        "result.subtitle",
        environment.account().map(accounts::of).orElse("?"),
        environment.region().orElse("?"));
  }

  Message of(CatalogFailure failure) {
    return failures.of(failure);
  }

  /** What the verdict means, in a sentence or two. */
  String verdict(ProbeResult result) {
    return words.get("verdict." + result.verdict().name(), status(result));
  }

  String shortVerdict(ProbeResult result) {
    return words.get("verdict.short." + result.verdict().name());
  }

  private static String status(ProbeResult result) {
    return result.steps().stream()
        .filter(ProbeResult.Step.Answered.class::isInstance)
        .map(ProbeResult.Step.Answered.class::cast)
        .map(each -> String.valueOf(each.status()))
        .findFirst()
        .orElse("");
  }

  static Tone tone(ProbeResult.Verdict verdict) {
    return switch (verdict) {
      case SERVES -> Tone.SUCCESS;
      case NO_TARGETS, NO_DNS -> Tone.WARNING;
      case ERROR_STATUS, NO_ANSWER -> Tone.DANGER;
    };
  }

  String step(ProbeResult.Step step) {
    return switch (step) {
      case ProbeResult.Step.Resolved(List<String> addresses, var took) ->
          words.get("probe.resolved", String.join(", ", addresses));
      case ProbeResult.Step.Connected(String address, var took) ->
          words.get("probe.connected", address);
      case ProbeResult.Step.Answered(int status, String server, var took) ->
          server.isEmpty()
              ? words.get("probe.answered", status)
              : words.get("probe.answered-by", status, server);
      case ProbeResult.Step.Failed(var stage, String detail, var took) ->
          words.get("probe.failed", detail);
    };
  }

  String stepName(ProbeResult.Step step) {
    ProbeResult.Stage stage =
        switch (step) {
          case ProbeResult.Step.Resolved resolved -> ProbeResult.Stage.DNS;
          case ProbeResult.Step.Connected connected -> ProbeResult.Stage.CONNECT;
          case ProbeResult.Step.Answered answered -> ProbeResult.Stage.HTTP;
          case ProbeResult.Step.Failed failed -> failed.stage();
        };
    return words.get("probe.stage." + stage.name());
  }

  String took(ProbeResult.Step step) {
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
