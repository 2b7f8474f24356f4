package portico.text;

import portico.catalog.RequestedCertificate;
import portico.model.CertificateNameFault;
import portico.model.CertificateNames;

/** Requests for certificates in words. */
public final class CertificateText {
  private final Words words;

  public CertificateText(Words words) {
    this.words = words;
  }

  /** What is wrong with a name. */
  public String of(CertificateNameFault fault, String name) {
    return switch (fault) {
      case MISSING -> words.get("certificate-fault.missing");
      case TOO_LONG -> words.get("certificate-fault.too-long", CertificateNames.NAME_MAX);
      case FIRST_TOO_LONG ->
          words.get("certificate-fault.first-too-long", CertificateNames.FIRST_NAME_MAX);
      case WILDCARD_PLACE -> words.get("certificate-fault.wildcard-place", name.strip());
      case FORM -> words.get("certificate-fault.form", name.strip());
    };
  }

  /** How far a request has come, and what to do next. */
  public Message of(RequestedCertificate certificate) {
    String key =
        switch (certificate.status()) {
          case "PENDING_VALIDATION" -> "certificate-pending";
          case "ISSUED" -> "certificate-issued";
          case "VALIDATION_TIMED_OUT" -> "certificate-timed-out";
          case "FAILED" -> failure(certificate.failureReason().orElse(""));
          default -> "certificate-other";
        };
    Object[] facts = {
      certificate.domain(), certificate.failureReason().orElse(certificate.status())
    };
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }

  private static String failure(String reason) {
    return switch (reason) {
      case "CAA_ERROR" -> "certificate-caa";
      case "DOMAIN_NOT_ALLOWED", "INVALID_PUBLIC_DOMAIN" -> "certificate-not-public";
      default -> "certificate-failed";
    };
  }
}
