package portico.practice.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Buckets in memory, with the documents that were put at them. */
final class FakeS3 implements S3Channel {
  private static final Map<String, String> ABSENT =
      Map.of(
          "policy", "NoSuchBucketPolicy",
          "tagging", "NoSuchTagSet",
          "lifecycle", "NoSuchLifecycleConfiguration",
          "encryption", "ServerSideEncryptionConfigurationNotFoundError",
          "publicAccessBlock", "NoSuchPublicAccessBlockConfiguration");

  /** The documents of each bucket, by what they set. */
  final Map<String, Map<String, String>> buckets = new LinkedHashMap<>();

  /** Keys of objects by bucket. */
  final Map<String, java.util.List<String>> objects = new LinkedHashMap<>();

  @Override
  public synchronized String send(String method, String bucket, String part, String body) {
    if (part.isEmpty() && method.equals("PUT")) {
      if (buckets.putIfAbsent(bucket, new TreeMap<>()) != null) {
        throw FakeElb.refusal("BucketAlreadyOwnedByYou", "you already own it");
      }
      return "";
    }
    Map<String, String> settings =
        Optional.ofNullable(buckets.get(bucket))
            .orElseThrow(() -> FakeElb.refusal("NoSuchBucket", "no such bucket"));
    return switch (method + " " + part) {
      case "DELETE " -> delete(bucket);
      case "GET list-type=2" ->
          S3Xml.written(
              "ListBucketResult",
              objects.getOrDefault(bucket, java.util.List.of()).stream()
                  .map(key -> S3Xml.written("Contents", S3Xml.text("Key", key)))
                  .toArray(String[]::new));
      case "POST delete" -> {
        objects.merge(
            bucket,
            java.util.List.of(),
            (all, none) ->
                all.stream()
                    .filter(
                        key ->
                            !Pattern.compile(Pattern.quote(">" + key + "<")).matcher(body).find())
                    .toList());
        yield "";
      }
      default -> setting(settings, method, part, body);
    };
  }

  private String delete(String bucket) {
    if (!objects.getOrDefault(bucket, java.util.List.of()).isEmpty()) {
      throw FakeElb.refusal("BucketNotEmpty", "the bucket is not empty");
    }
    buckets.remove(bucket);
    return "";
  }

  private static String setting(
      Map<String, String> settings, String method, String part, String body) {
    switch (method) {
      case "PUT" -> settings.put(part, body);
      case "DELETE" -> settings.remove(part);
      default -> {
        return Optional.ofNullable(settings.get(part))
            .orElseThrow(() -> FakeElb.refusal(ABSENT.getOrDefault(part, part), "there is none"));
      }
    }
    return "";
  }
}
