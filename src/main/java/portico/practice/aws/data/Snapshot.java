package portico.practice.aws.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portico.practice.aws.ec2.Reachability;
import portico.practice.aws.elb.Forwarding;
import portico.practice.aws.elb.TargetHealth;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Rule;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;

/**
 * All that a data plane goes by, as it follows from the account at one time.
 *
 * @param fronts by the listeners' ARNs
 * @param pools by the target groups' ARNs
 * @param targetPorts every port that a target of the account is asked on
 * @param changesAt when time alone makes another snapshot of the same account
 */
record Snapshot(
    Map<String, Front> fronts,
    Map<String, Pool> pools,
    Set<Integer> targetPorts,
    Optional<Instant> changesAt) {

  /** An account without load balancers. */
  static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of(), Set.of(), Optional.empty());

  /** The listener of a load balancer, by its DNS name, on a port. */
  Optional<Front> front(String dnsName, int port) {
    return fronts.values().stream()
        .filter(each -> each.balancer().dnsName().equalsIgnoreCase(dnsName))
        .filter(each -> each.listener().port() == port)
        .findFirst();
  }

  /** The instance behind a target's id. */
  Optional<Instance> instance(String targetId) {
    return pools.values().stream()
        .flatMap(pool -> pool.members().stream())
        .filter(each -> each.target().id().equals(targetId))
        .flatMap(each -> each.instance().stream())
        .findFirst();
  }

  static Snapshot of(Account account, Instant now) {
    Map<String, Front> fronts = new LinkedHashMap<>();
    Map<String, Pool> pools = new LinkedHashMap<>();
    Set<Integer> ports = new HashSet<>();
    List<Instant> times = new ArrayList<>();
    for (RegionState stored : account.regions().values()) {
      RegionState region = stored.copy();
      region.expire(now);
      for (LoadBalancer balancer : region.loadBalancers().values()) {
        times.add(balancer.readyAt());
        fronts(region, balancer, now).forEach(front -> fronts.put(front.arn(), front));
      }
      for (TargetGroup group : region.targetGroups().values()) {
        Pool pool = pool(region, group, now);
        pools.put(group.arn(), pool);
        ports.add(group.port());
        pool.members()
            .forEach(each -> ports.addAll(List.of(each.target().port(), each.checkPort())));
        group.targets().forEach(each -> times.addAll(times(each)));
      }
    }
    Optional<Instant> next = times.stream().filter(now::isBefore).min(Comparator.naturalOrder());
    return new Snapshot(Map.copyOf(fronts), Map.copyOf(pools), Set.copyOf(ports), next);
  }

  private static List<Instant> times(Target target) {
    return Stream.concat(Stream.of(target.firstCheckedAt()), target.drainedAt().stream()).toList();
  }

  private static List<Front> fronts(RegionState region, LoadBalancer balancer, Instant now) {
    Forwarding forwarding = new Forwarding(region, balancer);
    List<Listener> listeners = forwarding.listeners();
    boolean active = forwarding.active(now);
    return listeners.stream()
        .map(
            listener ->
                new Front(
                    balancer,
                    listener,
                    forwarding.rules(listener).stream()
                        .sorted(Comparator.comparingInt(Rule::priority))
                        .toList(),
                    active && admitted(region, balancer, listener.port()),
                    certificates(region, listener),
                    listeners))
        .toList();
  }

  private static boolean admitted(RegionState region, LoadBalancer balancer, int port) {
    return new Reachability(region).admitsSomebody(balancer.securityGroups(), port);
  }

  private static List<Certificate> certificates(RegionState region, Listener listener) {
    return listener.certificates().stream()
        .flatMap(arn -> Optional.ofNullable(region.certificates().get(arn)).stream())
        .toList();
  }

  private static Pool pool(RegionState region, TargetGroup group, Instant now) {
    TargetHealth health = new TargetHealth(region, group, now, Observations.none());
    List<Member> members =
        group.targets().stream()
            .map(
                target ->
                    new Member(
                        group.arn(),
                        target,
                        health.settled(target),
                        health.instance(target),
                        health.reaches(target, target.port()),
                        group.targetType().equals("lambda") ? 0 : health.checkedPort(target)))
            .toList();
    return new Pool(group, health, members);
  }
}
