package portico.environment;

import java.util.Optional;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;
import portico.operation.ResourceRef;
import portico.operation.Step;

/**
 * Whether AWS's deletion protection stands in the way of what is planned, by what was last
 * deployed: an operation asks AWS itself before it begins. Does no I/O.
 */
public final class DeletionProtection {
  private static final String TYPE = "aws:lb/loadBalancer:LoadBalancer";

  private DeletionProtection() {}

  /** The name of the load balancer that a destroy would be refused, if it exists. */
  public static Optional<String> ofDestroy(Environment environment) {
    return environment
        .spec()
        .filter(
            _ -> environment.resources().stream().anyMatch(each -> each.ref().type().equals(TYPE)))
        .flatMap(DeletionProtection::of);
  }

  /**
   * The name of the load balancer that a change would be refused to replace. How it was last
   * deployed counts: switching the protection off in the same change does not help.
   *
   * @param deleted whether a preview found that the load balancer goes
   */
  public static Optional<String> ofChange(
      EnvironmentSpec before, EnvironmentSpec wanted, boolean deleted) {
    return of(before)
        .filter(_ -> deleted || isAnother(before.loadBalancer(), wanted.loadBalancer()));
  }

  /** Whether a step takes a load balancer away. */
  public static boolean deletes(ResourceRef resource, Step step) {
    return (step == Step.REPLACE || step == Step.DELETE) && resource.type().equals(TYPE);
  }

  private static Optional<String> of(EnvironmentSpec spec) {
    return Optional.of(spec.loadBalancer())
        .filter(balancer -> balancer.attributes().deletionProtection())
        .map(LoadBalancerSpec::name);
  }

  /** Neither can be changed of a load balancer that exists (API_CreateLoadBalancer). */
  private static boolean isAnother(LoadBalancerSpec before, LoadBalancerSpec wanted) {
    return !before.name().equals(wanted.name()) || before.scheme() != wanted.scheme();
  }
}
