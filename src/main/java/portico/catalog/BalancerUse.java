package portico.catalog;

/**
 * Whether somebody may need a load balancer.
 *
 * @param deletionProtected whether AWS refuses to delete it
 * @param healthyTargets how many targets behind it pass their health checks
 */
public record BalancerUse(boolean deletionProtected, int healthyTargets) {}
