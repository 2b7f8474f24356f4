package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One setting of a bucket that S3 keeps as an XML document. Its id is the bucket's name.
 *
 * @param setting S3's name of it, in the operations that set it
 * @param part the query by which S3 knows it
 * @param absent the error that says that there is none
 * @param written the document that inputs make
 * @param read what a document says
 */
record BucketSettingType(
    String token,
    String setting,
    String part,
    String absent,
    Schema schema,
    Function<PropertyMap, String> written,
    Function<S3Xml, PropertyMap> read)
    implements ResourceKind {
  private static final String RULES = "rules";
  private static final String BY_DEFAULT = "applyServerSideEncryptionByDefault";
  private static final List<String> BLOCKS =
      List.of("blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets");

  static BucketSettingType encryption() {
    Schema rule =
        Schema.of(
            Property.block(
                    BY_DEFAULT,
                    Schema.of(
                        Property.text("sseAlgorithm")
                            .required()
                            .rule(ValueRule.oneOf("AES256", "aws:kms", "aws:kms:dsse"))))
                .required());
    return new BucketSettingType(
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
        "BucketEncryption",
        "encryption",
        "ServerSideEncryptionConfigurationNotFoundError",
        ofBucket(Property.blocks(RULES, rule).required()),
        inputs -> rules(inputs, "ServerSideEncryptionConfiguration", BucketSettingType::encrypted),
        document ->
            rules(
                document,
                each ->
                    PropertyMap.EMPTY.with(
                        BY_DEFAULT,
                        PropertyMap.EMPTY.with(
                            "sseAlgorithm",
                            PropertyValue.of(
                                each.one("ApplyServerSideEncryptionByDefault")
                                    .flatMap(inner -> inner.text("SSEAlgorithm"))
                                    .orElse(""))))));
  }

  private static String encrypted(PropertyMap rule) {
    String algorithm =
        rule.map(BY_DEFAULT).flatMap(each -> each.text("sseAlgorithm")).orElse("AES256");
    return S3Xml.written(
        "Rule",
        S3Xml.written("ApplyServerSideEncryptionByDefault", S3Xml.text("SSEAlgorithm", algorithm)));
  }

  static BucketSettingType lifecycle() {
    Schema rule =
        Schema.of(
            Property.text("id").required().rule(ValueRule.length(1, 255)),
            Property.text("status").required().rule(ValueRule.oneOf("Enabled", "Disabled")),
            Property.block("filter", Schema.of(Property.text("prefix"))).required(),
            Property.block(
                    "expiration",
                    Schema.of(
                        Property.whole("days")
                            .required()
                            .rule(ValueRule.range(1, Integer.MAX_VALUE))))
                .required());
    return new BucketSettingType(
        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
        "BucketLifecycleConfiguration",
        "lifecycle",
        "NoSuchLifecycleConfiguration",
        ofBucket(Property.blocks(RULES, rule).required()),
        inputs -> rules(inputs, "LifecycleConfiguration", BucketSettingType::expiring),
        document -> rules(document, BucketSettingType::expiry));
  }

  private static String expiring(PropertyMap rule) {
    String prefix = rule.map("filter").flatMap(each -> each.text("prefix")).orElse("");
    int days = rule.map("expiration").flatMap(each -> each.integer("days")).orElse(1);
    return S3Xml.written(
        "Rule",
        S3Xml.text("ID", rule.text("id").orElse("")),
        S3Xml.written("Filter", S3Xml.text("Prefix", prefix)),
        S3Xml.text("Status", rule.text("status").orElse("")),
        S3Xml.written("Expiration", S3Xml.text("Days", String.valueOf(days))));
  }

  private static PropertyMap expiry(S3Xml rule) {
    return PropertyMap.EMPTY
        .with("id", PropertyValue.of(rule.text("ID").orElse("")))
        .with("status", PropertyValue.of(rule.text("Status").orElse("")))
        .with(
            "filter",
            PropertyMap.EMPTY.with(
                "prefix",
                PropertyValue.of(
                    rule.one("Filter").flatMap(each -> each.text("Prefix")).orElse(""))))
        .with(
            "expiration",
            PropertyMap.EMPTY.with(
                "days",
                PropertyValue.of(
                    rule.one("Expiration")
                        .flatMap(each -> each.text("Days"))
                        .map(Integer::parseInt)
                        .orElse(0))));
  }

  static BucketSettingType publicAccess() {
    return new BucketSettingType(
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "PublicAccessBlock",
        "publicAccessBlock",
        "NoSuchPublicAccessBlockConfiguration",
        ofBucket(
            BLOCKS.stream()
                .map(each -> Property.yesNo(each).orElse(false))
                .toArray(Property[]::new)),
        inputs ->
            S3Xml.written(
                "PublicAccessBlockConfiguration",
                BLOCKS.stream()
                    .map(
                        each ->
                            S3Xml.text(
                                named(each), String.valueOf(inputs.flag(each).orElse(false))))
                    .toArray(String[]::new)),
        document -> {
          PropertyMap state = PropertyMap.EMPTY;
          for (String each : BLOCKS) {
            state =
                state.with(
                    each, PropertyValue.of(document.text(named(each)).orElse("").equals("true")));
          }
          return state;
        });
  }

  private static String named(String property) {
    return Character.toUpperCase(property.charAt(0)) + property.substring(1);
  }

  private static Schema ofBucket(Property... settings) {
    return Schema.of(Property.text(BucketType.BUCKET).required().replaces()).and(settings);
  }

  private static String rules(
      PropertyMap inputs, String root, Function<PropertyMap, String> written) {
    return S3Xml.written(root, inputs.maps(RULES).stream().map(written).toArray(String[]::new));
  }

  private static PropertyMap rules(S3Xml document, Function<S3Xml, PropertyMap> read) {
    return PropertyMap.EMPTY.with(
        RULES,
        new PropertyValue.Items(
            document.all("Rule").map(each -> (PropertyValue) read.apply(each)).toList()));
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    return inputs.text(BucketType.BUCKET).orElseThrow();
  }

  @Override
  public void converge(String bucket, PropertyMap inputs, Call call) {
    String document = written.apply(inputs);
    CallFailed.run("Put" + setting, () -> call.s3().send("PUT", bucket, part, document));
  }

  @Override
  public Optional<Snapshot> read(String bucket, PropertyMap hint, Call call) {
    return CallFailed.find(
            "Get" + setting, absences(), () -> call.s3().send("GET", bucket, part, ""))
        .map(
            document ->
                new Snapshot(
                    bucket,
                    read.apply(S3Xml.parse(document))
                        .with(BucketType.BUCKET, PropertyValue.of(bucket))));
  }

  @Override
  public void delete(String bucket, PropertyMap state, Call call) {
    CallFailed.find(
        "Delete" + setting, absences(), () -> call.s3().send("DELETE", bucket, part, ""));
  }

  private Set<String> absences() {
    return Set.of("NoSuchBucket", absent);
  }

  /** A bucket has each setting once. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return state.get(BucketType.BUCKET).equals(inputs.get(BucketType.BUCKET));
  }
}
