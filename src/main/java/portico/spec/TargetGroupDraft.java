package portico.spec;

import java.util.List;
import java.util.Map;
import portico.model.HealthCheckSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.SpecDefaults;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.spec.SpecDraft.TargetChoice;

/** A target group whose targets are not looked up yet. */
public record TargetGroupDraft(
    String name,
    TargetType targetType,
    Protocol protocol,
    ProtocolVersion protocolVersion,
    int port,
    HealthCheckSpec healthCheck,
    TargetGroupAttributes attributes,
    List<TargetChoice> targets,
    Map<String, String> tags) {
  public TargetGroupDraft {
    targets = List.copyOf(targets);
  }

  static TargetGroupDraft smallest() {
    return new TargetGroupDraft(
        SpecDefaults.TARGET_GROUP_NAME,
        TargetType.INSTANCE,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        SpecDefaults.PORT,
        SpecDefaults.HEALTH_CHECK,
        TargetGroupAttributes.AWS,
        List.of(),
        Map.of());
  }

  TargetGroupSpec of(List<TargetSpec> found) {
    return new TargetGroupSpec(
        name, targetType, protocol, protocolVersion, port, healthCheck, attributes, found, tags);
  }
}
