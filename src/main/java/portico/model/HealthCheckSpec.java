package portico.model;

import java.util.OptionalInt;

/**
 * How the load balancer finds out whether a target is healthy (API_CreateTargetGroup).
 *
 * @param enabled only Lambda groups can do without
 * @param protocol how the check is asked; not used by Lambda groups
 * @param port 1 to 65535, or empty for the port that takes the requests ({@code traffic-port})
 * @param path requested with GET, starts with {@code /}, 1 to 1024 characters; of a GRPC group
 *     {@code /package.service/method}
 * @param intervalSeconds time between two checks of one target, 5 to 300 seconds
 * @param timeoutSeconds time without an answer that counts as failed, 2 to 120 seconds and less
 *     than the interval
 * @param healthyThreshold consecutive successes that make an unhealthy target healthy, 2 to 10
 * @param unhealthyThreshold consecutive failures that make a target unhealthy, 2 to 10
 * @param matcher the answers that count as success: HTTP statuses 200 to 499, of a GRPC group codes
 *     0 to 99, such as {@code 200}, {@code 200,202} or {@code 200-299}
 */
public record HealthCheckSpec(
    boolean enabled,
    Protocol protocol,
    OptionalInt port,
    String path,
    int intervalSeconds,
    int timeoutSeconds,
    int healthyThreshold,
    int unhealthyThreshold,
    String matcher) {

  /** By HTTP on the port that takes the requests, where 200 is success. */
  public HealthCheckSpec(
      String path,
      int intervalSeconds,
      int timeoutSeconds,
      int healthyThreshold,
      int unhealthyThreshold) {
    this(
        true,
        Protocol.HTTP,
        OptionalInt.empty(),
        path,
        intervalSeconds,
        timeoutSeconds,
        healthyThreshold,
        unhealthyThreshold,
        "200");
  }
}
