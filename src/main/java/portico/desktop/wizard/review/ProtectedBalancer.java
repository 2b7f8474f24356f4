package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import portico.desktop.wizard.draft.Draft;
import portico.model.LoadBalancerSpec;
import portico.operation.Step;

/**
 * Whether a change of an environment would delete a load balancer that AWS protects. What counts is
 * how it was last deployed: switching the protection off in the same change does not help.
 */
final class ProtectedBalancer {
  private static final String TYPE = "aws:lb/loadBalancer:LoadBalancer";

  private ProtectedBalancer() {}

  /**
   * The name of the load balancer that would be in the way.
   *
   * @param rows of the last preview
   */
  static Optional<String> of(Draft draft, List<PreviewRow> rows) {
    LoadBalancerSpec wanted = draft.spec().loadBalancer();
    return draft
        .base()
        .map(base -> base.loadBalancer())
        .filter(before -> before.attributes().deletionProtection())
        .filter(before -> isAnother(before, wanted) || rows.stream().anyMatch(row -> deletes(row)))
        .map(LoadBalancerSpec::name);
  }

  /** Neither can be changed of a load balancer that exists (API_CreateLoadBalancer). */
  private static boolean isAnother(LoadBalancerSpec before, LoadBalancerSpec wanted) {
    return !before.name().equals(wanted.name()) || before.scheme() != wanted.scheme();
  }

  private static boolean deletes(PreviewRow row) {
    boolean gone = row.step() == Step.REPLACE || row.step() == Step.DELETE;
    return gone && row.resource().type().equals(TYPE);
  }
}
