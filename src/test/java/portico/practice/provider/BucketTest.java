package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;

/** Buckets for logs, and what is set at them. */
class BucketTest {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
  private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
  private static final String LIFECYCLE =
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
  private static final String ENCRYPTION =
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
  private static final String ACCESS = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

  private final FakeS3 s3 = new FakeS3();
  private BundledProvider provider;
  private ProviderCaller caller;

  @BeforeEach
  void start() throws IOException {
    provider =
        BundledProvider.start(
            new ProviderClients(
                new FakeEc2(),
                new FakeElb(),
                new FakeLambda(),
                new FakeWaf(),
                new FakeRoute53(),
                s3,
                "us-west-2"),
            new ProviderTiming(MOMENT, MOMENT, LIMIT, LIMIT, LIMIT, LIMIT));
    caller = new ProviderCaller(provider);
  }

  @AfterEach
  void stop() {
    caller.close();
    provider.close();
  }

  private static PropertyMap bucket(boolean force) {
    return PropertyMap.ofTexts(Map.of("bucket", "logs"))
        .with("forceDestroy", PropertyValue.of(force))
        .with("tags", PropertyMap.ofTexts(Map.of("portico:environment", "demo", "a", "<b>")));
  }

  private static PropertyMap rules(PropertyMap rule) {
    return PropertyMap.ofTexts(Map.of("bucket", "logs"))
        .with("rules", new PropertyValue.Items(List.of(rule)));
  }

  private static PropertyMap expiry(int days) {
    return rules(
        PropertyMap.ofTexts(Map.of("id", "expire", "status", "Enabled"))
            .with("filter", PropertyMap.ofTexts(Map.of("prefix", "")))
            .with("expiration", PropertyMap.EMPTY.with("days", PropertyValue.of(days))));
  }

  private PropertyMap made(String type, PropertyMap inputs) {
    CreateResponse made = caller.create(type, inputs);
    assertThat(made.getId()).isEqualTo("logs");
    PropertyMap state = Wire.decode(made.getProperties());
    assertThat(state.fields()).containsAllEntriesOf(inputs.fields());
    assertThat(caller.diff(type, state, inputs).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
    return state;
  }

  @Test
  void a_bucket_is_made_with_its_tags_and_deleted() {
    PropertyMap state = made(BUCKET, bucket(true));

    assertThat(state.text("arn")).contains("arn:aws:s3:::logs");
    caller.delete(BUCKET, "logs", state);
    assertThat(s3.buckets).isEmpty();
    assertThat(caller.read(BUCKET, "logs", state, bucket(true)).getId()).isEmpty();
    caller.delete(BUCKET, "logs", state);
  }

  @Test
  void a_bucket_with_logs_is_emptied_only_if_that_was_wanted() {
    PropertyMap kept = made(BUCKET, bucket(false));
    s3.objects.put("logs", List.of("a", "b&c"));
    assertThatThrownBy(() -> caller.delete(BUCKET, "logs", kept))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("BucketNotEmpty");

    s3.objects.put("logs", List.of("a", "b"));
    caller.delete(BUCKET, "logs", Wire.decode(Wire.encode(bucket(true))));
    assertThat(s3.buckets).isEmpty();
  }

  @Test
  void an_own_bucket_of_an_interrupted_run_is_taken_over_and_no_other() {
    caller.create(BUCKET, bucket(true));
    assertThat(caller.create(BUCKET, bucket(true)).getId()).isEqualTo("logs");

    PropertyMap other =
        bucket(true).with("tags", PropertyMap.ofTexts(Map.of("portico:environment", "other")));
    assertThatThrownBy(() -> caller.create(BUCKET, other))
        .hasMessageContaining("was not made by this environment");
  }

  @Test
  void each_setting_is_made_and_seen_as_it_is() {
    caller.create(BUCKET, bucket(true));
    made(LIFECYCLE, expiry(30));
    made(
        ENCRYPTION,
        rules(
            PropertyMap.EMPTY.with(
                "applyServerSideEncryptionByDefault",
                PropertyMap.ofTexts(Map.of("sseAlgorithm", "AES256")))));
    PropertyMap access =
        made(
            ACCESS,
            PropertyMap.ofTexts(Map.of("bucket", "logs"))
                .with("blockPublicAcls", PropertyValue.of(true))
                .with("blockPublicPolicy", PropertyValue.of(true))
                .with("ignorePublicAcls", PropertyValue.of(true))
                .with("restrictPublicBuckets", PropertyValue.of(false)));

    caller.delete(ACCESS, "logs", access);
    assertThat(caller.read(ACCESS, "logs", access, access).getId()).isEmpty();
    caller.delete(ACCESS, "logs", access);
  }

  @Test
  void other_days_are_a_change_in_place() {
    caller.create(BUCKET, bucket(true));
    PropertyMap state = made(LIFECYCLE, expiry(30));

    DiffResponse diff = caller.diff(LIFECYCLE, state, expiry(7));
    assertThat(diff.getChanges()).isEqualTo(DiffResponse.DiffChanges.DIFF_SOME);
    assertThat(diff.getReplacesList()).isEmpty();
  }

  @Test
  void a_policy_in_other_lines_is_the_same() {
    caller.create(BUCKET, bucket(true));
    PropertyMap state =
        made(POLICY, PropertyMap.ofTexts(Map.of("bucket", "logs", "policy", "{\"a\": [1]}")));

    PropertyMap same = PropertyMap.ofTexts(Map.of("bucket", "logs", "policy", "{\"a\":[1]}\n"));
    assertThat(caller.diff(POLICY, state, same).getChanges())
        .isEqualTo(DiffResponse.DiffChanges.DIFF_NONE);
    caller.delete(POLICY, "logs", state);
    assertThat(caller.read(POLICY, "logs", state, same).getId()).isEmpty();
  }
}
