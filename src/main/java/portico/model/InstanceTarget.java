package portico.model;

import java.util.OptionalInt;

/**
 * An EC2 instance that serves requests.
 *
 * @param instanceId such as {@code i-0123456789abcdef0}
 * @param port the port on this instance, 1 to 65535, or empty for the target group's own
 */
public record InstanceTarget(String instanceId, OptionalInt port) implements TargetSpec {
  public static InstanceTarget of(String instanceId) {
    return new InstanceTarget(instanceId, OptionalInt.empty());
  }

  @Override
  public String id() {
    return instanceId;
  }

  @Override
  public TargetType type() {
    return TargetType.INSTANCE;
  }
}
