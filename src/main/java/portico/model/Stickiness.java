package portico.model;

/** Whether a client keeps its target (API_TargetGroupAttribute, stickiness). */
public sealed interface Stickiness {
  record Off() implements Stickiness {}

  /**
   * By a cookie that the load balancer makes.
   *
   * @param durationSeconds 1 to 604800 seconds
   */
  record LoadBalancerCookie(int durationSeconds) implements Stickiness {}

  /**
   * By a cookie that the service makes.
   *
   * @param name the service's cookie; not AWSALB, AWSALBAPP, AWSALBTG or beginning with one of them
   * @param durationSeconds 1 to 604800 seconds
   */
  record ApplicationCookie(String name, int durationSeconds) implements Stickiness {}
}
