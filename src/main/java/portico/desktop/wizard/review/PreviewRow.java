package portico.desktop.wizard.review;

import java.util.List;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * What a deploy would do to one resource.
 *
 * @param changedProperties for updates and replacements: which inputs differ
 * @param failed whether the preview found that it cannot be done
 */
public record PreviewRow(
    ResourceRef resource, Step step, List<String> changedProperties, boolean failed) {
  public PreviewRow {
    changedProperties = List.copyOf(changedProperties);
  }

  /**
   * The row after another step on the same resource: the engine tells a replacement in pieces, as a
   * creation and a deletion.
   */
  PreviewRow and(Step next, List<String> changed) {
    boolean pieces =
        (step == Step.CREATE && next == Step.DELETE)
            || (step == Step.DELETE && next == Step.CREATE);
    Step whole = step == Step.REPLACE || pieces ? Step.REPLACE : next;
    return new PreviewRow(resource, whole, changed.isEmpty() ? changedProperties : changed, failed);
  }

  PreviewRow asFailed() {
    return new PreviewRow(resource, step, changedProperties, true);
  }
}
