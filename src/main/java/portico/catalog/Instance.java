package portico.catalog;

import java.util.List;
import java.util.Optional;

/**
 * @param name the Name tag, or an empty text
 * @param state EC2's own word: pending, running, stopping, stopped, shutting-down
 * @param securityGroupIds the groups that must let the load balancer in
 */
public record Instance(
    String id,
    String name,
    String type,
    String state,
    String zone,
    String subnetId,
    String privateIp,
    List<String> securityGroupIds) {
  public Instance {
    securityGroupIds = List.copyOf(securityGroupIds);
  }

  /** What it computes with, by its type. */
  public Optional<Accelerator> accelerator() {
    return Accelerator.of(type);
  }

  public boolean isRunning() {
    return state.equals("running");
  }
}
