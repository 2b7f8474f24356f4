package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** The simulated S3, and how Elastic Load Balancing looks at its buckets. */
class S3Test {
  private static final String HERE =
      "<CreateBucketConfiguration><LocationConstraint>us-west-2</LocationConstraint>"
          + "</CreateBucketConfiguration>";
  private static final String SERVICE =
      "{'Service':'logdelivery.elasticloadbalancing.amazonaws.com'}";
  private static final String LEGACY = "{'AWS':'arn:aws:iam::797873946194:root'}";
  private static final String OBJECTS = "arn:aws:s3:::my-logs/alb/AWSLogs/123456789012/*";

  private static final String DENIED = "InvalidConfigurationRequest";

  @TempDir private Path folder;
  private Simulation simulation;
  private SignedHttp http;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
    http = new SignedHttp(simulation.aws.endpoint());
  }

  @AfterEach
  void stop() {
    http.close();
    simulation.close();
  }

  private String code(String method, String path, String body) {
    SignedHttp.Answer answer = http.rest("s3", method, path, body);
    return answer.status() < 300 ? "" : answer.element("Code");
  }

  private String get(String path) {
    return http.rest("s3", "GET", path, "").body();
  }

  private void bucket() {
    assertThat(code("PUT", "/my-logs", HERE)).isEmpty();
  }

  private static String policy(String effect, String principal, String resource, String more) {
    return "{'Version':'2012-10-17','Statement':[%s]}"
        .formatted(statement(effect, principal, resource, more));
  }

  private static String statement(String effect, String principal, String resource, String more) {
    return "{'Effect':'%s','Principal':%s,'Action':'s3:PutObject','Resource':'%s'%s}"
        .formatted(effect, principal, resource, more);
  }

  /** The code by which logs are refused; empty when they are written. */
  private String logging() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    try {
      simulation.elb.modifyLoadBalancerAttributes(
          r ->
              r.loadBalancerArn(made.loadBalancerArn())
                  .attributes(
                      attribute("access_logs.s3.enabled", "true"),
                      attribute("access_logs.s3.bucket", "my-logs"),
                      attribute("access_logs.s3.prefix", "alb")));
      return "";
    } catch (ElasticLoadBalancingV2Exception refused) {
      return refused.awsErrorDetails().errorCode();
    }
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  @Test
  void a_bucket_is_made_once_and_deleted() {
    bucket();
    assertThat(code("PUT", "/my-logs", HERE)).isEqualTo("BucketAlreadyOwnedByYou");
    assertThat(http.rest("s3", "HEAD", "/my-logs", "").status()).isEqualTo(200);
    assertThat(get("/my-logs?location")).contains("us-west-2");

    assertThat(code("DELETE", "/my-logs", "")).isEmpty();
    assertThat(code("DELETE", "/my-logs", "")).isEqualTo("NoSuchBucket");
    assertThat(http.rest("s3", "HEAD", "/my-logs", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/My-Logs, InvalidBucketName",
    "/ab, InvalidBucketName",
    "/10.0.0.1, InvalidBucketName",
    "/xn--logs, InvalidBucketName"
  })
  void names_of_buckets_have_a_form(String path, String code) {
    assertThat(code("PUT", path, HERE)).isEqualTo(code);
  }

  @Test
  void a_bucket_is_made_where_the_request_is_sent() {
    assertThat(code("PUT", "/my-logs", "")).isEqualTo("IllegalLocationConstraintException");
    assertThat(code("PUT", "/my-logs", HERE.replace("us-west-2", "eu-west-1")))
        .isEqualTo("IllegalLocationConstraintException");
    assertThat(code("PUT", "/my-logs", "<wrong")).isEqualTo("MalformedXML");
  }

  @Test
  void a_new_bucket_is_closed_and_encrypted_and_has_nothing_else() {
    bucket();

    assertThat(get("/my-logs?publicAccessBlock"))
        .contains("<BlockPublicPolicy>true</BlockPublicPolicy>");
    assertThat(get("/my-logs?encryption")).contains("<SSEAlgorithm>AES256</SSEAlgorithm>");
    assertThat(code("GET", "/my-logs?policy", "")).isEqualTo("NoSuchBucketPolicy");
    assertThat(code("GET", "/my-logs?lifecycle", "")).isEqualTo("NoSuchLifecycleConfiguration");
    assertThat(code("GET", "/my-logs?tagging", "")).isEqualTo("NoSuchTagSet");
    assertThat(code("GET", "/no-logs?policy", "")).isEqualTo("NoSuchBucket");
    assertThat(code("GET", "/my-logs?replication", "")).isEqualTo("NotImplemented");
  }

  @Test
  void settings_are_kept_and_taken_back() {
    bucket();
    assertThat(
            code(
                "PUT",
                "/my-logs?tagging",
                "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"))
        .isEmpty();
    assertThat(get("/my-logs?tagging")).contains("<Key>a</Key><Value>b</Value>");
    assertThat(code("DELETE", "/my-logs?publicAccessBlock", "")).isEmpty();
    assertThat(code("GET", "/my-logs?publicAccessBlock", ""))
        .isEqualTo("NoSuchPublicAccessBlockConfiguration");
    String some =
        "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
            + "</PublicAccessBlockConfiguration>";
    assertThat(code("PUT", "/my-logs?publicAccessBlock", some)).isEmpty();
    assertThat(get("/my-logs?publicAccessBlock"))
        .contains("<BlockPublicAcls>true<", "<IgnorePublicAcls>false<");
  }

  @ParameterizedTest
  @CsvSource({
    "1, ''",
    "3650, ''",
    "0, InvalidArgument",
    "-1, InvalidArgument",
    "x, InvalidArgument"
  })
  void logs_expire_after_a_positive_number_of_days(String days, String code) {
    bucket();
    String lifecycle =
        ("<LifecycleConfiguration><Rule><ID>a</ID><Filter><Prefix></Prefix></Filter>"
                + "<Status>Enabled</Status><Expiration><Days>%s</Days></Expiration></Rule>"
                + "</LifecycleConfiguration>")
            .formatted(days);

    assertThat(code("PUT", "/my-logs?lifecycle", lifecycle)).isEqualTo(code);
  }

  @Test
  void a_policy_is_for_its_bucket_and_not_for_everybody() {
    bucket();
    assertThat(code("PUT", "/my-logs?policy", "no policy")).isEqualTo("MalformedPolicy");
    assertThat(code("PUT", "/my-logs?policy", policy("Allow", SERVICE, "arn:aws:s3:::other/*", "")))
        .isEqualTo("MalformedPolicy");
    String open = policy("Allow", "'*'", OBJECTS, "");
    assertThat(code("PUT", "/my-logs?policy", open)).isEqualTo("AccessDenied");

    assertThat(code("DELETE", "/my-logs?publicAccessBlock", "")).isEmpty();
    assertThat(code("PUT", "/my-logs?policy", open)).isEmpty();
    assertThat(code("DELETE", "/my-logs?policy", "")).isEmpty();
    assertThat(code("GET", "/my-logs?policy", "")).isEqualTo("NoSuchBucketPolicy");
  }

  @Test
  void logs_leave_a_test_file_that_keeps_the_bucket() {
    bucket();
    assertThat(code("PUT", "/my-logs?policy", policy("Allow", SERVICE, OBJECTS, ""))).isEmpty();

    assertThat(logging()).isEmpty();
    String key = "alb/AWSLogs/123456789012/ELBAccessLogTestFile";
    assertThat(get("/my-logs?list-type=2")).contains("<Key>" + key + "</Key>");
    assertThat(code("DELETE", "/my-logs", "")).isEqualTo("BucketNotEmpty");
    assertThat(
            code(
                "POST",
                "/my-logs?delete",
                "<Delete><Object><Key>" + key + "</Key></Object></Delete>"))
        .isEmpty();
    assertThat(code("DELETE", "/my-logs", "")).isEmpty();
  }

  @Test
  void the_policy_must_let_the_log_service_write_at_the_prefix() {
    bucket();
    assertThat(logging()).isEqualTo(DENIED);
    judged(policy("Allow", SERVICE, OBJECTS.replace("alb/", "other/"), ""), DENIED);
    judged(policy("Allow", SERVICE, OBJECTS.replace("123456789012", "1"), ""), DENIED);
    judged(policy("Allow", "{'Service':'delivery.logs.amazonaws.com'}", OBJECTS, ""), DENIED);
    judged(policy("Allow", SERVICE, OBJECTS, "").replace("PutObject", "GetObject"), DENIED);
    judged(policy("Allow", LEGACY, OBJECTS, ""), "");
    judged(policy("Allow", LEGACY.replace("797873946194", "127311923021"), OBJECTS, ""), DENIED);
    String allow = statement("Allow", SERVICE, OBJECTS, "");
    String deny = statement("Deny", "'*'", "arn:aws:s3:::my-logs/*", "%s");
    String insecure = ",'Condition':{'Bool':{'aws:SecureTransport':'false'}}";
    judged("{'Statement':[" + allow + "," + deny.formatted("") + "]}", DENIED);
    judged("{'Statement':[" + allow + "," + deny.formatted(insecure) + "]}", "");
  }

  @Test
  void conditions_on_account_and_load_balancer_are_looked_at() {
    bucket();
    String account = ",'Condition':{'StringEquals':{'aws:SourceAccount':'%s'}}";
    judged(policy("Allow", SERVICE, OBJECTS, account.formatted("123456789012")), "");
    judged(policy("Allow", SERVICE, OBJECTS, account.formatted("210987654321")), DENIED);
    String arn = ",'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:elasticloadbalancing:%s'}}";
    judged(policy("Allow", SERVICE, OBJECTS, arn.formatted("us-west-2:123456789012:*")), "");
    judged(policy("Allow", SERVICE, OBJECTS, arn.formatted("us-east-1:123456789012:*")), DENIED);
  }

  private void judged(String policy, String code) {
    assertThat(code("PUT", "/my-logs?policy", policy)).isEmpty();
    assertThat(logging()).as(policy).isEqualTo(code);
    simulation
        .elb
        .describeLoadBalancers()
        .loadBalancers()
        .forEach(
            each ->
                simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(each.loadBalancerArn())));
  }

  @Test
  void logs_are_not_written_with_a_key_of_kms() {
    bucket();
    assertThat(code("PUT", "/my-logs?policy", policy("Allow", SERVICE, OBJECTS, ""))).isEmpty();
    String kms =
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
            + "<SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
            + "</ServerSideEncryptionConfiguration>";
    assertThat(code("PUT", "/my-logs?encryption", kms)).isEmpty();

    assertThat(logging()).isEqualTo(DENIED);
  }

  @Test
  void a_denial_of_iam_goes_by_the_name_of_the_permission() {
    bucket();
    http.query(
        "iam",
        Map.of(
            "Action", "PutUserPolicy",
            "Version", "2010-05-08",
            "UserName", "practice",
            "PolicyName", "no",
            "PolicyDocument",
                "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"s3:GetEncryptionConfiguration\",\"Resource\":\"*\"}}"));

    assertThat(code("GET", "/my-logs?encryption", "")).isEqualTo("AccessDenied");
    assertThat(code("GET", "/my-logs?publicAccessBlock", "")).isEmpty();
  }

  @Test
  void lists_the_buckets_of_its_region_by_pages() {
    bucket();
    assertThat(code("PUT", "/other-logs", HERE)).isEmpty();

    assertThat(get("/?prefix=my-&bucket-region=us-west-2"))
        .contains(
            "<Name>my-logs</Name>", "<BucketRegion>us-west-2</BucketRegion>", "<CreationDate>")
        .doesNotContain("other-logs");
    assertThat(get("/?max-buckets=1&prefix=my-")).doesNotContain("ContinuationToken");
    String first = get("/?max-buckets=1&prefix=o");
    assertThat(get("/?max-buckets=1")).contains("<ContinuationToken>");
    assertThat(first).contains("other-logs");
    assertThat(get("/?continuation-token=my-logs"))
        .contains("other-logs")
        .doesNotContain("<Name>my-logs</Name>");
    assertThat(code("GET", "/?bucket-region=eu-west-1", "")).isEqualTo("InvalidArgument");
  }
}
