package portico.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** Writes an operation's events as lines of progress. Called from one thread at a time. */
final class ProgressLines {
  private static final Duration BETWEEN_INSTALL_LINES = Duration.ofSeconds(5);

  private final CliContext context;
  private final boolean withResources;
  private final Map<String, Instant> started = new HashMap<>();
  private Instant lastInstallLine = Instant.EPOCH;

  /** {@code withResources} is false for previews, whose table comes at the end. */
  ProgressLines(CliContext context, boolean withResources) {
    this.context = context;
    this.withResources = withResources;
  }

  void print(OperationEvent event) {
    switch (event) {
      case OperationEvent.PhaseStarted(var at, var phase) ->
          context.say("progress.phase", context.text().status.of(phase));
      case OperationEvent.EngineInstall(var at, var install) -> install(at, install);
      case OperationEvent.ResourceStarted(var at, var resource, var step, var changed) -> {
        started.put(resource.urn(), at);
        resource("progress.started", resource, step, Optional.empty());
      }
      case OperationEvent.ResourceFinished(var at, var resource, var step) ->
          resource("progress.finished", resource, step, took(resource, at));
      case OperationEvent.ResourceFailed(var at, var resource, var step) ->
          resource("progress.failed", resource, step, took(resource, at));
      case OperationEvent.Diagnostic(var at, var severity, var resource, String text) -> {
        switch (severity) {
          case WARNING, ERROR -> context.say("progress." + severity.name(), text.strip());
          case INFO, DEBUG -> {}
        }
      }
      case OperationEvent.Repaired(var at, String text) -> context.say("progress.repaired", text);
      case OperationEvent.CallerKnown(var at, var caller) ->
          context.say("progress.caller", caller.arn());
      case OperationEvent.CancelRequested(var at, int times) ->
          context.say(times == 1 ? "progress.cancelling" : "progress.stopping");
    }
  }

  private Optional<Duration> took(ResourceRef resource, Instant at) {
    return Optional.ofNullable(started.get(resource.urn()))
        .map(start -> Duration.between(start, at));
  }

  private void resource(String key, ResourceRef resource, Step step, Optional<Duration> took) {
    if (!withResources || Steps.isOfEngine(resource) || !step.changes()) {
      return;
    }
    CliText text = context.text();
    context.say(
        key,
        text.status.of(step),
        text.status.typeOf(resource),
        resource.name(),
        took.map(each -> " (" + text.of(each) + ")").orElse(""));
  }

  /** Downloads and builds say so every few seconds, not each time. */
  private void install(Instant at, InstallEvent install) {
    boolean frequent =
        install instanceof InstallEvent.Downloading || install instanceof InstallEvent.Building;
    if (frequent && at.isBefore(lastInstallLine.plus(BETWEEN_INSTALL_LINES))) {
      return;
    }
    if (frequent) {
      lastInstallLine = at;
    }
    context.say("install", context.text().install.of(install));
  }
}
