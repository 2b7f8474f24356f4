package portico.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.catalog.CallerIdentity;

/** One line of an operation's journal. */
public sealed interface OperationEvent {
  /** When the worker wrote it. */
  Instant at();

  /** The operation entered a phase. */
  record PhaseStarted(Instant at, Phase phase) implements OperationEvent {}

  /** The account answered who the caller is. */
  record CallerKnown(Instant at, CallerIdentity caller) implements OperationEvent {}

  /** The engine is being looked for or installed. */
  record EngineInstall(Instant at, InstallEvent event) implements OperationEvent {}

  /**
   * The engine began with a resource, or would in a preview.
   *
   * @param changedProperties for updates and replacements: which inputs differ
   */
  record ResourceStarted(
      Instant at, ResourceRef resource, Step step, List<String> changedProperties)
      implements OperationEvent {
    public ResourceStarted {
      changedProperties = List.copyOf(changedProperties);
    }
  }

  /** The engine is through with a resource. */
  record ResourceFinished(Instant at, ResourceRef resource, Step step) implements OperationEvent {}

  /** The step failed; the reason comes as a {@link Diagnostic} with the same resource. */
  record ResourceFailed(Instant at, ResourceRef resource, Step step) implements OperationEvent {}

  /** The engine or a provider said something. */
  record Diagnostic(Instant at, Severity severity, Optional<ResourceRef> resource, String text)
      implements OperationEvent {}

  /** Something an interrupted operation left behind was settled; {@code text} says what. */
  record Repaired(Instant at, String text) implements OperationEvent {}

  /** The user asked to stop: 1 gracefully, 2 at once. */
  record CancelRequested(Instant at, int times) implements OperationEvent {}

  /** How much a {@link Diagnostic} matters. */
  enum Severity {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }
}
