package portico.practice.aws.elb;

import java.time.Instant;
import java.util.List;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Rule;

/** What a load balancer has to go by when requests come. */
public final class Forwarding {
  private final RegionState state;
  private final LoadBalancer balancer;

  /** A load balancer of a region. */
  public Forwarding(RegionState state, LoadBalancer balancer) {
    this.state = state;
    this.balancer = balancer;
  }

  /** Whether it takes requests at a time. */
  public boolean active(Instant now) {
    return BalancerXml.active(state, balancer, now);
  }

  /** Its listeners. */
  public List<Listener> listeners() {
    return Find.listenersOf(state, balancer.arn());
  }

  /** The rules of one of its listeners, without the default one. */
  public List<Rule> rules(Listener listener) {
    return Find.rulesOf(state, listener.arn());
  }
}
