package portico.environment;

import portico.operation.ResourceRef;

/**
 * A resource in the state.
 *
 * @param id the provider's id, an ARN for load balancers
 */
public record EnvironmentResource(ResourceRef ref, String id) {}
