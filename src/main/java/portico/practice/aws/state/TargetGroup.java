package portico.practice.aws.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A target group. For functions it has neither protocol nor port nor VPC: those are empty or 0. */
public record TargetGroup(
    String arn,
    String name,
    String targetType,
    String protocol,
    String protocolVersion,
    int port,
    String vpcId,
    String ipAddressType,
    Optional<Integer> controlPort,
    HealthCheck healthCheck,
    Map<String, String> attributes,
    List<Target> targets,
    Map<String, String> tags) {

  /** The same group with other targets. */
  public TargetGroup of(List<Target> next) {
    return changed(healthCheck, attributes, List.copyOf(next), tags);
  }

  /** The same group with another health check. */
  public TargetGroup checkedBy(HealthCheck next) {
    return changed(next, attributes, targets, tags);
  }

  /** The same group with other attributes. */
  public TargetGroup with(Map<String, String> next) {
    return changed(healthCheck, next, targets, tags);
  }

  /** The same group with other tags. */
  public TargetGroup tagged(Map<String, String> next) {
    return changed(healthCheck, attributes, targets, next);
  }

  private TargetGroup changed(
      HealthCheck nextCheck,
      Map<String, String> nextAttributes,
      List<Target> nextTargets,
      Map<String, String> nextTags) {
    return new TargetGroup(
        arn,
        name,
        targetType,
        protocol,
        protocolVersion,
        port,
        vpcId,
        ipAddressType,
        controlPort,
        nextCheck,
        nextAttributes,
        nextTargets,
        nextTags);
  }
}
