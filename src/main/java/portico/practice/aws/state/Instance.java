package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A virtual machine, with what it pretends to serve. */
public record Instance(
    String id,
    String type,
    InstanceState state,
    String vpcId,
    String subnetId,
    String zone,
    String privateIp,
    Optional<String> publicIp,
    List<String> securityGroups,
    String networkInterfaceId,
    Instant launchedAt,
    List<Served> served,
    Map<String, String> tags) {

  /** The same instance in another state. */
  public Instance in(InstanceState next) {
    return new Instance(
        id,
        type,
        next,
        vpcId,
        subnetId,
        zone,
        privateIp,
        publicIp,
        securityGroups,
        networkInterfaceId,
        launchedAt,
        served,
        tags);
  }

  /** What it pretends to serve to the network on a port. */
  public Optional<Served> serving(int port) {
    return served.stream()
        .filter(each -> each.port() == port && each.behaviour() != Behaviour.LOCAL_ONLY)
        .findFirst();
  }

  /** Whether it runs. */
  public boolean running() {
    return state == InstanceState.RUNNING;
  }
}
