package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import portico.catalog.Certificate;
import portico.model.ListenerSpec;
import portico.model.TlsSpec;
import portico.spec.ListenerDraft.TlsDraft;
import portico.spec.SpecDraft.CertificateChoice;
import portico.spec.SpecFault.Thing;

/** Finds the certificates that a draft means among those of its region. */
final class CertificateFinder {
  private static final String ISSUED = "ISSUED";

  private final String region;
  private final List<Certificate> certificates;
  private final SpecPositions positions;
  private final Problems problems;

  CertificateFinder(
      String region, List<Certificate> certificates, SpecPositions positions, Problems problems) {
    this.region = region;
    this.certificates = certificates;
    this.positions = positions;
    this.problems = problems;
  }

  /** Whether any of the listeners names a certificate by its domain. */
  static boolean isNeeded(List<ListenerDraft> listeners) {
    return listeners.stream()
        .flatMap(listener -> listener.tls().stream())
        .flatMap(tls -> Stream.concat(Stream.of(tls.certificate()), tls.further().stream()))
        .anyMatch(CertificateChoice.ByDomain.class::isInstance);
  }

  /** The listener with its certificates; those that are not found are noted. */
  ListenerSpec found(String field, ListenerDraft listener) {
    return listener.by(listener.tls().map(tls -> tls(field + ".tls", tls)));
  }

  private TlsSpec tls(String field, TlsDraft tls) {
    String certificate =
        arn(positions.inText(field + ".certificateArn"), tls.certificate()).orElse("");
    List<String> further = new ArrayList<>();
    String list = positions.inText(field + ".furtherCertificateArns");
    for (int index = 0; index < tls.further().size(); index++) {
      arn(list + "[" + index + "]", tls.further().get(index)).ifPresent(further::add);
    }
    return new TlsSpec(tls.policy(), certificate, further);
  }

  private Optional<String> arn(String field, CertificateChoice choice) {
    return switch (choice) {
      case CertificateChoice.ByArn(String arn) -> Optional.of(arn);
      case CertificateChoice.ByDomain(String domain) -> byDomain(field, domain);
    };
  }

  /** One that names the domain itself is preferred to a wildcard's. */
  private Optional<String> byDomain(String field, String domain) {
    String wanted = domain.toLowerCase(Locale.ROOT);
    List<Certificate> covering = certificates.stream().filter(each -> each.covers(wanted)).toList();
    List<Certificate> issued =
        covering.stream().filter(each -> each.status().equals(ISSUED)).toList();
    if (issued.isEmpty() && !covering.isEmpty()) {
      List<String> statuses = covering.stream().map(Certificate::status).distinct().toList();
      problems.add(field, new SpecFault.NotIssued(domain, statuses));
      return Optional.empty();
    }
    List<Certificate> exact =
        issued.stream().filter(each -> names(each).anyMatch(wanted::equals)).toList();
    return problems
        .only(
            field,
            new Wanted(Thing.CERTIFICATE, domain, region),
            exact.isEmpty() ? issued : exact,
            Certificate::arn)
        .map(Certificate::arn);
  }

  private static Stream<String> names(Certificate certificate) {
    return Stream.concat(Stream.of(certificate.domain()), certificate.alternativeNames().stream())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }
}
