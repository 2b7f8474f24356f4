package portico.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.export.Value.Fields;
import portico.export.Value.Reference;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.LogDelivery;

/** The bucket for logs that is made with the environment. */
final class LogResources {
  static final String BUCKET = "log_bucket";

  /** Terraform's provider adds 26 characters to a prefix, of the 63 that a name may have. */
  private static final int LONGEST_PREFIX = 37;

  private final StackBuilder stack;
  private final LoadBalancerSpec balancer;
  private final String name;
  private final Optional<String> running;

  /**
   * @param running the bucket that runs: with any other name another would be made
   */
  LogResources(LoadBalancerSpec balancer, StackBuilder stack, Optional<String> running) {
    this.stack = stack;
    this.balancer = balancer;
    this.name = LogDelivery.bucketName(balancer.name());
    this.running = running;
  }

  /** Its logical name in Pulumi, with its type: the key of {@link Running#ids}. */
  static String key(LoadBalancerSpec balancer) {
    return ResourceType.BUCKET.token() + "::" + LogDelivery.bucketName(balancer.name());
  }

  /** Adds what is made; answers the resource that must be there before logs are written. */
  Optional<String> add() {
    return LogBucket.madeDays(balancer.attributes()).map(this::made);
  }

  private String made(int days) {
    Fields bucket = Fields.empty();
    running.ifPresentOrElse(
        known -> bucket.put("bucket", known), () -> bucket.put("bucket_prefix", prefix()));
    stack.add(BUCKET, ResourceType.BUCKET, name, bucket.put("force_destroy", true));
    stack.add(
        "log_bucket_encryption",
        ResourceType.BUCKET_ENCRYPTION,
        name + "-encryption",
        ofBucket()
            .put(
                "rule",
                new Value.Parts(
                    List.of(
                        Fields.empty()
                            .part(
                                "apply_server_side_encryption_by_default",
                                Fields.empty().put("sse_algorithm", "AES256"))))));
    stack.add(
        "log_bucket_lifecycle",
        ResourceType.BUCKET_LIFECYCLE,
        name + "-lifecycle",
        ofBucket().put("rule", new Value.Parts(List.of(expiry(days)))));
    String privacy =
        stack.add(
            "log_bucket_privacy",
            ResourceType.BUCKET_PRIVACY,
            name + "-private",
            ofBucket()
                .put("block_public_acls", true)
                .put("block_public_policy", true)
                .put("ignore_public_acls", true)
                .put("restrict_public_buckets", true));
    return stack.add(
        "log_bucket_policy",
        ResourceType.BUCKET_POLICY,
        name + "-policy",
        ofBucket().put("policy", policy(balancer.attributes())),
        false,
        Optional.of(privacy));
  }

  private String prefix() {
    return name.substring(0, Math.min(name.length(), LONGEST_PREFIX - 1)) + "-";
  }

  private static Fields ofBucket() {
    return Fields.empty().put("bucket", new Reference(BUCKET, "id"));
  }

  private static Fields expiry(int days) {
    return Fields.empty()
        .put("id", "expire-logs")
        .put("status", "Enabled")
        .part("filter", Fields.empty().put("prefix", ""))
        .part("expiration", Fields.empty().put("days", days));
  }

  /** The group's owner is the account of the load balancer. */
  private static Value policy(LoadBalancerAttributes attributes) {
    String account = "\u0001";
    List<Value> parts = new ArrayList<>();
    String before =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
            + LogDelivery.SERVICE
            + "\"},\"Action\":\"s3:PutObject\",\"Resource\":[\"";
    for (String prefix : LogDelivery.madePrefixes(attributes)) {
      String keys = Lines.quoted(LogDelivery.keys(prefix, account));
      int at = keys.indexOf("\\u0001");
      parts.add(new Value.Text(before));
      parts.add(new Reference(BUCKET, "arn"));
      parts.add(new Value.Text(keys.substring(1, at)));
      parts.add(new Reference(StackBuilder.SECURITY_GROUP, "owner_id"));
      before = keys.substring(at + "\\u0001".length(), keys.length() - 1) + "\",\"";
    }
    parts.add(new Value.Text(before.substring(0, before.length() - 2) + "]}]}"));
    return new Value.Join(parts);
  }
}
