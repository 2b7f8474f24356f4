package portico.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How far a request for a certificate has come.
 *
 * @param status ACM's own word: PENDING_VALIDATION, ISSUED, VALIDATION_TIMED_OUT, FAILED, ...
 * @param names what is known of each of its names, the domain first
 * @param failureReason ACM's own word, where the request failed
 */
public record RequestedCertificate(
    String arn, String domain, String status, List<Name> names, Optional<String> failureReason) {
  public RequestedCertificate {
    names = List.copyOf(names);
  }

  /**
   * A name that the certificate is to cover.
   *
   * @param proven whether ACM has seen its record
   * @param record empty in the first seconds, and where the name is not proven by a record
   */
  public record Name(String name, boolean proven, Optional<ValidationRecord> record) {}

  public boolean isPending() {
    return status.equals("PENDING_VALIDATION");
  }

  public boolean isIssued() {
    return status.equals("ISSUED");
  }

  /** Whether ACM has told the record of every name. */
  public boolean knowsRecords() {
    return !names.isEmpty() && names.stream().allMatch(each -> each.record().isPresent());
  }

  /** The records to make; a name and its wildcard have one in common. */
  public List<ValidationRecord> records() {
    return names.stream().flatMap(each -> each.record().stream()).distinct().toList();
  }
}
