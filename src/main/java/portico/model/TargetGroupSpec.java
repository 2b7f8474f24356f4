package portico.model;

import java.util.List;
import java.util.Map;

/**
 * Where requests go: the port and protocol of the service, what runs it, and how AWS decides that a
 * target is healthy.
 *
 * @param name 1 to 32 characters, unique per region and account (API_CreateTargetGroup)
 * @param targetType what the group registers
 * @param protocol what the service speaks; not used by Lambda groups
 * @param protocolVersion the version of HTTP; not used by Lambda groups
 * @param port the service's port, 1 to 65535; not used by Lambda groups
 * @param healthCheck how a target is found healthy
 * @param attributes how requests are spread
 * @param targets all of the group's type; may be empty, the load balancer then answers 503
 * @param tags of this group, beside the environment's
 */
public record TargetGroupSpec(
    String name,
    TargetType targetType,
    Protocol protocol,
    ProtocolVersion protocolVersion,
    int port,
    HealthCheckSpec healthCheck,
    TargetGroupAttributes attributes,
    List<TargetSpec> targets,
    Map<String, String> tags) {
  public TargetGroupSpec {
    targets = List.copyOf(targets);
    tags = OrderedMaps.copyOf(tags);
  }

  /** A group of instances that speak HTTP/1.1, with AWS's attributes. */
  public TargetGroupSpec(
      String name,
      Protocol protocol,
      int port,
      HealthCheckSpec healthCheck,
      List<? extends TargetSpec> targets) {
    this(
        name,
        TargetType.INSTANCE,
        protocol,
        ProtocolVersion.HTTP1,
        port,
        healthCheck,
        TargetGroupAttributes.AWS,
        List.copyOf(targets),
        Map.of());
  }

  /** The port on which the target takes requests. */
  public int portOf(TargetSpec target) {
    return target.port().orElse(port);
  }
}
