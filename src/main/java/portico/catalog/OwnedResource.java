package portico.catalog;

/**
 * A resource that carries the tags it was asked for.
 *
 * @param id ARN of a load balancer or target group; id of a security group ({@code sg-}) or of a
 *     rule ({@code sgr-}); name of a bucket
 * @param name its name in AWS; of a rule the id of the group it stands in
 */
public record OwnedResource(Kind kind, String id, String name) {
  /** What it is, in the order in which such resources can be deleted. */
  public enum Kind {
    LOAD_BALANCER,
    TARGET_GROUP,
    SECURITY_GROUP_RULE,
    SECURITY_GROUP,
    /** For logs; the last, since a load balancer may write until it is gone. */
    LOG_BUCKET
  }
}
