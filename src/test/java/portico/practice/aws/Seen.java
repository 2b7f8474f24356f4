package portico.practice.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import portico.model.AccessSpec;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.Ipv6Network;
import portico.model.LambdaTarget;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.ServiceSpec;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetPaths;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.spec.SpecFile;

/**
 * What AWS can tell of a load balancer. Left out: what is served; names of the user's own, which
 * only their zones tell; the names of API keys; which tags are of the environment and which are a
 * resource's own; that a log bucket was made with the environment; target groups that no listener
 * names, and targets' security groups where no target has a port; the order of subnets, targets,
 * listeners and rules; what AWS does not keep of a group of a function; how an IPv6 network is
 * written; a port that is the group's own, and a part of a redirect that is the request's own.
 */
final class Seen {
  private final EnvironmentSpec spec;
  private final Set<String> named = new LinkedHashSet<>();

  private Seen(EnvironmentSpec spec) {
    this.spec = spec;
    spec.listeners().forEach(listener -> named.addAll(listener.targetGroups()));
  }

  static String text(EnvironmentSpec spec) {
    return SpecFile.write(new Seen(spec).seen());
  }

  private EnvironmentSpec seen() {
    return new EnvironmentSpec(
        spec.region(),
        ServiceSpec.OTHER,
        balancer(),
        spec.targetGroups().stream()
            .filter(group -> named.contains(group.name()))
            .map(this::group)
            .sorted(Comparator.comparing(TargetGroupSpec::name))
            .toList(),
        spec.listeners().stream()
            .map(Seen::listener)
            .sorted(Comparator.comparingInt(ListenerSpec::port))
            .toList(),
        new AccessSpec(
            spec.access().ingressCidrs().stream().map(Seen::network).distinct().sorted().toList(),
            new TargetPaths(ofNamedGroups()).ports().isEmpty()
                ? List.of()
                : List.copyOf(new TreeSet<>(spec.access().targetSecurityGroupIds()))),
        Map.of());
  }

  private EnvironmentSpec ofNamedGroups() {
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        spec.targetGroups().stream().filter(group -> named.contains(group.name())).toList(),
        spec.listeners(),
        spec.access());
  }

  /** AWS writes IPv6 networks in their shortest form. */
  private static String network(String cidr) {
    return Ipv6Network.parse(cidr).map(String::valueOf).orElse(cidr);
  }

  private Map<String, String> tags(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(spec.tags());
    all.putAll(own);
    return all;
  }

  private LoadBalancerSpec balancer() {
    LoadBalancerSpec balancer = spec.loadBalancer();
    LoadBalancerAttributes attributes = balancer.attributes();
    return new LoadBalancerSpec(
        balancer.name(),
        balancer.scheme(),
        balancer.ipAddressType(),
        balancer.vpcId(),
        List.copyOf(new TreeSet<>(balancer.subnetIds())),
        List.copyOf(new TreeSet<>(balancer.securityGroupIds())),
        new LoadBalancerAttributes(
            attributes.idleTimeoutSeconds(),
            attributes.clientKeepAliveSeconds(),
            attributes.http2(),
            attributes.deletionProtection(),
            attributes.dropInvalidHeaderFields(),
            attributes.accessLogs().map(Seen::logs),
            attributes.connectionLogs().map(Seen::logs)),
        balancer.webAclArn(),
        tags(balancer.tags()),
        balancer.ipv4IpamPoolId());
  }

  private static LogBucket logs(LogBucket logs) {
    return switch (logs) {
      case LogBucket.Existing existing -> existing;
      case LogBucket.Made made -> new LogBucket.Existing(SpecOnAws.MADE, made.prefix());
    };
  }

  private TargetGroupSpec group(TargetGroupSpec group) {
    boolean function = group.targetType() == TargetType.LAMBDA;
    HealthCheckSpec check = group.healthCheck();
    return new TargetGroupSpec(
        group.name(),
        group.targetType(),
        function ? Protocol.HTTP : group.protocol(),
        function ? ProtocolVersion.HTTP1 : group.protocolVersion(),
        function ? 80 : group.port(),
        new HealthCheckSpec(
            check.enabled(),
            function ? Protocol.HTTP : check.protocol(),
            function ? OptionalInt.empty() : check.port(),
            check.path(),
            check.intervalSeconds(),
            check.timeoutSeconds(),
            check.healthyThreshold(),
            check.unhealthyThreshold(),
            check.matcher()),
        function ? TargetGroupAttributes.AWS : group.attributes(),
        group.targets().stream()
            .map(target -> target(group, target))
            .distinct()
            .sorted(Comparator.comparing(String::valueOf))
            .toList(),
        tags(group.tags()));
  }

  private static TargetSpec target(TargetGroupSpec group, TargetSpec target) {
    OptionalInt port =
        target.port().equals(OptionalInt.of(group.port())) ? OptionalInt.empty() : target.port();
    return switch (target) {
      case InstanceTarget instance -> new InstanceTarget(instance.instanceId(), port);
      case IpTarget address -> new IpTarget(address.address(), port, address.zone());
      case LambdaTarget function -> function;
    };
  }

  private static ListenerSpec listener(ListenerSpec listener) {
    List<ListenerRuleSpec> rules = new ArrayList<>();
    for (ListenerRuleSpec rule : listener.rules()) {
      rules.add(
          new ListenerRuleSpec(
              rule.name(),
              rule.priority(),
              rule.conditions().stream().map(Seen::condition).toList(),
              action(rule.action())));
    }
    rules.sort(Comparator.comparingInt(ListenerRuleSpec::priority));
    return new ListenerSpec(
        listener.name(),
        listener.protocol(),
        listener.port(),
        listener.tls(),
        action(listener.defaultAction()),
        rules);
  }

  private static ConditionSpec condition(ConditionSpec condition) {
    return condition instanceof ConditionSpec.ApiKey(String header, String prefix, String _)
        ? new ConditionSpec.ApiKey(header, prefix, "default")
        : condition;
  }

  private static ActionSpec action(ActionSpec action) {
    return action instanceof ActionSpec.Redirect redirect
        ? new ActionSpec.Redirect(
            redirect.permanent(),
            redirect.protocol(),
            redirect.port(),
            changed(redirect.host(), "#{host}"),
            changed(redirect.path(), "/#{path}"),
            changed(redirect.query(), "#{query}"))
        : action;
  }

  private static Optional<String> changed(Optional<String> part, String same) {
    return part.filter(each -> !each.equals(same));
  }
}
