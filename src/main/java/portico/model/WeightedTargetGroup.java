package portico.model;

/**
 * A target group's share of the requests that an action forwards.
 *
 * @param targetGroup the group's name
 * @param weight 0 to 999; its share of the sum of all weights
 */
public record WeightedTargetGroup(String targetGroup, int weight) {}
