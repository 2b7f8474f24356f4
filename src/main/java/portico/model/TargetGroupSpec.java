package portico.model;

import java.util.List;

/**
 * Where requests go: the port and protocol of the service, the instances that run it, and how AWS
 * decides that one of them is healthy.
 *
 * @param name 1 to 32 characters, unique per region and account (API_CreateTargetGroup)
 * @param protocol what the service speaks
 * @param port the service's port, 1 to 65535
 * @param healthCheck how a target is found healthy
 * @param targets EC2 instances; may be empty, the load balancer then answers 503
 */
public record TargetGroupSpec(
    String name,
    Protocol protocol,
    int port,
    HealthCheckSpec healthCheck,
    List<InstanceTarget> targets) {
  public TargetGroupSpec {
    targets = List.copyOf(targets);
  }
}
