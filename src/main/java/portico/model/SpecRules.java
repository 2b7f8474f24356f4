package portico.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Everything that can be said against a spec without asking AWS. */
public final class SpecRules {
  private SpecRules() {}

  /** All violations, in the order of the spec's fields; empty when AWS would take the spec. */
  public static List<Violation> check(EnvironmentSpec spec) {
    List<Violation> found = new ArrayList<>();
    found.addAll(FieldRules.region("region", spec.region()));
    found.addAll(service(spec.service()));
    found.addAll(LoadBalancerRules.check(spec));
    found.addAll(TargetGroupRules.check(spec));
    found.addAll(ListenerRules.check(spec));
    found.addAll(
        AccessRules.check(
            spec.access(), spec.loadBalancer().ipAddressType(), spec.listeners().size()));
    found.addAll(AccessRules.outgoing(spec));
    found.addAll(TagRules.each("tags", spec.tags()));
    found.addAll(TagRules.ofEnvironment("tags", spec.tags()));
    return List.copyOf(found);
  }

  private static List<Violation> service(ServiceSpec service) {
    List<Violation> found = new ArrayList<>();
    if (service.server().isEmpty()) {
      found.add(Violation.of("service.server", Rule.REQUIRED));
    }
    found.addAll(seconds("service.keepAliveSeconds", service.keepAliveSeconds()));
    found.addAll(seconds("service.requestLimitSeconds", service.requestLimitSeconds()));
    found.addAll(seconds("service.longestSilenceSeconds", service.longestSilenceSeconds()));
    found.addAll(seconds("service.clientTimeoutSeconds", service.clientTimeoutSeconds()));
    return found;
  }

  private static List<Violation> seconds(String field, OptionalInt seconds) {
    return seconds.isPresent() ? FieldRules.serviceSeconds(field, seconds.getAsInt()) : List.of();
  }
}
