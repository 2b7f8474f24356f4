package portico.practice.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** S3 buckets. What is set at them are resources of their own. */
final class BucketType implements ResourceKind {
  static final String BUCKET = "bucket";
  static final Set<String> ABSENT = Set.of("NoSuchBucket");
  private static final String TOKEN = "aws:s3/bucketV2:BucketV2";
  private static final String PREFIX = "bucketPrefix";
  private static final String FORCE = "forceDestroy";
  private static final int LONGEST = 63;

  /** How often a bucket is emptied in which objects appear meanwhile. */
  private static final int ROUNDS = 100;

  private static final Schema SCHEMA =
      Schema.of(
              Property.text(BUCKET)
                  .computed()
                  .replaces()
                  .rule(
                      ValueRule.matches(
                          "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                          "must be 3 to 63 lower-case letters, digits, dots and hyphens")),
              Property.text(PREFIX).computed().local().replaces().rule(ValueRule.length(0, 37)),
              Property.yesNo(FORCE).orElse(false).local(),
              Property.output("arn"),
              Property.output("region"),
              Property.output("bucketDomainName"),
              Property.output("bucketRegionalDomainName"))
          .and(Tagging.properties());

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  /** Made-up names are in lower case, as the official provider makes them. */
  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    boolean given = inputs.fields().containsKey(BUCKET);
    PropertyMap named = naming.named(inputs, BUCKET, PREFIX, LONGEST, checker);
    return given
        ? named
        : named
            .text(BUCKET)
            .map(name -> named.with(BUCKET, PropertyValue.of(name.toLowerCase(Locale.ROOT))))
            .orElse(named);
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String name = inputs.text(BUCKET).orElseThrow();
    return new Taken<String>(
            () -> Optional.of(name),
            found -> {
              boolean owned =
                  Tagging.owned(inputs.dictionary(Tagging.TAGS), tags(name, call).orElse(Map.of()));
              call.adopt("bucket " + name, name, owned);
              return name;
            },
            "BucketAlreadyOwnedByYou")
        .madeOrTaken(
            () -> {
              CallFailed.run("CreateBucket", () -> call.s3().send("PUT", name, "", place(call)));
              return name;
            });
  }

  /** Only the first region is not named (API_CreateBucket). */
  private static String place(Call call) {
    String region = call.clients().region();
    return region.equals("us-east-1")
        ? ""
        : S3Xml.written("CreateBucketConfiguration", S3Xml.text("LocationConstraint", region));
  }

  @Override
  public void converge(String name, PropertyMap inputs, Call call) {
    Map<String, String> wanted = inputs.dictionary(Tagging.TAGS);
    if (wanted.equals(tags(name, call).orElse(Map.of()))) {
      return;
    }
    if (wanted.isEmpty()) {
      CallFailed.run("DeleteBucketTagging", () -> call.s3().send("DELETE", name, "tagging", ""));
    } else {
      String tagging = S3Xml.tagging(wanted);
      CallFailed.run("PutBucketTagging", () -> call.s3().send("PUT", name, "tagging", tagging));
    }
  }

  @Override
  public Optional<Snapshot> read(String name, PropertyMap hint, Call call) {
    String region = call.clients().region();
    return tags(name, call)
        .map(
            tags ->
                new Snapshot(
                    name,
                    Tagging.state(
                        PropertyMap.EMPTY
                            .with(BUCKET, PropertyValue.of(name))
                            .with("arn", PropertyValue.of(arn(name, region)))
                            .with("region", PropertyValue.of(region))
                            .with("bucketDomainName", PropertyValue.of(name + ".s3.amazonaws.com"))
                            .with(
                                "bucketRegionalDomainName",
                                PropertyValue.of(name + ".s3." + region + ".amazonaws.com")),
                        tags)));
  }

  private static String arn(String name, String region) {
    String partition =
        region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return "arn:" + partition + ":s3:::" + name;
  }

  @Override
  public void delete(String name, PropertyMap state, Call call) {
    boolean force = state.flag(FORCE).orElse(false);
    for (int round = 0; ; round++) {
      try {
        CallFailed.find("DeleteBucket", ABSENT, () -> call.s3().send("DELETE", name, "", ""));
        return;
      } catch (CallFailed e) {
        if (!force || round >= ROUNDS || !e.code().equals("BucketNotEmpty")) {
          throw e;
        }
        empty(name, call);
      }
    }
  }

  /** Up to a thousand objects, as many as S3 lists at once. */
  private static void empty(String name, Call call) {
    String listed =
        CallFailed.call("ListObjectsV2", () -> call.s3().send("GET", name, "list-type=2", ""));
    List<String> objects =
        S3Xml.keys(listed).stream()
            .map(key -> S3Xml.written("Object", S3Xml.text("Key", key)))
            .toList();
    if (!objects.isEmpty()) {
      String delete = S3Xml.written("Delete", String.join("", objects));
      CallFailed.run("DeleteObjects", () -> call.s3().send("POST", name, "delete", delete));
    }
  }

  /** Empty when there is no such bucket. */
  private static Optional<Map<String, String>> tags(String name, Call call) {
    try {
      return CallFailed.find(
              "GetBucketTagging", ABSENT, () -> call.s3().send("GET", name, "tagging", ""))
          .map(S3Xml::tags);
    } catch (CallFailed e) {
      if (e.code().equals("NoSuchTagSet")) {
        return Optional.of(Map.of());
      }
      throw e;
    }
  }
}
