package portico.model;

/**
 * How the load balancer finds out whether a target is healthy (API_CreateTargetGroup).
 *
 * @param path requested with GET, starts with {@code /}, 1 to 1024 characters
 * @param intervalSeconds time between two checks of one target, 5 to 300 seconds
 * @param timeoutSeconds time without an answer that counts as failed, 2 to 120 seconds and less
 *     than the interval
 * @param healthyThreshold consecutive successes that make an unhealthy target healthy, 2 to 10
 * @param unhealthyThreshold consecutive failures that make a target unhealthy, 2 to 10
 */
public record HealthCheckSpec(
    String path,
    int intervalSeconds,
    int timeoutSeconds,
    int healthyThreshold,
    int unhealthyThreshold) {}
