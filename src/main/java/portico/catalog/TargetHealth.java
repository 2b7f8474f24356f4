package portico.catalog;

/**
 * @param targetId instance id or IP address
 * @param state initial, healthy, unhealthy, unhealthy.draining, unused, draining or unavailable
 * @param reason AWS's reason code such as {@code Target.Timeout}, or an empty text
 * @param description AWS's own words, or an empty text
 */
public record TargetHealth(
    String targetId, int port, String state, String reason, String description) {}
