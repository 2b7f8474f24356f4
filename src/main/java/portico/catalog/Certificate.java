package portico.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
}
