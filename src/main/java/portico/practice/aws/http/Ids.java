package portico.practice.aws.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** New identifiers in AWS's forms. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** An id such as {@code sg-0123456789abcdef0}. */
  public static String resource(String prefix) {
    return prefix + "-0" + hex();
  }

  /** Sixteen hexadecimal digits, as at the end of a load balancer's ARN. */
  public static String hex() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Ten decimal digits that do not begin with 0, as in a load balancer's DNS name. */
  public static String digits() {
    return Long.toString(RANDOM.nextLong(1_000_000_000L, 10_000_000_000L));
  }
}
