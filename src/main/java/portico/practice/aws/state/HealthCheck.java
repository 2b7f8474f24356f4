package portico.practice.aws.state;

/**
 * How a target group checks its targets; times in seconds. Port is a number or {@code
 * traffic-port}.
 */
public record HealthCheck(
    boolean enabled,
    String protocol,
    String port,
    String path,
    int interval,
    int timeout,
    int healthyThreshold,
    int unhealthyThreshold,
    String matcher) {}
