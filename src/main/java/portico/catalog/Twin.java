package portico.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portico.model.ActionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerSpec;
import portico.model.TargetGroupSpec;
import portico.model.WeightedTargetGroup;

/**
 * Renames what AWS has once per account and region, so that a second environment can stand beside
 * the first.
 */
final class Twin {
  private static final String SUFFIX = "-new";

  /** Of load balancers and target groups (API_CreateLoadBalancer, API_CreateTargetGroup). */
  private static final int LONGEST = 32;

  private final Set<String> taken;

  Twin(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  EnvironmentSpec of(EnvironmentSpec spec) {
    LoadBalancerSpec balancer = spec.loadBalancer();
    Map<String, String> names = new HashMap<>();
    // AWS refuses load balancers whose names begin with internal-.
    String balancerName =
        free(balancer.name().equals("internal") ? "lb-internal" : balancer.name());
    spec.targetGroups().forEach(group -> names.put(group.name(), free(group.name())));
    return new EnvironmentSpec(
        spec.region(),
        spec.service(),
        new LoadBalancerSpec(
            balancerName,
            balancer.scheme(),
            balancer.ipAddressType(),
            balancer.vpcId(),
            balancer.subnetIds(),
            balancer.securityGroupIds(),
            balancer.attributes(),
            balancer.webAclArn(),
            balancer.tags(),
            balancer.ipv4IpamPoolId(),
            // A name leads to one load balancer.
            List.of()),
        spec.targetGroups().stream().map(group -> renamed(group, names)).toList(),
        spec.listeners().stream().map(listener -> renamed(listener, names)).toList(),
        spec.access(),
        spec.tags());
  }

  private String free(String old) {
    // no load balancer's name may begin with internal- (API_CreateLoadBalancer)
    String name = old.equals("internal") ? "lb-internal" : old;
    String candidate = shortened(name, SUFFIX);
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = shortened(name, SUFFIX + number);
    }
    return candidate;
  }

  private static String shortened(String name, String suffix) {
    int length = Math.min(name.length(), LONGEST - suffix.length());
    return name.substring(0, length).replaceAll("-+$", "") + suffix;
  }

  private static TargetGroupSpec renamed(TargetGroupSpec group, Map<String, String> names) {
    return new TargetGroupSpec(
        names.getOrDefault(group.name(), group.name()),
        group.targetType(),
        group.protocol(),
        group.protocolVersion(),
        group.port(),
        group.healthCheck(),
        group.attributes(),
        group.targets(),
        group.tags());
  }

  private static ListenerSpec renamed(ListenerSpec listener, Map<String, String> names) {
    List<ListenerRuleSpec> rules =
        listener.rules().stream()
            .map(
                rule ->
                    new ListenerRuleSpec(
                        rule.name(),
                        rule.priority(),
                        rule.conditions(),
                        renamed(rule.action(), names)))
            .toList();
    return new ListenerSpec(
        listener.name(),
        listener.protocol(),
        listener.port(),
        listener.tls(),
        renamed(listener.defaultAction(), names),
        rules);
  }

  private static ActionSpec renamed(ActionSpec action, Map<String, String> names) {
    return switch (action) {
      case ActionSpec.Forward forward ->
          new ActionSpec.Forward(
              forward.targetGroups().stream()
                  .map(
                      group ->
                          new WeightedTargetGroup(
                              names.getOrDefault(group.targetGroup(), group.targetGroup()),
                              group.weight()))
                  .toList(),
              forward.stickinessSeconds());
      case ActionSpec.Redirect redirect -> redirect;
      case ActionSpec.FixedResponse response -> response;
    };
  }
}
