package portico.practice.aws.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A registered target: an instance id, an address or a function's ARN. It drains until {@code
 * drainedAt} after it was deregistered.
 */
public record Target(
    String id,
    int port,
    Optional<String> zone,
    Instant firstCheckedAt,
    Optional<Instant> drainedAt) {

  /** Whether it still takes new requests. */
  public boolean registered() {
    return drainedAt.isEmpty();
  }

  /** Whether it is the target with this id and port. */
  public boolean is(String otherId, int otherPort) {
    return id.equals(otherId) && port == otherPort;
  }

  /** The same target, draining until a time. */
  public Target draining(Instant until) {
    return new Target(id, port, zone, firstCheckedAt, Optional.of(until));
  }
}
