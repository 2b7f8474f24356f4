package portico.model;

/**
 * How a load balancer chooses among the healthy targets of a group (API_TargetGroupAttribute,
 * load_balancing.algorithm.type).
 */
public enum Algorithm {
  ROUND_ROBIN("round_robin"),
  /** The target with the fewest requests in work: long and short answers even out. */
  LEAST_OUTSTANDING_REQUESTS("least_outstanding_requests"),
  WEIGHTED_RANDOM("weighted_random");

  private final String awsName;

  Algorithm(String awsName) {
    this.awsName = awsName;
  }

  /** The value in AWS's API and in spec files. */
  public String awsName() {
    return awsName;
  }
}
