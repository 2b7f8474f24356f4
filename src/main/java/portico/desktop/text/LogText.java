package portico.desktop.text;

import java.util.Optional;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.ResourceRef;
import portico.text.InstallText;
import portico.text.StatusText;
import portico.text.Words;

/** One line of log for each event of a journal. */
public final class LogText {
  private final Words words;
  private final StatusText status;
  private final TimeText times;
  private final InstallText install = new InstallText(Words.core());

  public LogText(Words words, StatusText status, TimeText times) {
    this.words = words;
    this.status = status;
    this.times = times;
  }

  /** The line, with the time of day first. */
  public String of(OperationEvent event) {
    return times.timeOfDay(event.at()) + "  " + sentence(event);
  }

  private String sentence(OperationEvent event) {
    return switch (event) {
      case OperationEvent.PhaseStarted(var at, var phase) -> status.of(phase);
      case OperationEvent.EngineInstall(var at, var install) -> of(install);
      case OperationEvent.ResourceStarted(var at, var resource, var step, var changed) ->
          changed.isEmpty()
              ? words.get("log.started", status.of(step), name(resource))
              : words.get(
                  "log.started-changed",
                  status.of(step),
                  name(resource),
                  String.join(", ", changed));
      case OperationEvent.ResourceFinished(var at, var resource, var step) ->
          words.get("log.finished", status.of(step), name(resource));
      case OperationEvent.ResourceFailed(var at, var resource, var step) ->
          words.get("log.failed", status.of(step), name(resource));
      case OperationEvent.Diagnostic(
              var at,
              var severity,
              Optional<ResourceRef> resource,
              var text) ->
          resource
              .map(each -> words.get("log.diagnostic-of", severity, name(each), text.strip()))
              .orElseGet(() -> words.get("log.diagnostic", severity, text.strip()));
      case OperationEvent.Repaired(var at, var text) -> words.get("log.repaired", text);
      case OperationEvent.CallerKnown(var at, var caller) -> words.get("log.caller", caller.arn());
      case OperationEvent.CancelRequested(var at, var times) ->
          words.get(times > 1 ? "log.stop-requested" : "log.cancel-requested");
    };
  }

  private String name(ResourceRef resource) {
    return status.typeOf(resource) + " " + resource.name();
  }

  /** What the engine's installation does now. */
  public String of(InstallEvent event) {
    return install.of(event);
  }
}
