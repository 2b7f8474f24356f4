package portico.practice.aws.elb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.ec2.Reachability;
import portico.practice.aws.ec2.Reachability.Party;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.NetworkInterface;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Served;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.ZoneSubnet;

/**
 * How the targets of a group are (API_TargetHealth). What is registered, how it is configured and
 * who may reach whom settles most of it; the rest is told by real health checks where a data plane
 * runs, and follows from what the instances pretend to serve where none does.
 */
public final class TargetHealth {
  private final RegionState state;
  private final TargetGroup group;
  private final Instant now;
  private final Observations observed;
  private final Optional<LoadBalancer> balancer;

  /** The health of a group's targets at a time. */
  public TargetHealth(RegionState state, TargetGroup group, Instant now, Observations observed) {
    this.state = state;
    this.group = group;
    this.now = now;
    this.observed = observed;
    this.balancer = Find.balancerOf(state, group.arn());
  }

  /** A state, and, unless it is healthy, why. */
  public record Verdict(String state, Optional<String> reason, Optional<String> description) {
    /** Takes requests. */
    public static final Verdict HEALTHY =
        new Verdict("healthy", Optional.empty(), Optional.empty());

    /** A health check got no answer in time. */
    public static final Verdict TIMED_OUT = of("unhealthy", "Target.Timeout", "Request timed out");

    /** A health check's connection was refused or broken, or the answer was not the protocol's. */
    public static final Verdict FAILED =
        of("unhealthy", "Target.FailedHealthChecks", "Health checks failed");

    /** No health check has come to an end yet. */
    public static final Verdict CHECKING =
        of("initial", "Elb.InitialHealthChecking", "Initial health checks in progress");

    /** A health check was answered with a code that the matcher does not accept. */
    public static Verdict mismatch(int code) {
      return of(
          "unhealthy",
          "Target.ResponseCodeMismatch",
          "Health checks failed with these codes: [" + code + "]");
    }

    private static Verdict of(String state, String reason, String description) {
      return new Verdict(state, Optional.of(reason), Optional.of(description));
    }

    /** Whether the target gets requests. */
    public boolean healthy() {
      return state.equals("healthy");
    }
  }

  /** The port that a target's health is checked on. */
  public int checkedPort(Target target) {
    String port = group.healthCheck().port();
    return port.equals("traffic-port") ? target.port() : Integer.parseInt(port);
  }

  /** How a target is now. */
  public Verdict of(Target target) {
    return settled(target)
        .or(
            () ->
                observed
                    .of(group.arn(), target)
                    .map(seen -> new Verdict(seen.state(), seen.reason(), seen.description())))
        .orElseGet(() -> probe(target));
  }

  /** How a target is where no health check has a say in it; empty where one has. */
  public Optional<Verdict> settled(Target target) {
    return apart(target)
        .or(() -> unfit(target))
        .or(() -> pending(target))
        .or(this::function)
        .or(
            () ->
                reaches(target, checkedPort(target))
                    ? Optional.empty()
                    : Optional.of(Verdict.TIMED_OUT));
  }

  private Optional<Verdict> apart(Target target) {
    if (!group.targets().contains(target)) {
      return Optional.of(
          Verdict.of(
              "unused", "Target.NotRegistered", "Target is not registered to the target group"));
    }
    if (!target.registered()) {
      return Optional.of(
          Verdict.of(
              "draining",
              "Target.DeregistrationInProgress",
              "Target deregistration is in progress"));
    }
    if (balancer.isEmpty()) {
      return Optional.of(
          Verdict.of(
              "unused",
              "Target.NotInUse",
              "Target group is not configured to receive traffic from the load balancer"));
    }
    if (!group.healthCheck().enabled()) {
      return Optional.of(
          Verdict.of("unavailable", "Target.HealthCheckDisabled", "Health checks are not enabled"));
    }
    return Optional.empty();
  }

  private Optional<Verdict> unfit(Target target) {
    Optional<Instance> instance = instance(target);
    if (instance.isPresent() && !instance.get().running()) {
      String description = "Target is in the " + instance.get().state().text() + " state";
      return Optional.of(Verdict.of("unused", "Target.InvalidState", description));
    }
    Optional<String> zone = instance.map(Instance::zone);
    List<String> enabled =
        balancer.stream().flatMap(each -> each.zones().stream()).map(ZoneSubnet::zone).toList();
    if (zone.isPresent() && !enabled.contains(zone.get())) {
      return Optional.of(
          Verdict.of(
              "unused",
              "Target.NotInUse",
              "Target is in an Availability Zone that is not enabled for the load balancer"));
    }
    return Optional.empty();
  }

  private Optional<Verdict> pending(Target target) {
    boolean active = balancer.map(each -> BalancerXml.active(state, each, now)).orElse(false);
    if (!active) {
      return Optional.of(
          Verdict.of(
              "initial", "Elb.RegistrationInProgress", "Target registration is in progress"));
    }
    if (now.isBefore(target.firstCheckedAt())) {
      return Optional.of(Verdict.CHECKING);
    }
    return Optional.empty();
  }

  /** A function has no port: the load balancer calls it, and every one here answers with 200. */
  private Optional<Verdict> function() {
    return group.targetType().equals("lambda")
        ? Optional.of(accepts(200) ? Verdict.HEALTHY : Verdict.mismatch(200))
        : Optional.empty();
  }

  /** What a health check of the target would come to, going by what it pretends to serve. */
  private Verdict probe(Target target) {
    int port = checkedPort(target);
    Optional<Instance> instance = instance(target);
    if (instance.isEmpty()) {
      return Verdict.TIMED_OUT;
    }
    Optional<Served> served = instance.get().serving(port);
    boolean plain = group.healthCheck().protocol().equals("HTTP");
    if (served.isEmpty() || !plain || group.protocolVersion().equals("GRPC")) {
      return Verdict.FAILED;
    }
    int code = served.get().statusFor(group.healthCheck().path());
    return accepts(code) ? Verdict.HEALTHY : Verdict.mismatch(code);
  }

  /** Whether a health check that is answered with this code has succeeded. */
  public boolean accepts(int code) {
    return HealthChecks.accepts(group.healthCheck().matcher(), code);
  }

  /**
   * Whether security groups let the load balancer connect to a port of the target. Of an address
   * that is no instance's nothing is known but whether the load balancer may send there.
   */
  public boolean reaches(Target target, int port) {
    if (group.targetType().equals("lambda")) {
      return true;
    }
    List<NetworkInterface> interfaces =
        balancer.stream().flatMap(each -> Networks.interfacesOf(state, each).stream()).toList();
    Party from =
        new Party(
            interfaces.stream().map(NetworkInterface::privateIp).toList(),
            balancer.map(LoadBalancer::securityGroups).orElse(List.of()));
    Reachability reachability = new Reachability(state);
    return instance(target)
        .map(each -> new Party(List.of(each.privateIp()), each.securityGroups()))
        .map(to -> reachability.connects(from, to, port))
        .orElseGet(
            () -> reachability.leaves(from, new Party(List.of(target.id()), List.of()), port));
  }

  /** The instance behind a target, named by its id or by its address. */
  public Optional<Instance> instance(Target target) {
    return state.instances().values().stream()
        .filter(each -> each.id().equals(target.id()) || sameAddress(each, target))
        .findFirst();
  }

  private boolean sameAddress(Instance instance, Target target) {
    return instance.privateIp().equals(target.id()) && instance.vpcId().equals(group.vpcId());
  }
}
