package portico.practice.aws.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Rule;

/**
 * What a listener of a load balancer is to do.
 *
 * @param rules by priority, without the default one
 * @param open whether clients get to it: the load balancer is active, and its security groups admit
 *     somebody to the port
 * @param certificates the default one first; none for HTTP
 * @param siblings the listeners of the same load balancer, itself among them
 */
record Front(
    LoadBalancer balancer,
    Listener listener,
    List<Rule> rules,
    boolean open,
    List<Certificate> certificates,
    List<Listener> siblings) {

  String arn() {
    return listener.arn();
  }

  Values balancerValues() {
    return new Values(balancer.attributes());
  }

  Values listenerValues() {
    return new Values(listener.attributes());
  }

  boolean secure() {
    return listener.protocol().equals("HTTPS");
  }

  String scheme() {
    return listener.protocol().toLowerCase(Locale.ROOT);
  }

  long idleMillis() {
    return 1000 * balancerValues().number("idle_timeout.timeout_seconds", 60);
  }

  /** The listener of the same load balancer on a port. */
  Optional<Listener> sibling(int port) {
    return siblings.stream().filter(each -> each.port() == port).findFirst();
  }
}
