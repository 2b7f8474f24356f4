package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static portico.testing.Answers.failure;
import static portico.testing.Answers.value;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.CatalogFailure.AccessDenied;
import portico.catalog.CatalogFailure.ExpiredCredentials;
import portico.catalog.CatalogFailure.InvalidCredentials;
import portico.catalog.CatalogFailure.RegionNotEnabled;
import portico.catalog.CatalogFailure.ServiceError;
import portico.catalog.CatalogFailure.Throttled;
import portico.catalog.CatalogFailure.Unreachable;
import portico.catalog.CloudAccount;
import portico.catalog.Vpc;
import portico.testing.AwsFixture;
import portico.testing.ScriptedAws;

/** What the catalogue makes of AWS's answers, and of none, over real HTTP. */
class ScriptedCatalogTest {
  private static final String VPC =
      """
      <item><vpcId>%s</vpcId><cidrBlock>10.0.0.0/16</cidrBlock><isDefault>false</isDefault></item>
      """;
  private static final String VPCS =
      "<DescribeVpcsResponse><vpcSet>%s</vpcSet>%s</DescribeVpcsResponse>";

  private final ScriptedAws aws;
  private final Catalog catalog;

  ScriptedCatalogTest() throws IOException {
    aws = new ScriptedAws();
    catalog = catalog(aws.uri());
  }

  @AfterEach
  void stop() {
    catalog.close();
    aws.close();
  }

  private static Catalog catalog(URI uri) {
    return catalog(uri, AwsFixture.once());
  }

  private static Catalog catalog(URI uri, AwsSettings settings) {
    return new AwsCatalogs(AwsFixture.NO_PRACTICE, settings)
        .open(AwsFixture.endpoint(uri), AwsFixture.REGION);
  }

  @Test
  void reads_every_page() {
    aws.on("DescribeVpcs", 200, VPCS.formatted(VPC.formatted("vpc-1"), "<nextToken>t2</nextToken>"))
        .on(
            "DescribeVpcs",
            200,
            VPCS.formatted(VPC.formatted("vpc-2"), "<nextToken>t3</nextToken>"))
        .on("DescribeVpcs", 200, VPCS.formatted(VPC.formatted("vpc-3"), ""));

    assertThat(value(catalog.vpcs()))
        .extracting(Vpc::id)
        .containsExactly("vpc-1", "vpc-2", "vpc-3");
    assertThat(aws.requests().get(2)).contains("NextToken=t3");
  }

  @Test
  void an_expired_token_of_ec2_and_of_sts_is_expired_credentials() {
    aws.ec2Error("DescribeVpcs", 400, "RequestExpired", "Request has expired.")
        .queryError("GetCallerIdentity", 403, "ExpiredToken", "The token is expired");
    var expired = new ExpiredCredentials(Optional.empty(), false);

    assertThat(failure(catalog.vpcs())).isEqualTo(expired);
    assertThat(failure(catalog.callerIdentity())).isEqualTo(expired);
  }

  @Test
  void a_denied_call_in_the_middle_of_a_question_is_named() {
    aws.on("DescribeAvailabilityZones", 200, "<DescribeAvailabilityZonesResponse/>")
        .ec2Error(
            "DescribeRouteTables",
            403,
            "UnauthorizedOperation",
            "You are not authorized to perform this operation.");

    assertThat(failure(catalog.subnets("vpc-1")))
        .isEqualTo(
            new AccessDenied(
                "ec2:DescribeRouteTables", "You are not authorized to perform this operation."));
  }

  @Test
  void each_protocol_tells_that_a_call_is_denied() {
    aws.queryError("DescribeLoadBalancers", 403, "AccessDenied", "no")
        .jsonError("ListCertificates", 400, "AccessDeniedException", "no");

    assertThat(failure(catalog.loadBalancer("a")))
        .isEqualTo(new AccessDenied("elasticloadbalancing:DescribeLoadBalancers", "no"));
    assertThat(failure(catalog.certificates()))
        .isEqualTo(new AccessDenied("acm:ListCertificates", "no"));
  }

  @Test
  void unknown_keys_are_invalid_credentials() {
    aws.queryError("GetCallerIdentity", 403, "InvalidClientTokenId", "The token is invalid.")
        .jsonError("ListCertificates", 400, "UnrecognizedClientException", "The token is invalid.");

    assertThat(failure(catalog.callerIdentity()))
        .isEqualTo(new InvalidCredentials(Optional.empty(), "InvalidClientTokenId"));
    assertThat(failure(catalog.certificates()))
        .isEqualTo(new InvalidCredentials(Optional.empty(), "UnrecognizedClientException"));
  }

