package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogDeliveryTest {
  private static LoadBalancerAttributes logging(
      Optional<LogBucket> access, Optional<LogBucket> connections) {
    return new LoadBalancerAttributes(60, 3600, true, false, true, access, connections);
  }

  @ParameterizedTest
  @CsvSource({"'', /AWSLogs/1/*", "a/b, /a/b/AWSLogs/1/*"})
  void keys_begin_with_the_prefix(String prefix, String keys) {
    assertThat(LogDelivery.keys(prefix, "1")).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({
    "us-west-2, arn:aws:s3:::logs/AWSLogs/1/*",
    "cn-north-1, arn:aws-cn:s3:::logs/AWSLogs/1/*",
    "us-gov-west-1, arn:aws-us-gov:s3:::logs/AWSLogs/1/*"
  })
  void the_policy_of_a_users_bucket_is_of_the_partition(String region, String resource) {
    assertThat(LogDelivery.policy(new LogBucket.Existing("logs", ""), region, "1"))
        .contains(LogDelivery.SERVICE, "\"" + resource + "\"");
  }

  @Test
  void a_policy_names_one_place_or_several_and_stays_json() {
    assertThat(LogDelivery.policy(List.of("a\"b"))).contains("\"Resource\": \"a\\\"b\"");
    assertThat(LogDelivery.policy(List.of("a", "b")))
        .containsPattern("\"Resource\": \\[\\s*\"a\",\\s*\"b\"\\s*\\]");
  }

  @Test
  void only_made_buckets_have_days_and_prefixes() {
    Optional<LogBucket> made = Optional.of(new LogBucket.Made("b", 7));
    Optional<LogBucket> existing = Optional.of(new LogBucket.Existing("logs", "c"));

    assertThat(LogBucket.madeDays(logging(existing, made))).contains(7);
    assertThat(LogBucket.madeDays(logging(existing, Optional.empty()))).isEmpty();
    assertThat(LogDelivery.madePrefixes(logging(existing, made))).containsExactly("b");
    assertThat(LogDelivery.madePrefixes(logging(made, made))).containsExactly("b");
    assertThat(LogDelivery.madePrefixes(logging(made, Optional.of(new LogBucket.Made("a", 7)))))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "My-LB, my-lb-logs",
    "xn--lb, lb-xn--lb-logs",
    "sthree-lb, lb-sthree-lb-logs",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-logs"
  })
  void the_bucket_is_called_after_the_load_balancer(String balancer, String bucket) {
    assertThat(LogDelivery.bucketName(balancer)).isEqualTo(bucket);
    assertThat(LoadBalancerRules.logBucket("", bucket + "-0123456")).isEmpty();
  }
}
