package portico.practice.aws.data;

import java.time.Duration;

/**
 * How a data plane runs.
 *
 * @param patience how long after the start it waits before it runs unasked; a process that is over
 *     by then never runs one
 * @param poll how often changes of the account and the end of another data plane are looked for
 * @param connectLimit how long a target may take to accept a connection; 10 s in AWS
 * @param second how long a second of health checks, slow start and client keep-alive takes; tests
 *     make it shorter
 * @param clientAddress the address that clients at 127.0.0.1 pretend to come from, which rules and
 *     the header {@code X-Forwarded-For} go by
 */
public record DataPlaneSettings(
    Duration patience,
    Duration poll,
    Duration connectLimit,
    Duration second,
    String clientAddress) {

  /** Real seconds, as in AWS; clients come from an address reserved for documentation. */
  public static DataPlaneSettings defaults() {
    return new DataPlaneSettings(
        Duration.ofSeconds(1),
        Duration.ofMillis(200),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        "203.0.113.7");
  }

  /** Faster than life, for tests. */
  public DataPlaneSettings with(Duration nextPoll, Duration nextConnectLimit, Duration nextSecond) {
    return new DataPlaneSettings(
        Duration.ZERO, nextPoll, nextConnectLimit, nextSecond, clientAddress);
  }
}
