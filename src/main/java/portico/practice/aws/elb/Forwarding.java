package portico.practice.aws.elb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.Behaviour;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Served;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.WeightedGroup;

/** How a load balancer deals with a request at a time. */
public final class Forwarding {
  private final RegionState state;
  private final LoadBalancer balancer;
  private final Instant now;

  /** A load balancer of a region, at a time. */
  public Forwarding(RegionState state, LoadBalancer balancer, Instant now) {
    this.state = state;
    this.balancer = balancer;
    this.now = now;
  }

  /**
   * A target that gets a request.
   *
   * @param reachable whether security groups let the load balancer connect to it
   */
  public record Choice(Target target, Optional<Instance> instance, boolean reachable) {
    /** The status it answers a path with; none if it does not take the connection. */
    public Optional<Integer> statusFor(String path) {
      return instance.stream()
          .flatMap(each -> each.served().stream())
          .filter(each -> each.port() == target.port())
          .filter(each -> each.behaviour() != Behaviour.LOCAL_ONLY)
          .map((Served served) -> served.statusFor(path))
          .findFirst();
    }
  }

  /** Whether it takes requests by now. */
  public boolean active() {
    return BalancerXml.active(state, balancer, now);
  }

  /** The listener on a port. */
  public Optional<Listener> listener(int port) {
    return Find.listenersOf(state, balancer.arn()).stream()
        .filter(each -> each.port() == port)
        .findFirst();
  }

  /**
   * The target for a request: the first healthy one, or, if none is, the first registered one that
   * could be used, since a load balancer without healthy targets sends to all (ALB guide, "Health
   * checks for target groups").
   */
  public Optional<Choice> choose(Action action) {
    List<Choice> unhealthy = new ArrayList<>();
    for (WeightedGroup weighted : action.groups()) {
      TargetGroup group = state.targetGroups().get(weighted.targetGroupArn());
      if (group == null || weighted.weight() == 0) {
        continue;
      }
      TargetHealth health = new TargetHealth(state, group, now);
      for (Target target : group.targets()) {
        TargetHealth.Verdict verdict = health.of(target);
        boolean reachable = !verdict.reason().equals(Optional.of("Target.Timeout"));
        Choice choice = new Choice(target, health.instance(target), reachable);
        if (verdict.healthy()) {
          return Optional.of(choice);
        }
        if (verdict.state().equals("unhealthy")) {
          unhealthy.add(choice);
        }
      }
    }
    return unhealthy.stream().findFirst();
  }
}