  @Test
  void a_region_that_is_not_enabled_is_told() {
    aws.ec2Error("DescribeVpcs", 401, "OptInRequired", "You are not subscribed");

    assertThat(failure(catalog.vpcs())).isEqualTo(new RegionNotEnabled(AwsFixture.REGION));
  }

  @Test
  void throttling_is_told_after_the_last_try() {
    aws.ec2Error("DescribeVpcs", 503, "RequestLimitExceeded", "Request limit exceeded.");

    assertThat(failure(catalog.vpcs())).isEqualTo(new Throttled("ec2:DescribeVpcs"));
  }

  @Test
  void a_page_of_a_proxy_instead_of_an_answer_is_a_service_error_with_its_status() {
    aws.on("DescribeVpcs", 502, "<html>Bad gateway</html>");

    assertThat(failure(catalog.vpcs()))
        .isInstanceOfSatisfying(
            ServiceError.class,
            error -> {
              assertThat(error.action()).isEqualTo("ec2:DescribeVpcs");
              assertThat(error.code()).isEqualTo("HTTP 502");
            });
  }

  @Test
  void a_closed_port_is_unreachable() throws IOException {
    URI closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    try (var nobody = catalog(closed)) {
      assertThat(failure(nobody.vpcs()))
          .isInstanceOfSatisfying(
              Unreachable.class,
              reached -> {
                assertThat(reached.endpoint()).isEqualTo(closed);
                assertThat(reached.detail()).contains("refused");
              });
    }
  }

  @Test
  void a_port_that_accepts_and_never_answers_is_unreachable_within_the_limits() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var nobody =
            catalog(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()), AwsFixture.impatient())) {
      long before = System.nanoTime();

      assertThat(failure(nobody.vpcs())).isInstanceOf(Unreachable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void a_catalogue_that_was_closed_fails_and_may_be_closed_again() {
    catalog.close();
    catalog.close();

    assertThat(failure(catalog.vpcs())).isInstanceOf(ServiceError.class);
  }

  @Test
  void an_interrupted_question_ends_at_once_and_leaves_the_thread_interrupted() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var nobody = catalog(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
      Thread.currentThread().interrupt();
      CatalogFailure failure = failure(nobody.vpcs());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void certificates_that_the_list_does_not_tell_whole_are_described() {
    aws.on(
            "ListCertificates",
            200,
            """
            {"CertificateSummaryList":[
              {"CertificateArn":"arn:whole","DomainName":"a.example.com","Status":"ISSUED",
               "NotAfter":1900000000,"SubjectAlternativeNameSummaries":["a.example.com"]},
              {"CertificateArn":"arn:pending","DomainName":"b.example.com"}]}
            """)
        .on(
            "DescribeCertificate",
            200,
            """
            {"Certificate":{"CertificateArn":"arn:pending","DomainName":"b.example.com",
              "Status":"PENDING_VALIDATION","SubjectAlternativeNames":["b.example.com","c.example.com"]}}
            """);

    var certificates = value(catalog.certificates());

    assertThat(certificates)
        .extracting(certificate -> certificate.status())
        .containsExactly("ISSUED", "PENDING_VALIDATION");
    assertThat(certificates.getFirst().notAfter()).isPresent();
    assertThat(certificates.getLast().alternativeNames())
        .containsExactly("b.example.com", "c.example.com");
    assertThat(aws.asked()).containsExactly("ListCertificates", "DescribeCertificate");
  }

  @Test
  void the_simulated_aws_is_asked_for_its_address_only_when_it_is_called() {
    var catalogs =
        new AwsCatalogs(
            () -> {
              throw new IllegalStateException("asked");
            },
            AwsFixture.once());

    try (var practice = catalogs.open(new CloudAccount.Practice(), AwsFixture.REGION)) {
      assertThat(failure(practice.vpcs()))
          .isInstanceOfSatisfying(
              ServiceError.class, error -> assertThat(error.message()).isEqualTo("asked"));
    }
  }

  @Test
  void practice_calls_with_fixed_placeholder_credentials() {
    aws.on("DescribeVpcs", 200, VPCS.formatted("", ""));
    var clients =
        AwsClients.open(
            new CloudAccount.Practice(), AwsFixture.REGION, aws::uri, AwsFixture.once());
    try (var practice = new AwsCatalog(clients)) {
      assertThat(value(practice.vpcs())).isEqualTo(List.of());
    }
    assertThat(aws.credentialScopes()).allMatch(scope -> scope.startsWith("PRACTICE/"));
    assertThatThrownBy(clients::ec2).isInstanceOf(IllegalStateException.class);
  }
}
