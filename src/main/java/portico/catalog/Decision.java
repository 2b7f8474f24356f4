package portico.catalog;

/**
 * Whether the identity may do something, by IAM's policy simulator.
 *
 * @param action such as {@code elasticloadbalancing:CreateLoadBalancer}
 */
public record Decision(String action, boolean allowed) {}
