package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.failure;
import static portico.testing.Answers.value;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.CertificateRequests;
import portico.catalog.CertificateWait;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;
import portico.model.CertificateNames;
import portico.testing.AwsFixture;
import portico.testing.SimulatedAwsServer;

/** The way of a request for a certificate, against the simulated AWS. */
class CertificateRequestsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private SimulatedAwsServer aws;
  private CertificateRequests requests;

  @BeforeEach
  void start() {
    aws = new SimulatedAwsServer(folder);
    requests = catalogs().certificates(AwsFixture.endpoint(aws.uri()), AwsFixture.REGION);
  }

  private static AwsCatalogs catalogs() {
    return new AwsCatalogs(AwsFixture.NO_PRACTICE, AwsFixture.isolated());
  }

  @AfterEach
  void stop() {
    requests.close();
    aws.close();
  }

  private RequestedCertificate recorded(String domain, String... further) {
    String arn = value(requests.request(new CertificateNames(domain, List.of(further))));
    return value(CertificateWait.until(requests, arn, RequestedCertificate::knowsRecords, LIMIT));
  }

  @Test
  void it_is_requested_proven_in_route_53_issued_and_listed() {
    RequestedCertificate asked =
        recorded("api.example.com", "*.api.example.com", "www.example.com");
    ValidationPlan plan = value(requests.plan(asked.records()));

    assertThat(asked.isPending()).isTrue();
    assertThat(asked.records()).hasSize(2);
    assertThat(plan.writable()).allMatch(each -> each.zone().name().equals("example.com"));
    assertThat(plan.elsewhere()).isEmpty();
    assertThat(value(requests.write(plan.writable()))).isEqualTo(2);
    assertThat(value(requests.write(plan.writable()))).isEqualTo(2);
    RequestedCertificate issued =
        value(CertificateWait.until(requests, asked.arn(), RequestedCertificate::isIssued, LIMIT));
    assertThat(issued.isIssued()).isTrue();
    assertThat(issued.names()).allMatch(RequestedCertificate.Name::proven);
    try (var catalog = catalogs().open(AwsFixture.endpoint(aws.uri()), AwsFixture.REGION)) {
      assertThat(value(catalog.certificates()))
          .filteredOn(each -> each.arn().equals(asked.arn()))
          .singleElement()
          .extracting(Certificate::status)
          .isEqualTo("ISSUED");
    }
  }

  @Test
  void the_same_names_again_are_the_same_request() {
    CertificateNames names = new CertificateNames("api.example.com", List.of("www.example.com"));

    assertThat(value(requests.request(names))).isEqualTo(value(requests.request(names)));
    assertThat(value(requests.request(new CertificateNames("www.example.com", List.of()))))
        .isNotEqualTo(value(requests.request(names)));
  }

  @Test
  void a_domain_without_a_zone_is_proven_elsewhere() {
    RequestedCertificate asked = recorded("api.example.org");
    ValidationPlan plan = value(requests.plan(asked.records()));

    assertThat(plan.writable()).isEmpty();
    assertThat(plan.elsewhere()).isEqualTo(asked.records());
  }

  @Test
  void a_wait_ends_with_its_limit_and_tells_the_last_state() {
    String arn = value(requests.request(new CertificateNames("api.example.org", List.of())));

    assertThat(
            value(
                    CertificateWait.until(
                        requests, arn, RequestedCertificate::isIssued, Duration.ofMillis(300)))
                .status())
        .isEqualTo("PENDING_VALIDATION");
  }

  @Test
  void what_acm_does_not_know_is_a_failure() {
    String arn = "arn:aws:acm:us-west-2:123456789012:certificate/none";

    assertThat(failure(CertificateWait.until(requests, arn, RequestedCertificate::isIssued, LIMIT)))
        .isInstanceOfSatisfying(
            CatalogFailure.ServiceError.class,
            error -> assertThat(error.code()).isEqualTo("ResourceNotFoundException"));
  }
}
