package portico.practice.aws.s3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Document;
import portico.practice.aws.http.Xml;
import portico.practice.aws.http.XmlRoute;
import portico.practice.aws.state.Bucket;
import tools.jackson.databind.JsonNode;

/** What is set at a bucket: policy, public access, lifecycle, encryption, tags. */
final class Settings {
  private static final List<String> BLOCKS =
      List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  private Settings() {}

  static List<XmlRoute> routes() {
    String access = "publicAccessBlock";
    String block = "PublicAccessBlock";
    return List.of(
        new XmlRoute("GET", "policy", "GetBucketPolicy", 200, Settings::policy),
        new XmlRoute("PUT", "policy", "PutBucketPolicy", 204, Settings::putPolicy),
        new XmlRoute("DELETE", "policy", "DeleteBucketPolicy", 204, Settings::deletePolicy),
        new XmlRoute("GET", access, "Get" + block, "GetBucket" + block, 200, Settings::access),
        new XmlRoute("PUT", access, "Put" + block, "PutBucket" + block, 200, Settings::putAccess),
        new XmlRoute(
            "DELETE", access, "Delete" + block, "PutBucket" + block, 204, Settings::deleteAccess),
        new XmlRoute(
            "GET",
            "lifecycle",
            "GetBucketLifecycleConfiguration",
            "GetLifecycleConfiguration",
            200,
            Settings::lifecycle),
        new XmlRoute(
            "PUT",
            "lifecycle",
            "PutBucketLifecycleConfiguration",
            "PutLifecycleConfiguration",
            200,
            Settings::putLifecycle),
        new XmlRoute(
            "DELETE",
            "lifecycle",
            "DeleteBucketLifecycle",
            "PutLifecycleConfiguration",
            204,
            Settings::deleteLifecycle),
        new XmlRoute(
            "GET",
            "encryption",
            "GetBucketEncryption",
            "GetEncryptionConfiguration",
            200,
            Settings::encryption),
        new XmlRoute(
            "PUT",
            "encryption",
            "PutBucketEncryption",
            "PutEncryptionConfiguration",
            200,
            Settings::putEncryption),
        new XmlRoute(
            "DELETE",
            "encryption",
            "DeleteBucketEncryption",
            "PutEncryptionConfiguration",
            204,
            Settings::deleteEncryption),
        new XmlRoute("GET", "tagging", "GetBucketTagging", 200, Settings::tags),
        new XmlRoute("PUT", "tagging", "PutBucketTagging", 204, Settings::putTags),
        new XmlRoute(
            "DELETE", "tagging", "DeleteBucketTagging", "PutBucketTagging", 204, Settings::untag));
  }

  private static String body(JsonNode request) {
    return request.path("Body").asString("");
  }

  private static AwsException missing(String code, String message) {
    return new AwsException(code, 404, message);
  }

  private static String policy(Call call, JsonNode request) {
    return S3.find(call, request)
        .policy()
        .orElseThrow(() -> missing("NoSuchBucketPolicy", "The bucket policy does not exist"));
  }

  private static String putPolicy(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    BucketPolicy policy = BucketPolicy.parse(body(request), bucket.name());
    boolean closed =
        bucket.openings().filter(open -> !open.contains("BlockPublicPolicy")).isPresent();
    if (closed && policy.isPublic()) {
      throw new AwsException(
          "AccessDenied",
          403,
          "User: arn:aws:iam::123456789012:user/practice is not authorized to perform:"
              + " s3:PutBucketPolicy on resource: \"arn:aws:s3:::%s\"".formatted(bucket.name())
              + " because public policies are prevented by the BlockPublicPolicy setting in S3"
              + " Block Public Access.");
    }
    S3.keep(call, bucket.withPolicy(Optional.of(body(request))));
    return "";
  }

  private static String deletePolicy(Call call, JsonNode request) {
    S3.keep(call, S3.find(call, request).withPolicy(Optional.empty()));
    return "";
  }

  private static String access(Call call, JsonNode request) {
    List<String> open =
        S3.find(call, request)
            .openings()
            .orElseThrow(
                () ->
                    missing(
                        "NoSuchPublicAccessBlockConfiguration",
                        "The public access block configuration was not found"));
    Xml xml = new Xml();
    xml.in(
        "PublicAccessBlockConfiguration",
        S3.NAMESPACE,
        () -> BLOCKS.forEach(each -> xml.text(each, !open.contains(each))));
    return xml.document();
  }

