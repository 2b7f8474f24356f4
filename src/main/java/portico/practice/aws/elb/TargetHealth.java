package portico.practice.aws.elb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.ec2.Reachability;
import portico.practice.aws.ec2.Reachability.Party;
import portico.practice.aws.state.Behaviour;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.NetworkInterface;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Served;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.ZoneSubnet;

/**
 * How the targets of a group are (API_TargetHealth). Nothing runs in the background: health follows
 * from what is registered, how it is configured and what the instances pretend to serve.
 */
public final class TargetHealth {
  private final RegionState state;
  private final TargetGroup group;
  private final Instant now;
  private final Optional<LoadBalancer> balancer;

  /** The health of a group's targets at a time. */
  public TargetHealth(RegionState state, TargetGroup group, Instant now) {
    this.state = state;
    this.group = group;
    this.now = now;
    this.balancer = Find.balancerOf(state, group.arn());
  }

  /** A state, and, unless it is healthy, why. */
  public record Verdict(String state, Optional<String> reason, Optional<String> description) {
    private static final Verdict HEALTHY =
        new Verdict("healthy", Optional.empty(), Optional.empty());

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
    if (!group.targets().contains(target)) {
      return Verdict.of(
          "unused", "Target.NotRegistered", "Target is not registered to the target group");
    }
    if (!target.registered()) {
      return Verdict.of(
          "draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");
    }
    if (balancer.isEmpty()) {
      return Verdict.of(
          "unused",
          "Target.NotInUse",
          "Target group is not configured to receive traffic from the load balancer");
    }
    if (!group.healthCheck().enabled()) {
      return Verdict.of(
          "unavailable", "Target.HealthCheckDisabled", "Health checks are not enabled");
    }
    return unfit(target).or(() -> pending(target)).orElseGet(() -> probe(target));
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
      return Optional.of(
          Verdict.of("initial", "Elb.InitialHealthChecking", "Initial health checks in progress"));
    }
    return Optional.empty();
  }

  /** What a health check of the target would come to. */
  private Verdict probe(Target target) {
    Optional<Instance> instance = instance(target);
    int port = checkedPort(target);
    if (instance.isEmpty() || !reaches(instance.get(), port)) {
      return Verdict.of("unhealthy", "Target.Timeout", "Request timed out");
    }
    Optional<Served> served =
        instance.get().served().stream()
            .filter(each -> each.port() == port && each.behaviour() != Behaviour.LOCAL_ONLY)
            .findFirst();
    if (served.isEmpty() || !group.healthCheck().protocol().equals("HTTP")) {
      return Verdict.of("unhealthy", "Target.FailedHealthChecks", "Health checks failed");
    }
    int code = served.get().statusFor(group.healthCheck().path());
    if (group.protocolVersion().equals("GRPC")) {
      return Verdict.of("unhealthy", "Target.FailedHealthChecks", "Health checks failed");
    }
    if (!HealthChecks.accepts(group.healthCheck().matcher(), code)) {
      return Verdict.of(
          "unhealthy",
          "Target.ResponseCodeMismatch",
          "Health checks failed with these codes: [" + code + "]");
    }
    return Verdict.HEALTHY;
  }

  private boolean reaches(Instance instance, int port) {
    List<NetworkInterface> interfaces =
        balancer.stream().flatMap(each -> Networks.interfacesOf(state, each).stream()).toList();
    Party from =
        new Party(
            interfaces.stream().map(NetworkInterface::privateIp).toList(),
            balancer.map(LoadBalancer::securityGroups).orElse(List.of()));
    Party to = new Party(List.of(instance.privateIp()), instance.securityGroups());
    return new Reachability(state).connects(from, to, port);
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
