package portico.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment as the user wants it: a load balancer with its network, target groups, listeners
 * and who may reach them. Immutable, and the same for wizard, spec file and journal.
 *
 * @param region AWS region code, such as {@code us-west-2}
 * @param service what is served
 * @param loadBalancer the Application Load Balancer
 * @param targetGroups at least one; listeners refer to them by name
 * @param listeners at least one
 * @param access who may reach the listeners
 * @param tags of every resource that takes tags
 */
public record EnvironmentSpec(
    String region,
    ServiceSpec service,
    LoadBalancerSpec loadBalancer,
    List<TargetGroupSpec> targetGroups,
    List<ListenerSpec> listeners,
    AccessSpec access,
    Map<String, String> tags) {

  public EnvironmentSpec {
    targetGroups = List.copyOf(targetGroups);
    listeners = List.copyOf(listeners);
    tags = OrderedMaps.copyOf(tags);
  }

  /** With a service of which nothing is known and without tags. */
  public EnvironmentSpec(
      String region,
      LoadBalancerSpec loadBalancer,
      List<TargetGroupSpec> targetGroups,
      List<ListenerSpec> listeners,
      AccessSpec access) {
    this(region, ServiceSpec.OTHER, loadBalancer, targetGroups, listeners, access, Map.of());
  }

  /** The target group of that name, if there is one. */
  public Optional<TargetGroupSpec> targetGroup(String name) {
    return targetGroups.stream().filter(group -> group.name().equals(name)).findFirst();
  }
}
