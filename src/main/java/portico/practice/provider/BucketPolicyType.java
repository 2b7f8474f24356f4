package portico.practice.provider;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The policy of a bucket. Its id is the bucket's name. */
final class BucketPolicyType implements ResourceKind {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOKEN = "aws:s3/bucketPolicy:BucketPolicy";
  private static final String POLICY = "policy";
  private static final Set<String> ABSENT = Set.of("NoSuchBucket", "NoSuchBucketPolicy");

  private static final Schema SCHEMA =
      Schema.of(
          Property.text(BucketType.BUCKET).required().replaces(),
          Property.text(POLICY).required().normal(BucketPolicyType::plain));

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    return inputs.text(BucketType.BUCKET).orElseThrow();
  }

  @Override
  public void converge(String bucket, PropertyMap inputs, Call call) {
    String policy = inputs.text(POLICY).orElseThrow();
    CallFailed.run("PutBucketPolicy", () -> call.s3().send("PUT", bucket, POLICY, policy));
  }

  @Override
  public Optional<Snapshot> read(String bucket, PropertyMap hint, Call call) {
    return CallFailed.find(
            "GetBucketPolicy", ABSENT, () -> call.s3().send("GET", bucket, POLICY, ""))
        .map(
            policy ->
                new Snapshot(
                    bucket,
                    PropertyMap.EMPTY
                        .with(BucketType.BUCKET, PropertyValue.of(bucket))
                        .with(POLICY, PropertyValue.of(policy))));
  }

  @Override
  public void delete(String bucket, PropertyMap state, Call call) {
    CallFailed.find(
        "DeleteBucketPolicy", ABSENT, () -> call.s3().send("DELETE", bucket, POLICY, ""));
  }

  /** Without what only a reader of the JSON would see. */
  private static PropertyValue plain(PropertyValue value) {
    if (!(value instanceof PropertyValue.Text(String policy))) {
      return value;
    }
    try {
      return PropertyValue.of(JSON.writeValueAsString(JSON.readTree(policy)));
    } catch (JacksonException _) {
      return value;
    }
  }

  /** A bucket has one policy. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return state.get(BucketType.BUCKET).equals(inputs.get(BucketType.BUCKET));
  }
}
