package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ACM;
import static portico.catalog.aws.AwsService.ROUTE53;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.catalog.Answer;
import portico.catalog.CertificateRequests;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;
import portico.catalog.ValidationPlan.Placed;
import portico.catalog.ValidationRecord;
import portico.model.CertificateNames;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DomainStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.RequestCertificateRequest;
import software.amazon.awssdk.services.acm.model.ValidationMethod;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Requests for certificates through the AWS SDK. */
final class AwsCertificateRequests implements CertificateRequests {
  private static final String COMMENT = "Validation of a certificate, written by Portico";

  /** ACM takes 32 word characters at most as a token. */
  private static final int TOKEN_LENGTH = 32;

  private final AwsClients clients;

  AwsCertificateRequests(AwsClients clients) {
    this.clients = clients;
  }

  @Override
  public Answer<String> request(CertificateNames names) {
    return AwsCall.answer(
        clients,
        ACM,
        "RequestCertificate",
        call ->
            call.of(
                ACM,
                "RequestCertificate",
                () -> clients.acm().requestCertificate(wanted(names)).certificateArn()));
  }

  private static RequestCertificateRequest wanted(CertificateNames names) {
    var request =
        RequestCertificateRequest.builder()
            .domainName(names.domain())
            .validationMethod(ValidationMethod.DNS)
            .idempotencyToken(token(names));
    return (names.further().isEmpty() ? request : request.subjectAlternativeNames(names.further()))
        .build();
  }

  private static String token(CertificateNames names) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] all = String.join(" ", names.all()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(all)).substring(0, TOKEN_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public Answer<RequestedCertificate> state(String arn) {
    return AwsCall.answer(
        clients,
        ACM,
        "DescribeCertificate",
        call ->
            state(
                call.of(
                        ACM,
                        "DescribeCertificate",
                        () ->
                            clients
                                .acm()
                                .describeCertificate(request -> request.certificateArn(arn)))
                    .certificate()));
  }

  private static RequestedCertificate state(CertificateDetail detail) {
    return new RequestedCertificate(
        detail.certificateArn(),
        detail.domainName(),
        detail.statusAsString(),
        detail.domainValidationOptions().stream().map(AwsCertificateRequests::name).toList(),
        Optional.ofNullable(detail.failureReasonAsString()));
  }

  private static RequestedCertificate.Name name(DomainValidation each) {
    return new RequestedCertificate.Name(
        each.domainName(),
        each.validationStatus() == DomainStatus.SUCCESS,
        Optional.ofNullable(each.resourceRecord())
            .map(
                record ->
                    new ValidationRecord(record.name(), record.typeAsString(), record.value())));
  }

  @Override
  public Answer<ValidationPlan> plan(List<ValidationRecord> records) {
    return AwsCall.answer(
        clients,
        ROUTE53,
        "ListHostedZones",
        call -> ValidationPlan.of(records, new AwsZones(clients).all(call)));
  }

  @Override
  public Answer<Integer> write(List<Placed> records) {
    Map<String, List<Change>> byZone =
        records.stream()
            .distinct()
            .collect(
                Collectors.groupingBy(
                    each -> each.zone().id(),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        each -> upsert(each.record()), Collectors.<Change>toList())));
    return AwsCall.answer(
        clients,
        ROUTE53,
        "ChangeResourceRecordSets",
        call -> {
          byZone.forEach((zone, changes) -> write(call, zone, changes));
          return byZone.values().stream().mapToInt(List::size).sum();
        });
  }

  private void write(AwsCall call, String zone, List<Change> changes) {
    call.of(
        ROUTE53,
        "ChangeResourceRecordSets",
        () ->
            clients
                .route53()
                .changeResourceRecordSets(
                    request ->
                        request
                            .hostedZoneId(zone)
                            .changeBatch(batch -> batch.comment(COMMENT).changes(changes))));
  }

  private static Change upsert(ValidationRecord record) {
    return Change.builder()
        .action(ChangeAction.UPSERT)
        .resourceRecordSet(
            ResourceRecordSet.builder()
                .name(record.name())
                .type(record.type())
                .ttl(ValidationRecord.TTL_SECONDS)
                .resourceRecords(ResourceRecord.builder().value(record.value()).build())
                .build())
        .build();
  }

  @Override
  public void close() {
    clients.close();
  }
}
