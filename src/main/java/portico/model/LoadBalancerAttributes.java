package portico.model;

import java.util.Optional;

/**
 * How a load balancer treats connections and requests (API_LoadBalancerAttribute).
 *
 * @param idleTimeoutSeconds the longest silence on a connection, towards clients and targets, 1 to
 *     4000 seconds; any byte counts
 * @param clientKeepAliveSeconds the longest life of a client's connection, 60 to 604800 seconds
 * @param http2 whether clients may speak HTTP/2
 * @param deletionProtection whether AWS refuses to delete it
 * @param dropInvalidHeaderFields whether header fields with invalid names are removed
 * @param accessLogs where a line for each request goes
 * @param connectionLogs where a line for each connection goes
 */
public record LoadBalancerAttributes(
    int idleTimeoutSeconds,
    int clientKeepAliveSeconds,
    boolean http2,
    boolean deletionProtection,
    boolean dropInvalidHeaderFields,
    Optional<LogBucket> accessLogs,
    Optional<LogBucket> connectionLogs) {
  /** AWS's own values. */
  public static final LoadBalancerAttributes AWS =
      new LoadBalancerAttributes(60, 3600, true, false, false, Optional.empty(), Optional.empty());
}
