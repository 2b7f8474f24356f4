package portico.catalog;

/**
 * A load balancer that AWS refuses to delete.
 *
 * @param internal whether its scheme is internal
 */
public record ProtectedBalancer(String name, boolean internal) {}
