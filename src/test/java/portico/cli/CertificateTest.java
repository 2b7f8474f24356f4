package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.testing.FakeCertificateRequests;

/** Certificates requested at the command line. */
class CertificateTest {
  private static final String ARN = "arn:aws:acm:us-west-2:123456789012:certificate/1";

  private final CliRun cli = new CliRun();
  private final FakeCertificateRequests acm = cli.fakes.catalogs.requests;

  private int request(String... more) {
    return cli.run(
        Stream.concat(
                Stream.of("certificate", "request", "--practice", "--domain", "api.example.com"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void a_request_shows_its_records_and_writes_none() {
    assertThat(request("--also", "*.api.example.com", "--also", "www.example.com")).isZero();

    assertThat(acm.requested.getFirst().all())
        .containsExactly("api.example.com", "*.api.example.com", "www.example.com");
    assertThat(cli.out())
        .contains("_0123456789abcdef0123456789abcdef.api.example.com.")
        .contains("_0123456789abcdef0123456789abcdef.www.example.com.")
        .contains("CNAME", "acm-validations.aws.", "waits until its DNS records are seen");
    assertThat(acm.written).isEmpty();
  }

  @Test
  void with_route53_what_is_written_is_told_first() {
    assertThat(request("--route53")).isZero();

    assertThat(acm.written).hasSize(1);
    assertThat(cli.err())
        .containsSubsequence(
            "Into hosted zone example.com (Z0EXAMPLE), for 300 s: _0123456789abcdef",
            "Written to Route 53: 1.");
  }

  @Test
  void a_name_of_no_zone_is_told_and_fails() {
    acm.zones = List.of();

    assertThat(request("--route53")).isEqualTo(1);
    assertThat(acm.written).isEmpty();
    assertThat(cli.err())
        .contains("No public hosted zone of the account holds this name")
        .contains("Not every record could be written to Route 53.");
  }

  @Test
  void as_json_it_has_arn_status_and_records() {
    assertThat(request("--route53", "--json")).isZero();

    assertThat(cli.json().path("outcome").asString("")).isEqualTo("succeeded");
    assertThat(cli.json().path("arn").asString("")).startsWith("arn:aws:acm:");
    assertThat(cli.json().path("status").asString("")).isEqualTo("PENDING_VALIDATION");
    assertThat(cli.json().path("records").path(0).path("type").asString("")).isEqualTo("CNAME");
    assertThat(cli.json().path("written").path(0).path("zone_id").asString(""))
        .isEqualTo("Z0EXAMPLE");
    assertThat(cli.out().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ISSUED, 0, is issued",
    "VALIDATION_TIMED_OUT, 1, within 72 hours",
    "REVOKED, 1, REVOKED",
    "FAILED, 1, ACM refused"
  })
  void the_status_says_how_far_it_is(String status, int code, String words) {
    acm.states.put(ARN, FakeCertificateRequests.pending(ARN, List.of("api.example.com")));
    acm.become(ARN, status);

    assertThat(cli.run("certificate", "status", ARN, "--practice", "--wait", "1")).isEqualTo(code);
    assertThat(cli.out()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"localhost, is no domain name", "a.*.example.com, an asterisk stands alone"})
  void a_wrong_name_is_refused_before_anything_is_asked(String name, String words) {
    assertThat(cli.run("certificate", "request", "--practice", "--domain", name)).isEqualTo(2);
    assertThat(request("--also", name)).isEqualTo(2);

    assertThat(cli.err()).contains(words);
    assertThat(acm.requested).isEmpty();
  }

  @Test
  void more_names_than_the_usual_quota_are_remarked_and_tried() {
    String[] also =
        IntStream.range(0, 10)
            .boxed()
            .flatMap(each -> Stream.of("--also", "h%d.example.com".formatted(each)))
            .toArray(String[]::new);

    assertThat(request(also)).isZero();
    assertThat(cli.err()).contains("These are 11 names. AWS allows 10");
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1441, 2"})
  void a_wait_has_limits(String minutes, int code) {
    assertThat(request("--wait", minutes)).isEqualTo(code);
    assertThat(acm.requested).isEmpty();
  }

  @Test
  void what_aws_refuses_is_told() {
    acm.failure = Optional.of(new CatalogFailure.AccessDenied("acm:RequestCertificate", "no"));

    assertThat(request()).isEqualTo(1);
    assertThat(cli.err()).contains("acm:RequestCertificate");
  }
}
