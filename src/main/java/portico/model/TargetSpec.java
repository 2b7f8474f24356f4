package portico.model;

import java.util.OptionalInt;

/** What serves requests: an instance, an address or a Lambda function. */
public sealed interface TargetSpec permits InstanceTarget, IpTarget, LambdaTarget {
  /** What AWS calls the target's id: the instance id, the address or the function's ARN. */
  String id();

  /** The port on this target, 1 to 65535, or empty for the target group's own. */
  OptionalInt port();

  /** The type of the target groups that take it. */
  TargetType type();
}
