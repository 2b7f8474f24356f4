package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.DomainStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.DomainValidationOption;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.RequestCertificateRequest;
import software.amazon.awssdk.services.acm.model.Tag;
import software.amazon.awssdk.services.acm.model.ValidationMethod;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Certificates that are requested, by the AWS SDK. */
class AcmRequestTest {
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

  private String request(String domain, Consumer<RequestCertificateRequest.Builder> otherwise) {
    RequestCertificateRequest.Builder request =
        RequestCertificateRequest.builder()
            .domainName(domain)
            .validationMethod(ValidationMethod.DNS);
    otherwise.accept(request);
    return simulation.acm.requestCertificate(request.build()).certificateArn();
  }

  private String request(String domain, String... further) {
    return request(
        domain,
        r -> {
          if (further.length > 0) {
            r.subjectAlternativeNames(further);
          }
        });
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  /** The code of a refusal; empty when the request is taken. */
  private static String code(Runnable request) {
    try {
      request.run();
      return "";
    } catch (AwsServiceException refused) {
      return refused.awsErrorDetails().errorCode();
    }
  }

  private String refusal(String domain, String... further) {
    return code(() -> request(domain, further));
  }

  private CertificateDetail describe(String arn) {
    return simulation.acm.describeCertificate(r -> r.certificateArn(arn)).certificate();
  }

  private CertificateStatus status(String arn) {
    return describe(arn).status();
  }

  private void change(ChangeAction action, String zoneName, String arn) {
    String zone =
        simulation.route53.listHostedZones().hostedZones().stream()
            .filter(each -> each.name().equals(zoneName))
            .map(HostedZone::id)
            .findFirst()
            .orElseThrow()
            .replace("/hostedzone/", "");
    for (DomainValidation each : describe(arn).domainValidationOptions()) {
      ResourceRecordSet set =
          ResourceRecordSet.builder()
              .name(each.resourceRecord().name())
              .type(each.resourceRecord().typeAsString())
              .ttl(300L)
              .resourceRecords(
                  ResourceRecord.builder().value(each.resourceRecord().value()).build())
              .build();
      Change change = Change.builder().action(action).resourceRecordSet(set).build();
      simulation.route53.changeResourceRecordSets(
          r -> r.hostedZoneId(zone).changeBatch(batch -> batch.changes(change)));
    }
  }

  /** Makes the records of a certificate. */
  private void validate(String arn) {
    simulation.clock.advance(Simulation.PROVISIONING);
    change(ChangeAction.UPSERT, "example.com.", arn);
  }

  @Test
  void a_request_shows_its_records_after_a_while_and_waits_for_them() {
    String arn = request("api.example.com", "*.api.example.com");

    assertThat(describe(arn).domainValidationOptions())
        .hasSize(2)
        .allMatch(each -> each.resourceRecord() == null);
    simulation.clock.advance(Duration.ofSeconds(1));
    CertificateDetail detail = describe(arn);
    assertThat(detail.status()).isEqualTo(CertificateStatus.PENDING_VALIDATION);
    assertThat(detail.subjectAlternativeNames())
        .containsExactly("api.example.com", "*.api.example.com");
    DomainValidation first = detail.domainValidationOptions().getFirst();
    assertThat(first.validationStatus()).isEqualTo(DomainStatus.PENDING_VALIDATION);
    assertThat(first.resourceRecord().name()).matches("_[0-9a-f]{32}[.]api[.]example[.]com[.]");
    assertThat(first.resourceRecord().value())
        .matches("_[0-9a-f]{32}[.][a-z]{10}[.]acm-validations[.]aws[.]");
    assertThat(detail.domainValidationOptions().getLast().resourceRecord())
        .isEqualTo(first.resourceRecord());
  }

  @Test
  void it_is_issued_once_its_records_are_in_the_public_zone() {
    String arn = request("api.example.com", "www.example.com");
    validate(arn);

    assertThat(status(arn)).isEqualTo(CertificateStatus.PENDING_VALIDATION);
    simulation.clock.advance(Simulation.PROVISIONING);
    CertificateDetail issued = describe(arn);
    assertThat(issued.status()).isEqualTo(CertificateStatus.ISSUED);
    assertThat(Duration.between(issued.notBefore(), issued.notAfter()).toDays()).isEqualTo(198);
    assertThat(issued.domainValidationOptions())
        .extracting(DomainValidation::validationStatus)
        .containsOnly(DomainStatus.SUCCESS);
    assertThat(
            simulation
                .acm
                .listCertificates(r -> r.certificateStatuses(CertificateStatus.ISSUED))
                .certificateSummaryList())
        .anyMatch(each -> each.certificateArn().equals(arn));
  }

  @Test
  void what_is_issued_stays_so_when_its_records_go() {
    String arn = request("api.example.com");
    validate(arn);
    simulation.clock.advance(Simulation.PROVISIONING);
    change(ChangeAction.DELETE, "example.com.", arn);

    assertThat(status(arn)).isEqualTo(CertificateStatus.ISSUED);
  }

  @Test
  void records_that_prove_one_certificate_prove_the_next_of_the_same_names() {
    validate(request("api.example.com"));
    simulation.clock.advance(Simulation.PROVISIONING);
    String second = request("api.example.com");

    assertThat(status(second)).isEqualTo(CertificateStatus.PENDING_VALIDATION);
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(status(second)).isEqualTo(CertificateStatus.ISSUED);
  }

  @Test
  void one_missing_record_is_enough_to_wait_and_after_72_hours_it_is_over() {
    String arn = request("api.example.org");

    simulation.clock.advance(Duration.ofDays(3).minusSeconds(1));
    assertThat(status(arn)).isEqualTo(CertificateStatus.PENDING_VALIDATION);
    simulation.clock.advance(Duration.ofSeconds(1));
    assertThat(status(arn)).isEqualTo(CertificateStatus.VALIDATION_TIMED_OUT);
  }

  @Test
  void a_record_in_a_private_zone_proves_nothing() {
    String arn = request("api.ml.internal");
    simulation.clock.advance(Simulation.PROVISIONING);
    change(ChangeAction.CREATE, "ml.internal.", arn);
    simulation.clock.advance(Duration.ofHours(1));

    assertThat(status(arn)).isEqualTo(CertificateStatus.PENDING_VALIDATION);
  }

  @Test
  void the_same_token_within_an_hour_is_the_same_request() {
    String first = request("api.example.com", r -> r.idempotencyToken("one"));

    assertThat(request("api.example.com", r -> r.idempotencyToken("one"))).isEqualTo(first);
    assertThat(request("api.example.com", r -> r.idempotencyToken("two"))).isNotEqualTo(first);
    assertThat(request("www.example.com", r -> r.idempotencyToken("one"))).isNotEqualTo(first);
    simulation.clock.advance(Duration.ofHours(1));
    assertThat(request("api.example.com", r -> r.idempotencyToken("one"))).isNotEqualTo(first);
    assertThat(Refusal.codeOf(() -> request("a.example.com", r -> r.idempotencyToken("a-b"))))
        .isEqualTo("ValidationException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "a..example.com",
        "-a.example.com",
        "a.*.example.com",
        "a_b.example.com"
      })
  void a_name_has_a_form(String name) {
    assertThat(refusal(name)).isEqualTo("ValidationException");
    assertThat(refusal("api.example.com", name)).isEqualTo("ValidationException");
  }

  @Test
  void the_first_name_has_64_characters_and_a_further_one_253_at_most() {
    String end = ".example.com";
    String label = "a".repeat(64 - end.length());
    String longest = ("a".repeat(60) + ".").repeat(3) + "a".repeat(253 - 183 - end.length()) + end;

    assertThat(refusal(label + end)).isEmpty();
    assertThat(refusal("b" + label + end)).isEqualTo("InvalidDomainValidationOptionsException");
    assertThat(longest).hasSize(253);
    assertThat(refusal("c.example.com", longest)).isEmpty();
    assertThat(refusal("c.example.com", "a" + longest)).isEqualTo("ValidationException");
  }

  @Test
  void ten_names_are_the_quota_and_the_domain_counts_once() {
    List<String> nine = IntStream.range(0, 9).mapToObj("h%d.example.com"::formatted).toList();

    String arn =
        request(
            "api.example.com",
            r ->
                r.subjectAlternativeNames(
                    Stream.concat(nine.stream(), Stream.of("api.example.com")).toList()));
    assertThat(describe(arn).subjectAlternativeNames()).hasSize(10);
    assertThat(
            refusal(
                "x.example.com",
                IntStream.range(0, 10)
                    .mapToObj("h%d.example.com"::formatted)
                    .toArray(String[]::new)))
        .isEqualTo("LimitExceededException");
  }

  @Test
  void keys_tags_and_ways_of_validation_are_checked() {
    assertThat(
            describe(request("a.example.com", r -> r.keyAlgorithm(KeyAlgorithm.EC_PRIME256_V1)))
                .keyAlgorithm())
        .isEqualTo(KeyAlgorithm.EC_PRIME256_V1);
    assertThat(
            Refusal.codeOf(
                () -> request("a.example.com", r -> r.keyAlgorithm(KeyAlgorithm.RSA_1024))))
        .isEqualTo("InvalidParameterException");
    assertThat(Refusal.codeOf(() -> request("a.example.com", r -> r.tags(tag("aws:x", "y")))))
        .isEqualTo("InvalidTagException");
    assertThat(
            Refusal.codeOf(
                () ->
                    request(
                        "a.example.com",
                        r ->
                            r.domainValidationOptions(
                                DomainValidationOption.builder()
                                    .domainName("a.example.com")
                                    .validationDomain("b.org")
                                    .build()))))
        .isEqualTo("InvalidDomainValidationOptionsException");
    String tagged = request("t.example.com", r -> r.tags(tag("team", "ml")));
    assertThat(simulation.acm.listTagsForCertificate(r -> r.certificateArn(tagged)).tags())
        .singleElement()
        .matches(tag -> tag.key().equals("team") && tag.value().equals("ml"));
  }

  private String secure(LoadBalancer balancer, TargetGroup group, String arn) {
    return code(
        () ->
            simulation.elb.createListener(
                r ->
                    r.loadBalancerArn(balancer.loadBalancerArn())
                        .protocol("HTTPS")
                        .port(443)
                        .certificates(Certificate.builder().certificateArn(arn).build())
                        .defaultActions(Simulation.forward(group))));
  }

  @Test
  void a_listener_takes_it_once_it_is_issued_and_then_it_cannot_be_deleted() {
    String arn = request("api.example.com");
    LoadBalancer balancer = simulation.activeBalancer("demo");
    TargetGroup group = simulation.targetGroup("demo", _ -> {});

    assertThat(secure(balancer, group, arn)).isEqualTo("UnsupportedCertificate");
    validate(arn);
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(secure(balancer, group, arn)).isEmpty();
    assertThat(Refusal.codeOf(() -> simulation.acm.deleteCertificate(r -> r.certificateArn(arn))))
        .isEqualTo("ResourceInUseException");

    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
    simulation.acm.deleteCertificate(r -> r.certificateArn(arn));
    assertThat(Refusal.codeOf(() -> describe(arn))).isEqualTo("ResourceNotFoundException");
    assertThat(secure(simulation.activeBalancer("other"), group, arn))
        .isEqualTo("CertificateNotFound");
  }
}
