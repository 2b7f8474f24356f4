package portico.practice.aws.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of seeded resources: always the same for the same region and name. */
final class SeedIds {
  private final String region;

  SeedIds(String region) {
    this.region = region;
  }

  /** An id such as {@code vpc-0123456789abcdef0}. */
  String of(String prefix, String name) {
    return prefix + "-0" + digest(prefix + "/" + name).substring(0, 16);
  }

  /** An id in the form of a UUID, as in a certificate's ARN. */
  String uuid(String name) {
    String hex = digest("uuid/" + name);
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 15),
            hex.substring(15, 18),
            hex.substring(18, 30));
  }

  private String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest((region + "/" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
