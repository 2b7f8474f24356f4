package portico.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A certificate of ACM.
 *
 * @param status ACM's own word: ISSUED, PENDING_VALIDATION, EXPIRED, ...
 * @param alternativeNames all names it covers
 * @param notAfter when it expires, if it was ever issued
 */
public record Certificate(
    String arn,
    String domain,
    List<String> alternativeNames,
    String status,
    Optional<Instant> notAfter) {
  public Certificate {
    alternativeNames = List.copyOf(alternativeNames);
  }

  /** Whether it is for a name; a wildcard stands for exactly one label (RFC 9525, 6.3). */
  public boolean covers(String name) {
    return Stream.concat(Stream.of(domain), alternativeNames.stream())
        .anyMatch(own -> covers(own.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)));
  }

  private static boolean covers(String own, String name) {
    int dot = name.indexOf('.');
    boolean below = own.startsWith("*.") && !name.startsWith("*.") && dot > 0;
    return own.equals(name) || (below && name.substring(dot).equals(own.substring(1)));
  }
}
