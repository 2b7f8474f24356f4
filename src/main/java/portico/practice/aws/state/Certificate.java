package portico.practice.aws.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A certificate in ACM. One that was never issued has no validity.
 *
 * @param alternativeNames all names, the domain among them
 * @param request empty for those that were there from the beginning
 */
public record Certificate(
    String arn,
    String domain,
    List<String> alternativeNames,
    String status,
    String type,
    String keyAlgorithm,
    Instant createdAt,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter,
    Optional<Instant> issuedAt,
    Optional<CertificateRequest> request) {
  public static final String PENDING = "PENDING_VALIDATION";
  public static final String TIMED_OUT = "VALIDATION_TIMED_OUT";

  /** How long ACM waits for the validation of a request (dns-validation.html). */
  public static final Duration PATIENCE = Duration.ofDays(3);

  /** How long a certificate is valid that ACM issues since February 2026. */
  private static final Duration VALIDITY = Duration.ofDays(198);

  /** One that was there from the beginning. */
  public Certificate(
      String arn,
      String domain,
      List<String> alternativeNames,
      String status,
      String type,
      String keyAlgorithm,
      Instant createdAt,
      Optional<Instant> notBefore,
      Optional<Instant> notAfter) {
    this(
        arn,
        domain,
        alternativeNames,
        status,
        type,
        keyAlgorithm,
        createdAt,
        notBefore,
        notAfter,
        notBefore.map(from -> from.plus(Duration.ofMinutes(5))),
        Optional.empty());
  }

  /** The certificate once it is issued; its validity begins with the day. */
  Certificate issued(Instant at) {
    Instant from = at.truncatedTo(ChronoUnit.DAYS);
    return new Certificate(
        arn,
        domain,
        alternativeNames,
        "ISSUED",
        type,
        keyAlgorithm,
        createdAt,
        Optional.of(from),
        Optional.of(from.plus(VALIDITY)),
        Optional.of(at),
        request);
  }

  /** The certificate when nobody has shown to own its names in time. */
  Certificate timedOut() {
    return new Certificate(
        arn,
        domain,
        alternativeNames,
        TIMED_OUT,
        type,
        keyAlgorithm,
        createdAt,
        notBefore,
        notAfter,
        issuedAt,
        request);
  }
}
