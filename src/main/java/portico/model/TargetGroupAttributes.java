package portico.model;

/**
 * How a target group spreads requests and lets targets come and go (API_TargetGroupAttribute).
 *
 * @param deregistrationDelaySeconds how long a leaving target may finish its requests, 0 to 3600
 *     seconds; a Lambda group has none
 * @param slowStartSeconds how long a new target's share grows, 30 to 900 seconds, or 0 for at once;
 *     only with round robin
 * @param algorithm how a target is chosen
 * @param anomalyMitigation whether targets with unusual errors get fewer requests; only with
 *     weighted random
 * @param stickiness whether a client keeps its target
 */
public record TargetGroupAttributes(
    int deregistrationDelaySeconds,
    int slowStartSeconds,
    Algorithm algorithm,
    boolean anomalyMitigation,
    Stickiness stickiness) {
  /** AWS's own values. */
  public static final TargetGroupAttributes AWS =
      new TargetGroupAttributes(300, 0, Algorithm.ROUND_ROBIN, false, new Stickiness.Off());
}
