package portico.program;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Optional;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.model.LogDelivery;

/**
 * The bucket for logs that is made with the environment. Names of buckets are unique in the world,
 * so this is the only resource that Pulumi names. It is emptied before it is destroyed: otherwise
 * no environment that kept logs could ever be.
 *
 * @param name the bucket's
 * @param policy lets Elastic Load Balancing write; a load balancer that writes logs needs it first
 */
record LogBucketProgram(Output<String> name, BucketPolicy policy) {
  /** Makes the bucket if logs are to go into one. */
  static Optional<LogBucketProgram> of(
      LoadBalancerSpec spec, SecurityGroup ownGroup, ResourceTags tags) {
    return LogBucket.madeDays(spec.attributes()).map(days -> made(spec, days, ownGroup, tags));
  }

  private static LogBucketProgram made(
      LoadBalancerSpec spec, int days, SecurityGroup ownGroup, ResourceTags tags) {
    String name = LogDelivery.bucketName(spec.name());
    BucketV2 bucket =
        new BucketV2(
            name, BucketV2Args.builder().forceDestroy(true).tags(tags.named(name)).build());
    encrypt(name, bucket);
    expire(name, bucket, days);
    BucketPublicAccessBlock block =
        new BucketPublicAccessBlock(
            name + "-private",
            BucketPublicAccessBlockArgs.builder()
                .bucket(bucket.id())
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build(),
            of(bucket).build());
    BucketPolicy policy =
        new BucketPolicy(
            name + "-policy",
            BucketPolicyArgs.builder()
                .bucket(bucket.id())
                .policy(policy(spec.attributes(), bucket, ownGroup))
                .build(),
            // S3 refuses one of two changes to who may access a bucket at the same time.
            of(bucket).dependsOn(block).build());
    return new LogBucketProgram(bucket.id(), policy);
  }

  /**
   * Of all kinds of encryption, logs are written with SSE-S3 alone (enable-access-logging.html).
   */
  private static void encrypt(String name, BucketV2 bucket) {
    new BucketServerSideEncryptionConfigurationV2(
        name + "-encryption",
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .build())
            .build(),
        of(bucket).build());
  }

  private static void expire(String name, BucketV2 bucket, int days) {
    new BucketLifecycleConfigurationV2(
        name + "-lifecycle",
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("expire-logs")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(days)
                            .build())
                    .build())
            .build(),
        of(bucket).build());
  }

  /** The bucket's ARN tells the partition, and the group's owner is the load balancer's account. */
  private static Output<String> policy(
      LoadBalancerAttributes attributes, BucketV2 bucket, SecurityGroup ownGroup) {
    List<String> prefixes = LogDelivery.madePrefixes(attributes);
    return Output.tuple(bucket.arn(), ownGroup.ownerId())
        .applyValue(
            known ->
                LogDelivery.policy(
                    prefixes.stream()
                        .map(prefix -> known.t1 + LogDelivery.keys(prefix, known.t2))
                        .toList()));
  }

  private static CustomResourceOptions.Builder of(BucketV2 bucket) {
    return CustomResourceOptions.builder().parent(bucket);
  }
}
