package portico.preflight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.catalog.Certificate;
import portico.model.EnvironmentSpec;

/** Certificates of HTTPS listeners. */
final class CertificateChecks {
  /** ACM renews its own 60 days ahead; what is nearer to its end needs somebody to look. */
  private static final int SOON_DAYS = 30;

  private CertificateChecks() {}

  /** Certificates of ACM that the listeners name; those of IAM are not ACM's to list. */
  static List<String> arns(EnvironmentSpec spec) {
    return spec.listeners().stream()
        .flatMap(listener -> listener.tls().stream())
        .flatMap(
            tls ->
                Stream.concat(
                    Stream.of(tls.certificateArn()), tls.furtherCertificateArns().stream()))
        .filter(arn -> arn.contains(":acm:"))
        .distinct()
        .toList();
  }

  static List<Check> of(EnvironmentSpec spec, List<Certificate> certificates, Instant now) {
    List<Check> found = new ArrayList<>();
    long fewest = Long.MAX_VALUE;
    List<String> arns = arns(spec);
    for (String arn : arns) {
      Optional<Certificate> known =
          certificates.stream().filter(each -> each.arn().equals(arn)).findFirst();
      if (known.isEmpty()) {
        found.add(Check.of(Finding.CERTIFICATE_GONE, arn));
        continue;
      }
      Certificate certificate = known.get();
      long days = certificate.notAfter().map(end -> Duration.between(now, end).toDays()).orElse(0L);
      if (!certificate.status().equals("ISSUED")) {
        found.add(
            Check.of(Finding.CERTIFICATE_NOT_ISSUED, certificate.domain(), certificate.status()));
      } else if (days < SOON_DAYS) {
        found.add(Check.of(Finding.CERTIFICATE_ENDS_SOON, certificate.domain(), days));
      }
      fewest = Math.min(fewest, days);
    }
    return found.isEmpty()
        ? List.of(Check.of(Finding.CERTIFICATES_ISSUED, arns.size(), fewest))
        : found;
  }
}
