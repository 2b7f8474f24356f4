package portico.desktop.progress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.operation.OperationEvent;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * The rows of an operation. Stack and providers are Pulumi's own bookkeeping and get none. What a
 * preview announced stands there from the beginning, which makes the share of finished rows known.
 */
public final class ResourceRows {
  private final ObservableList<ResourceRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ResourceRow> readOnly =
      FXCollections.unmodifiableObservableList(rows);
  private final Map<String, ResourceRow> byUrn = new LinkedHashMap<>();
  private boolean totalKnown;

  public ObservableList<ResourceRow> list() {
    return readOnly;
  }

  /** Whether a resource is shown. */
  public static boolean isShown(ResourceRef resource) {
    return !resource.type().equals("pulumi:pulumi:Stack")
        && !resource.type().startsWith("pulumi:providers:");
  }

  /** Announces what a preview's journal named. */
  void announce(List<OperationEvent> preview) {
    for (OperationEvent event : preview) {
      if (event instanceof OperationEvent.ResourceStarted started && isShown(started.resource())) {
        row(started.resource(), started.step());
        totalKnown = true;
      }
    }
  }

  void apply(OperationEvent event) {
    switch (event) {
      case OperationEvent.ResourceStarted(var at, var resource, var step, var changed) -> {
        if (isShown(resource)) {
          row(resource, step).begin(at, step);
        }
      }
      case OperationEvent.ResourceFinished(var at, var resource, var step) -> {
        if (isShown(resource)) {
          row(resource, step).end(at, step, ResourceRow.State.DONE);
        }
      }
      case OperationEvent.ResourceFailed(var at, var resource, var step) -> {
        if (isShown(resource)) {
          row(resource, step).end(at, step, ResourceRow.State.FAILED);
        }
      }
      case OperationEvent.Diagnostic(var at, var severity, var resource, var text) -> {
        if (severity == OperationEvent.Severity.ERROR) {
          resource.map(ResourceRef::urn).map(byUrn::get).ifPresent(row -> row.blame(text));
        }
      }
      case OperationEvent.PhaseStarted started -> {}
      case OperationEvent.EngineInstall install -> {}
      case OperationEvent.Repaired repaired -> {}
      case OperationEvent.CallerKnown known -> {}
      case OperationEvent.CancelRequested requested -> {}
    }
  }

  /** The operation is over: nothing works any more. */
  void close(Instant at, boolean succeeded) {
    rows.forEach(row -> row.close(at, succeeded));
  }

  /** The share of rows that are through, 0 to 1; empty while it is not known how many will come. */
  OptionalDouble share() {
    return totalKnown
        ? OptionalDouble.of((double) through() / rows.size())
        : OptionalDouble.empty();
  }

  private long through() {
    return rows.stream().filter(ResourceRow::isThrough).count();
  }

  private ResourceRow row(ResourceRef resource, Step step) {
    return Optional.ofNullable(byUrn.get(resource.urn()))
        .orElseGet(
            () -> {
              ResourceRow row = new ResourceRow(resource, step);
              byUrn.put(resource.urn(), row);
              rows.add(row);
              return row;
            });
  }
}
