package portico.practice.aws.state;

/** A target group's share of a forward action. */
public record WeightedGroup(String targetGroupArn, int weight) {}
