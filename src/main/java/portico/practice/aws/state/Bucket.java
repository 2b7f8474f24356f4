package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An S3 bucket.
 *
 * @param policy as it was given, a JSON document
 * @param openings which of the four settings that block public access are off; empty when there are
 *     no such settings at all
 * @param lifecycle as it was given, an XML document
 * @param encryption of new objects, AES256 unless it was changed
 * @param keys of its objects
 * @param created when it was made; empty of one that was there from the beginning
 */
public record Bucket(
    String name,
    Optional<String> policy,
    Optional<List<String>> openings,
    Optional<String> lifecycle,
    String encryption,
    Map<String, String> tags,
    List<String> keys,
    Optional<Instant> created) {
  /** What S3 calls SSE-S3. */
  public static final String SSE_S3 = "AES256";

  /** A new bucket, as S3 makes them since 2023: closed to the public, encrypted. */
  public static Bucket closed(String name) {
    return new Bucket(
        name,
        Optional.empty(),
        Optional.of(List.of()),
        Optional.empty(),
        SSE_S3,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  /** The same bucket, made at that time. */
  public Bucket madeAt(Instant now) {
    return new Bucket(name, policy, openings, lifecycle, encryption, tags, keys, Optional.of(now));
  }

  public Bucket withPolicy(Optional<String> next) {
    return new Bucket(name, next, openings, lifecycle, encryption, tags, keys, created);
  }

  public Bucket withOpenings(Optional<List<String>> next) {
    return new Bucket(name, policy, next, lifecycle, encryption, tags, keys, created);
  }

  public Bucket withLifecycle(Optional<String> next) {
    return new Bucket(name, policy, openings, next, encryption, tags, keys, created);
  }

  public Bucket withEncryption(String next) {
    return new Bucket(name, policy, openings, lifecycle, next, tags, keys, created);
  }

  public Bucket withTags(Map<String, String> next) {
    return new Bucket(name, policy, openings, lifecycle, encryption, next, keys, created);
  }

  public Bucket withKeys(List<String> next) {
    return new Bucket(name, policy, openings, lifecycle, encryption, tags, next, created);
  }
}
