package portico.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerSpec;
import portico.model.LogBucket;
import portico.testing.Samples;

/** The bucket for logs that is made with the environment. */
class LogBucketProgramTest {
  private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
  private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

  private static RecordedResources recorded(
      Optional<LogBucket> access, Optional<LogBucket> connections) {
    EnvironmentSpec spec = Samples.spec();
    LoadBalancerSpec balancer = spec.loadBalancer();
    return RecordedResources.of(
        new EnvironmentSpec(
            spec.region(),
            spec.service(),
            new LoadBalancerSpec(
                "My-LB",
                balancer.scheme(),
                balancer.ipAddressType(),
                balancer.vpcId(),
                balancer.subnetIds(),
                balancer.securityGroupIds(),
                new LoadBalancerAttributes(60, 3600, true, false, true, access, connections),
                Optional.empty(),
                Map.of()),
            spec.targetGroups(),
            spec.listeners(),
            spec.access(),
            spec.tags()));
  }

  @Test
  void one_bucket_serves_both_kinds_of_logs() {
    RecordedResources all =
        recorded(
            Optional.of(new LogBucket.Made("requests", 14)),
            Optional.of(new LogBucket.Made("connections", 14)));

    assertThat(all.only(BUCKET).inputs())
        .containsEntry("forceDestroy", true)
        .doesNotContainKey("bucket");
    assertThat(all.only(BUCKET).name()).isEqualTo("my-lb-logs");
    assertThat((Map<?, ?>) all.only(BUCKET).input("tags"))
        .isEqualTo(
            Map.of(
                "Name", "my-lb-logs",
                "portico:environment", "demo",
                "portico:installation", "a1b2c3d4e5f6"));
    assertThat(all.only(BALANCER).inputs())
        .containsEntry(
            "accessLogs",
            Map.of("bucket", "id-of-my-lb-logs", "enabled", true, "prefix", "requests"))
        .containsEntry(
            "connectionLogs",
            Map.of("bucket", "id-of-my-lb-logs", "enabled", true, "prefix", "connections"));
  }

  @Test
  void the_policy_lets_logs_of_this_account_in_and_comes_first() {
    RecordedResources all =
        recorded(
            Optional.of(new LogBucket.Made("requests", 14)),
            Optional.of(new LogBucket.Made("", 14)));

    assertThat(String.valueOf(all.only(POLICY).input("policy")))
        .contains("logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject")
        .contains("\"arn:my-lb-logs/AWSLogs/123456789012/*\"")
        .contains("\"arn:my-lb-logs/requests/AWSLogs/123456789012/*\"");
    assertThat(all.order(POLICY, "my-lb-logs-policy")).isLessThan(all.order(BALANCER, "My-LB"));
  }

  @Test
  void it_is_private_encrypted_and_forgets() {
    RecordedResources all = recorded(Optional.of(new LogBucket.Made("", 14)), Optional.empty());

    assertThat(all.only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs())
        .isEqualTo(
            Map.of(
                "bucket", "id-of-my-lb-logs",
                "blockPublicAcls", true,
                "blockPublicPolicy", true,
                "ignorePublicAcls", true,
                "restrictPublicBuckets", true));
    assertThat(
            all.only(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
                .input("rules"))
        .isEqualTo(
            List.of(
                Map.of("applyServerSideEncryptionByDefault", Map.of("sseAlgorithm", "AES256"))));
    assertThat(
            all.only("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2")
                .input("rules"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id",
                    "expire-logs",
                    "status",
                    "Enabled",
                    "filter",
                    Map.of("prefix", ""),
                    "expiration",
                    Map.of("days", 14.0))));
  }

  @Test
  void no_bucket_is_made_for_logs_that_go_elsewhere() {
    RecordedResources all =
        recorded(Optional.of(new LogBucket.Existing("mine", "")), Optional.empty());

    assertThat(all.ofType(BUCKET)).isEmpty();
    assertThat(all.only(BALANCER).inputs())
        .containsEntry("accessLogs", Map.of("bucket", "mine", "enabled", true));
  }
}
