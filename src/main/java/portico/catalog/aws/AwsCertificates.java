package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ACM;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.catalog.Certificate;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ResourceNotFoundException;

/** Certificates of ACM. */
final class AwsCertificates {
  private final AwsClients clients;

  AwsCertificates(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * All certificates, of every status and key type: ACM lists only RSA 2048 unless every type is
   * named (API_Filters).
   */
  List<Certificate> all(AwsCall call) {
    var summaries =
        call.of(
            ACM,
            "ListCertificates",
            () ->
                clients
                    .acm()
                    .listCertificatesPaginator(
                        request ->
                            request
                                .certificateStatuses(CertificateStatus.knownValues())
                                .includes(filters -> filters.keyTypes(KeyAlgorithm.knownValues())))
                    .certificateSummaryList()
                    .stream()
                    .toList());
    return summaries.stream()
        .flatMap(summary -> certificate(call, summary).stream())
        .sorted(Comparator.comparing(Certificate::domain).thenComparing(Certificate::arn))
        .toList();
  }

  /** The list says it all, except for old certificates and those with more than a hundred names. */
  private Optional<Certificate> certificate(AwsCall call, CertificateSummary summary) {
    boolean whole =
        summary.status() != null
            && summary.notAfter() != null
            && !summary.subjectAlternativeNameSummaries().isEmpty()
            && !Boolean.TRUE.equals(summary.hasAdditionalSubjectAlternativeNames());
    return whole
        ? Optional.of(
            new Certificate(
                summary.certificateArn(),
                summary.domainName(),
                summary.subjectAlternativeNameSummaries(),
                summary.statusAsString(),
                Optional.of(summary.notAfter())))
        : described(call, summary.certificateArn());
  }

  private Optional<Certificate> described(AwsCall call, String arn) {
    try {
      var detail =
          call.of(
                  ACM,
                  "DescribeCertificate",
                  () -> clients.acm().describeCertificate(request -> request.certificateArn(arn)))
              .certificate();
      return Optional.of(
          new Certificate(
              arn,
              detail.domainName(),
              detail.subjectAlternativeNames(),
              detail.statusAsString(),
              Optional.ofNullable(detail.notAfter())));
    } catch (ResourceNotFoundException e) {
      // Deleted since it was listed.
      return Optional.empty();
    }
  }
}
