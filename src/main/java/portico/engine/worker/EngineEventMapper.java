package portico.engine.worker;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import portico.operation.OperationEvent;
import portico.operation.OperationEvent.Severity;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * Turns the engine's events into the journal's, and remembers what the result needs. One resource
 * is one row for the user, so the two or three steps of a replacement become one, and the stack and
 * providers, which are no resources of AWS, are left out.
 */
final class EngineEventMapper {
  private final UnaryOperator<String> hidden;
  private final Set<String> replaced = new HashSet<>();
  private final Set<String> refreshed = new HashSet<>();
  private final Map<Step, Integer> finished = new EnumMap<>(Step.class);
  private final Map<ResourceRef, Step> failed = new LinkedHashMap<>();
  private final List<Diagnosis> errors = new ArrayList<>();

  /**
   * @param hidden blots out secrets: AWS quotes what it refuses
   */
  EngineEventMapper(UnaryOperator<String> hidden) {
    this.hidden = hidden;
  }

  /** An error that the engine reported, with the resource it was about if there was one. */
  record Diagnosis(Optional<ResourceRef> resource, String text) {}

  /** The journal's events for one of the engine's; often none. */
  synchronized List<Function<Instant, OperationEvent>> map(EngineEvent event) {
    if (event.resourcePreEvent() != null) {
      return started(event.resourcePreEvent().metadata());
    }
    if (event.resourceOutputsEvent() != null) {
      return finished(event.resourceOutputsEvent().metadata());
    }
    if (event.resourceOperationFailedEvent() != null) {
      return failed(event.resourceOperationFailedEvent().metadata());
    }
    if (event.diagnosticEvent() != null) {
      return diagnostic(event.diagnosticEvent());
    }
    return List.of();
  }

  private List<Function<Instant, OperationEvent>> started(StepEventMetadata metadata) {
    ResourceRef resource = ResourceRef.ofUrn(metadata.urn());
    if (isInternal(resource) || metadata.op() == OperationType.REPLACE) {
      return List.of();
    }
    if (metadata.op() == OperationType.REFRESH) {
      refreshed.add(metadata.urn());
    }
    List<String> changed = changedProperties(metadata);
    return List.of(
        at -> new OperationEvent.ResourceStarted(at, resource, step(metadata.op()), changed));
  }

  private static List<String> changedProperties(StepEventMetadata metadata) {
    if (step(metadata.op()) != Step.UPDATE && step(metadata.op()) != Step.REPLACE) {
      return List.of();
    }
    if (metadata.detailedDiff() != null && !metadata.detailedDiff().isEmpty()) {
      return metadata.detailedDiff().keySet().stream().sorted().toList();
    }
    return metadata.diffs() == null ? List.of() : metadata.diffs().stream().sorted().toList();
  }

  private List<Function<Instant, OperationEvent>> finished(StepEventMetadata metadata) {
    ResourceRef resource = ResourceRef.ofUrn(metadata.urn());
    if (isInternal(resource) || metadata.op() == OperationType.REPLACE) {
      return List.of();
    }
    if (metadata.op() == OperationType.DELETE_REPLACED && !replaced.contains(metadata.urn())) {
      // Deleted before its replacement is made: the row is finished by that.
      return List.of();
    }
    Step step = step(metadata.op());
    if (step != Step.REPLACE || replaced.add(metadata.urn())) {
      finished.merge(step, 1, Integer::sum);
    }
    Function<Instant, OperationEvent> end =
        at -> new OperationEvent.ResourceFinished(at, resource, step);
    List<String> changed = changedProperties(metadata);
    // Only at the end of a refresh it is known what differs.
    return changed.isEmpty() || !refreshed.contains(metadata.urn())
        ? List.of(end)
        : List.of(at -> new OperationEvent.ResourceStarted(at, resource, step, changed), end);
  }

  private List<Function<Instant, OperationEvent>> failed(StepEventMetadata metadata) {
    ResourceRef resource = ResourceRef.ofUrn(metadata.urn());
    Step step = step(metadata.op());
    failed.put(resource, step);
    return List.of(at -> new OperationEvent.ResourceFailed(at, resource, step));
  }

  private List<Function<Instant, OperationEvent>> diagnostic(DiagnosticEvent event) {
    String text = hidden.apply(plain(event.message()));
    Severity severity = severity(event.severity());
    if (text.isBlank() || severity == Severity.DEBUG) {
      return List.of();
    }
    Optional<ResourceRef> resource =
        Optional.ofNullable(event.urn()).filter(urn -> !urn.isEmpty()).map(ResourceRef::ofUrn);
    if (severity == Severity.ERROR) {
      errors.add(new Diagnosis(resource, text));
    }
    return List.of(at -> new OperationEvent.Diagnostic(at, severity, resource, text));
  }

  private static Severity severity(@Nullable String engineWord) {
    return switch (engineWord == null ? "" : engineWord) {
      case "error", "info#err" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      case "debug" -> Severity.DEBUG;
      default -> Severity.INFO;
    };
  }

  /** The text without secrets. */
  String hidden(String text) {
    return hidden.apply(text);
  }

  /** Without the engine's markup for colours. */
  static String plain(@Nullable String message) {
    return message == null ? "" : message.replaceAll("<\\{%[^%]*%\\}>", "").strip();
  }

  private static boolean isInternal(ResourceRef resource) {
    return resource.type().equals("pulumi:pulumi:Stack")
        || resource.type().startsWith("pulumi:providers:");
  }

  private static Step step(OperationType operation) {
    return switch (operation) {
      case CREATE -> Step.CREATE;
      case UPDATE -> Step.UPDATE;
      case DELETE -> Step.DELETE;
      case REPLACE, CREATE_REPLACEMENT, DELETE_REPLACED, DISCARD_REPLACED, REMOVE_PENDING_REPLACE ->
          Step.REPLACE;
      case READ, READ_REPLACEMENT, READ_DISCARD -> Step.READ;
      case REFRESH -> Step.REFRESH;
      case IMPORT, IMPORT_REPLACEMENT -> Step.IMPORT;
      case SAME, UNKNOWN -> Step.SAME;
    };
  }

  /** How many resources were finished by each step. */
  synchronized Map<Step, Integer> changes() {
    return Map.copyOf(finished);
  }

  synchronized Map<ResourceRef, Step> failedResources() {
    return Map.copyOf(failed);
  }

  synchronized List<Diagnosis> errors() {
    return List.copyOf(errors);
  }
}
