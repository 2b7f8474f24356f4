package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire itself: hosts, credentials, forms of errors. */
class ProtocolTest {
  @TempDir private Path folder;
  private SimulatedAws aws;
  private RawHttp http;

  @BeforeEach
  void start() throws Exception {
    aws = SimulatedAws.start(folder, SimulationSettings.defaults());
    http = new RawHttp(aws.endpoint());
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private static String signed(String service) {
    return "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20261120/us-west-2/%s/aws4_request, SignedHeaders=host, Signature=0\r\n"
        .formatted(service);
  }

  private RawHttp.Answer call(String service, String form) {
    return http.post("127.0.0.1", signed(service), form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:4566",
        "127.0.0.1",
        "127.0.0.2:80",
        "ec2.localhost",
        "[::1]:80"
      })
  void loopback_hosts_are_served(String host) {
    assertThat(
            http.post(host, signed("sts"), "Action=GetCallerIdentity&Version=2011-06-15").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        ""
      })
  void other_hosts_are_refused(String host) {
    assertThat(
            http.post(host, signed("sts"), "Action=GetCallerIdentity&Version=2011-06-15").status())
        .isIn(400, 403);
  }

  @Test
  void ec2_answers_and_refuses_in_its_own_dialect() {
    assertThat(call("ec2", "Action=DescribeRegions&Version=2016-11-15").body())
        .contains("<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">")
        .contains("<requestId>");
    RawHttp.Answer refusal = call("ec2", "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-1");
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.body())
        .contains("<Response><Errors><Error><Code>InvalidVpcID.NotFound</Code>")
        .contains("<RequestID>");
  }

  @Test
  void elastic_load_balancing_answers_and_refuses_in_the_query_form() {
    assertThat(call("elasticloadbalancing", "Action=DescribeLoadBalancers").body())
        .contains("<DescribeLoadBalancersResult><LoadBalancers></LoadBalancers>")
        .contains("<ResponseMetadata><RequestId>");
    assertThat(call("elasticloadbalancing", "Action=DescribeLoadBalancers&Names.member.1=x").body())
        .contains("<ErrorResponse xmlns=")
        .contains("<Type>Sender</Type><Code>LoadBalancerNotFound</Code>");
  }

  @ParameterizedTest
  @CsvSource({
    "Action=DescribeVpcs&Version=2016-11-15, <Response><Errors>",
    "Action=GetCallerIdentity&Version=2011-06-15, sts.amazonaws.com",
    "Action=DescribeTags&Version=2015-12-01, elasticloadbalancing.amazonaws.com"
  })
  void without_credentials_nothing_is_told(String form, String shape) {
    RawHttp.Answer answer = http.post("127.0.0.1", "", form);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("MissingAuthenticationToken", shape);
  }

  @Test
  void json_services_refuse_in_json() {
    RawHttp.Answer unsigned =
        http.post("127.0.0.1", "X-Amz-Target: CertificateManager.ListCertificates\r\n", "{}");
    assertThat(unsigned.status()).isEqualTo(400);
    assertThat(unsigned.body()).contains("\"__type\":\"MissingAuthenticationTokenException\"");

    String target = "X-Amz-Target: CertificateManager.ListCertificates\r\n";
    assertThat(http.post("127.0.0.1", signed("acm") + target, "{not json").body())
        .contains("SerializationException");
  }

  @ParameterizedTest
  @CsvSource({
    "ec2, RunInstances",
    "elasticloadbalancing, CreateTrustStore",
    "sts, GetFederationToken"
  })
  void operations_that_are_not_simulated_say_so(String service, String action) {
    assertThat(call(service, "Action=" + action).body()).contains("InvalidAction", action);
  }

  @Test
  void a_service_that_is_not_simulated_says_so() {
    assertThat(call("sqs", "").body()).contains("UnknownService");
  }

  @Test
  void numbers_and_encodings_that_cannot_be_read_are_refused() {
    assertThat(call("ec2", "Action=DescribeVpcs&MaxResults=many").body())
        .contains("MalformedInput");
    assertThat(call("ec2", "Action=DescribeVpcs&VpcId.1=%zz").status()).isEqualTo(400);
  }

  @Test
  void texts_are_escaped_in_answers() {
    assertThat(call("ec2", "Action=DescribeVpcs&VpcId.1=%3Cscript%3E%26").body())
        .contains("&lt;script&gt;&amp;")
        .doesNotContain("<script>");
  }

  @Test
  void a_request_larger_than_a_megabyte_is_refused() {
    assertThat(call("ec2", "Action=" + "x".repeat(1024 * 1024)).status()).isEqualTo(413);
  }
}
