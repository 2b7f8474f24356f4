package portico.practice.aws.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The CNAME record by which the account shows ACM that it owns a name (dns-validation.html): always
 * the same for the same account and name, and for a name and its wildcard.
 *
 * @param name with a dot at its end
 * @param value with a dot at its end
 */
public record ValidationRecord(String name, String value) {
  /** The record for a name of a certificate. */
  public static ValidationRecord of(String certificateName) {
    String domain = certificateName.toLowerCase(Locale.ROOT).replaceFirst("^[*][.]", "");
    String hex = digest(domain);
    StringBuilder zone = new StringBuilder();
    for (char each : hex.substring(44, 54).toCharArray()) {
      zone.append((char) ('a' + (each - '0') % 26));
    }
    return new ValidationRecord(
        "_" + hex.substring(0, 32) + "." + domain + ".",
        "_" + digest(hex).substring(0, 32) + "." + zone + ".acm-validations.aws.");
  }

  /** Whether a record has this value; its last dot is often left out. */
  boolean isValue(String given) {
    return given.equalsIgnoreCase(value) || (given + ".").equalsIgnoreCase(value);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest((Account.ID + "/" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
