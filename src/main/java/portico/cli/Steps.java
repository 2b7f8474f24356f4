package portico.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import portico.operation.OperationEvent;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** What a preview's journal says about each resource. */
final class Steps {
  private Steps() {}

  /**
   * A resource and what would happen to it.
   *
   * @param changed which inputs differ
   */
  record Row(ResourceRef resource, Step step, List<String> changed) {
    Row {
      changed = List.copyOf(changed);
    }

    /** For JSON. */
    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("step", step.name().toLowerCase(Locale.ROOT));
      fields.put("type", resource.type());
      fields.put("name", resource.name());
      fields.put("changed", changed);
      return fields;
    }
  }

  /** Stack and providers, which are no resources of AWS. */
  static boolean isOfEngine(ResourceRef resource) {
    return resource.type().startsWith("pulumi:");
  }

  /** One row for each resource, in the order of the journal. */
  static List<Row> of(List<OperationEvent> journal) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (OperationEvent event : journal) {
      switch (event) {
        case OperationEvent.ResourceStarted(var at, var resource, var step, var changed) ->
            add(rows, new Row(resource, step, changed));
        case OperationEvent.ResourceFinished(var at, var resource, var step) ->
            add(rows, new Row(resource, step, List.of()));
        case OperationEvent.PhaseStarted _,
            OperationEvent.EngineInstall _,
            OperationEvent.ResourceFailed _,
            OperationEvent.Diagnostic _,
            OperationEvent.Repaired _,
            OperationEvent.CallerKnown _,
            OperationEvent.CancelRequested _ -> {}
      }
    }
    return new ArrayList<>(rows.values());
  }

  /** A replacement comes as several steps of one resource; it is one row. */
  private static void add(Map<String, Row> rows, Row row) {
    if (isOfEngine(row.resource())) {
      return;
    }
    rows.merge(
        row.resource().urn(),
        row,
        (known, next) ->
            known.step() == Step.REFRESH
                    || (next.step() == Step.REPLACE && known.step() != Step.REPLACE)
                ? next
                : known);
  }
}
