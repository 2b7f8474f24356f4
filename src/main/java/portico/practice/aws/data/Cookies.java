package portico.practice.aws.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cookies that stick a client to a target or a target group (ALB guide, "Sticky sessions"). As
 * in AWS the value means nothing to others, and it is no longer good after the time it names.
 */
final class Cookies {
  static final String TARGET = "AWSALB";
  static final String APPLICATION = "AWSALBAPP-0";
  static final String GROUP = "AWSALBTG";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Cookies() {}

  /** The value of a cookie among the {@code Cookie} headers of a request. */
  static Optional<String> find(List<String> headers, String name) {
    for (String header : headers) {
      for (String part : header.split(";")) {
        String pair = part.strip();
        if (pair.startsWith(name + "=")) {
          return Optional.of(pair.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** A value that stands for a target or group until a time. */
  static String seal(String what, Instant until) {
    String plain = until.getEpochSecond() + "." + digest(what);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a value stands for a target or group and is still good. */
  static boolean names(String value, String what, Instant now) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
      int dot = plain.indexOf('.');
      return dot > 0
          && plain.substring(0, dot).matches("\\d{1,12}")
          && now.getEpochSecond() < Long.parseLong(plain.substring(0, dot))
          && plain.substring(dot + 1).equals(digest(what));
    } catch (IllegalArgumentException foreign) {
      return false;
    }
  }

  private static String digest(String what) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The {@code Set-Cookie} lines that hand a value out. Two of the three cookies have a twin for
   * requests across sites.
   */
  static List<String> lines(String name, String value, Instant until) {
    String line = "%s=%s; Expires=%s; Path=/".formatted(name, value, DATE.format(until));
    List<String> lines = new ArrayList<>(List.of(line));
    if (!name.equals(APPLICATION)) {
      lines.add(
          "%sCORS=%s; Expires=%s; Path=/; SameSite=None; Secure"
              .formatted(name, value, DATE.format(until)));
    }
    return lines;
  }
}
