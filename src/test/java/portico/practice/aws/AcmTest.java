package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;

/** Certificates as ACM tells of them. */
class AcmTest {
  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private CertificateDetail describe(String domain) {
    String arn =
        simulation.acm.listCertificates().certificateSummaryList().stream()
            .filter(each -> each.domainName().equals(domain))
            .map(CertificateSummary::certificateArn)
            .findFirst()
            .orElseThrow();
    return simulation.acm.describeCertificate(r -> r.certificateArn(arn)).certificate();
  }

  @Test
  void there_is_a_certificate_in_every_state_worth_meeting() {
    assertThat(describe("demo.example.com").status()).isEqualTo(CertificateStatus.ISSUED);
    assertThat(describe("*.ml.example.com").subjectAlternativeNames())
        .containsExactly("*.ml.example.com", "ml.example.com");
    assertThat(describe("old.example.com").status()).isEqualTo(CertificateStatus.EXPIRED);
    assertThat(describe("new.example.com").status())
        .isEqualTo(CertificateStatus.PENDING_VALIDATION);
    assertThat(describe("new.example.com").notAfter()).isNull();
  }

  @Test
  void an_issued_certificate_expires_as_time_passes() {
    simulation.clock.advance(Duration.ofDays(10).minusSeconds(1));
    assertThat(describe("soon.example.com").status()).isEqualTo(CertificateStatus.ISSUED);

    simulation.clock.advance(Duration.ofSeconds(1));
    assertThat(describe("soon.example.com").status()).isEqualTo(CertificateStatus.EXPIRED);
  }

  @Test
  void certificates_come_in_pages_and_by_status() {
    assertThat(
            simulation.acm.listCertificatesPaginator(r -> r.maxItems(2)).certificateSummaryList())
        .hasSize(5);
    assertThat(
            simulation
                .acm
                .listCertificates(r -> r.certificateStatuses(CertificateStatus.ISSUED))
                .certificateSummaryList())
        .hasSize(3);
  }

  @Test
  void a_certificate_that_does_not_exist_is_refused() {
    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.acm.describeCertificate(
                        r ->
                            r.certificateArn(
                                "arn:aws:acm:us-west-2:123456789012:certificate/none"))))
        .isEqualTo("ResourceNotFoundException");
  }
}
