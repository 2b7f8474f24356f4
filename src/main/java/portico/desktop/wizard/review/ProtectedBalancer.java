package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import portico.desktop.wizard.draft.Draft;
import portico.environment.DeletionProtection;

/** Whether a change of an environment would delete a load balancer that AWS protects. */
final class ProtectedBalancer {
  private ProtectedBalancer() {}

  /**
   * The name of the load balancer that would be in the way.
   *
   * @param rows of the last preview
   */
  static Optional<String> of(Draft draft, List<PreviewRow> rows) {
    boolean deleted =
        rows.stream().anyMatch(row -> DeletionProtection.deletes(row.resource(), row.step()));
    return draft.base().flatMap(base -> DeletionProtection.ofChange(base, draft.spec(), deleted));
  }
}
