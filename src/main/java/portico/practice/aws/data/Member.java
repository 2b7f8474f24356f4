package portico.practice.aws.data;

import java.util.Optional;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.Instance;
import portico.practice.aws.state.Served;
import portico.practice.aws.state.Target;

/**
 * A target of a group, with all that is known without asking it.
 *
 * @param settled its health, unless a health check has to tell
 * @param admitted whether security groups let the load balancer connect to its port
 * @param checkPort where its health is checked
 */
record Member(
    String groupArn,
    Target target,
    Optional<Verdict> settled,
    Optional<Instance> instance,
    boolean admitted,
    int checkPort) {

  /** Tells it from all other targets of all groups. */
  String key() {
    return groupArn + " " + name();
  }

  /** Tells it from the other targets of its group. */
  String name() {
    return target.id() + " " + target.port();
  }

  /** What its instance pretends to serve on a port. */
  Optional<Served> pretends(int port) {
    return instance.flatMap(each -> each.serving(port));
  }
}