  private static String putAccess(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    Document given = S3.document(body(request), "PublicAccessBlockConfiguration");
    List<String> open =
        BLOCKS.stream().filter(each -> !given.text(each).orElse("").equals("true")).toList();
    S3.keep(call, bucket.withOpenings(Optional.of(open)));
    return "";
  }

  private static String deleteAccess(Call call, JsonNode request) {
    S3.keep(call, S3.find(call, request).withOpenings(Optional.empty()));
    return "";
  }

  private static String lifecycle(Call call, JsonNode request) {
    return S3.find(call, request)
        .lifecycle()
        .orElseThrow(
            () ->
                missing(
                    "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"));
  }

  private static String putLifecycle(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    List<Document> rules = S3.document(body(request), "LifecycleConfiguration").all("Rule");
    Set<String> ids = new HashSet<>();
    for (Document rule : rules) {
      if (!ids.add(rule.text("ID").orElse("")) || rules.size() > 1000) {
        throw new AwsException(
            "InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule");
      }
      checkRule(rule);
    }
    if (rules.isEmpty()) {
      throw S3.malformed();
    }
    S3.keep(call, bucket.withLifecycle(Optional.of(body(request))));
    return "";
  }

  private static void checkRule(Document rule) {
    if (!rule.needed("Status").matches("Enabled|Disabled")
        || (rule.one("Filter").isEmpty() && rule.one("Prefix").isEmpty())) {
      throw S3.malformed();
    }
    Optional<String> days = rule.one("Expiration").flatMap(each -> each.text("Days"));
    if (days.isPresent() && !days.get().matches("0*[1-9]\\d{0,8}")) {
      throw new AwsException(
          "InvalidArgument", "'Days' for Expiration action must be a positive integer");
    }
  }

  private static String deleteLifecycle(Call call, JsonNode request) {
    S3.keep(call, S3.find(call, request).withLifecycle(Optional.empty()));
    return "";
  }

  private static String encryption(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    Xml xml = new Xml();
    xml.in(
        "ServerSideEncryptionConfiguration",
        S3.NAMESPACE,
        () ->
            xml.in(
                "Rule",
                () ->
                    xml.in(
                            "ApplyServerSideEncryptionByDefault",
                            () -> xml.text("SSEAlgorithm", bucket.encryption()))
                        .text("BucketKeyEnabled", false)));
    return xml.document();
  }

  private static String putEncryption(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    String algorithm =
        S3.document(body(request), "ServerSideEncryptionConfiguration")
            .one("Rule")
            .flatMap(each -> each.one("ApplyServerSideEncryptionByDefault"))
            .flatMap(each -> each.text("SSEAlgorithm"))
            .filter(each -> each.matches("AES256|aws:kms|aws:kms:dsse"))
            .orElseThrow(S3::malformed);
    S3.keep(call, bucket.withEncryption(algorithm));
    return "";
  }

  private static String deleteEncryption(Call call, JsonNode request) {
    S3.keep(call, S3.find(call, request).withEncryption(Bucket.SSE_S3));
    return "";
  }

  private static String tags(Call call, JsonNode request) {
    Map<String, String> tags = S3.find(call, request).tags();
    if (tags.isEmpty()) {
      throw missing("NoSuchTagSet", "The TagSet does not exist");
    }
    Xml xml = new Xml();
    xml.in(
        "Tagging",
        S3.NAMESPACE,
        () ->
            xml.list(
                "TagSet",
                "Tag",
                new ArrayList<>(tags.entrySet()),
                tag -> xml.text("Key", tag.getKey()).text("Value", tag.getValue())));
    return xml.document();
  }

  private static String putTags(Call call, JsonNode request) {
    Bucket bucket = S3.find(call, request);
    Map<String, String> tags = new LinkedHashMap<>();
    for (Document tag :
        S3.document(body(request), "Tagging").one("TagSet").stream()
            .flatMap(each -> each.all("Tag").stream())
            .toList()) {
      String key = tag.needed("Key");
      if (key.startsWith("aws:") || key.isEmpty() || tags.size() >= 50) {
        throw new AwsException("InvalidTag", "The TagKey you have provided is invalid");
      }
      tags.put(key, tag.needed("Value"));
    }
    S3.keep(call, bucket.withTags(tags));
    return "";
  }

  private static String untag(Call call, JsonNode request) {
    S3.keep(call, S3.find(call, request).withTags(Map.of()));
    return "";
  }
}
