package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.catalog.CatalogFailure;
import portico.catalog.CatalogFailure.AccessDenied;
import portico.catalog.CatalogFailure.ClockSkew;
import portico.catalog.CatalogFailure.ExpiredCredentials;
import portico.catalog.CatalogFailure.InvalidCredentials;
import portico.catalog.CatalogFailure.NoCredentials;
import portico.catalog.CatalogFailure.RegionNotEnabled;
import portico.catalog.CatalogFailure.ServiceError;
import portico.catalog.CatalogFailure.Throttled;
import portico.catalog.CatalogFailure.UnknownProfile;
import portico.catalog.CatalogFailure.Unreachable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Each kind of failure, row by row. */
class AwsFailuresTest {
  private static final Optional<String> PROFILE = Optional.of("work");
  private static final String ACTION = "ec2:DescribeVpcs";
  private static final URI EC2 = URI.create("https://ec2.us-west-2.amazonaws.com");

  private final AwsFailures failures = failures(false, "us-west-2");

  private static AwsFailures failures(boolean signIn, String region) {
    return new AwsFailures(PROFILE, signIn, region, true, action -> EC2);
  }

  private static AwsServiceException refused(String code, String message) {
    return refused(Ec2Exception.builder(), 400, code, message);
  }

  private static AwsServiceException refused(
      AwsServiceException.Builder exception, int status, String code, String message) {
    return exception
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  private CatalogFailure of(Throwable thrown) {
    return failures.of(ACTION, thrown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
  void an_ended_session_is_expired_credentials(String code) {
    assertThat(of(refused(code, "The security token included in the request is expired")))
        .isEqualTo(new ExpiredCredentials(PROFILE, false));
  }

  @Test
  void an_ended_session_of_a_sign_in_profile_can_be_renewed_by_signing_in() {
    assertThat(failures(true, "us-west-2").of(ACTION, refused("ExpiredToken", "expired")))
        .isEqualTo(new ExpiredCredentials(PROFILE, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "AuthFailure",
        "SignatureDoesNotMatch",
        "IncompleteSignature",
        "InvalidSignatureException",
        "MissingAuthenticationToken"
      })
  void what_aws_does_not_know_is_invalid_credentials(String code) {
    assertThat(of(refused(code, "whatever it says")))
        .isEqualTo(new InvalidCredentials(PROFILE, code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UnauthorizedOperation", "AccessDenied", "AccessDeniedException"})
  void a_refusal_names_the_action_that_was_called(String code) {
    assertThat(of(refused(code, "You are not authorized to perform this operation.")))
        .isEqualTo(new AccessDenied(ACTION, "You are not authorized to perform this operation."));
  }

  @Test
  void a_refusal_names_the_action_that_aws_names() {
    var message =
        "User: arn:aws:iam::123456789012:user/me is not authorized to perform:"
            + " elasticloadbalancing:DescribeTags on resource: * because no identity-based policy"
            + " allows it";

    assertThat(of(refused("AccessDenied", message)))
        .isEqualTo(new AccessDenied("elasticloadbalancing:DescribeTags", message));
  }

  @Test
  void the_encoded_reason_of_a_refusal_is_left_out() {
    assertThat(
            of(
                refused(
                    "UnauthorizedOperation",
                    "You may not. Encoded authorization failure message: kkfSn3xABCdef_-x")))
        .isEqualTo(new AccessDenied(ACTION, "You may not."));
  }

  @ParameterizedTest
  @CsvSource({
    "RequestTimeTooSkewed, The difference is too large.",
    "SignatureDoesNotMatch, Signature expired: 20260101T000000Z is now earlier",
    "SignatureDoesNotMatch, Signature not yet current: 20260101T000000Z",
    "InvalidSignatureException, Signature expired: 20260101T000000Z is now earlier"
  })
  void a_clock_that_is_off_is_told_apart_from_wrong_credentials(String code, String message) {
    assertThat(of(refused(code, message))).isEqualTo(new ClockSkew(message));
  }

  @Test
  void a_region_without_opt_in_is_not_enabled() {
    assertThat(failures(false, "ap-east-1").of(ACTION, refused("OptInRequired", "no")))
        .isEqualTo(new RegionNotEnabled("ap-east-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Throttling", "ThrottlingException", "RequestLimitExceeded"})
  void slowing_down_is_throttling(String code) {
    assertThat(of(refused(code, "Rate exceeded"))).isEqualTo(new Throttled(ACTION));
  }

  @Test
  void any_other_code_is_passed_on() {
    assertThat(of(refused("InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist")))
        .isEqualTo(
            new ServiceError(ACTION, "InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist"));
  }

  @Test
  void an_answer_without_a_code_is_told_by_its_status() {
    assertThat(of(Ec2Exception.builder().statusCode(502).build()))
        .isEqualTo(new ServiceError(ACTION, "HTTP 502", ""));
  }

  @Test
  void what_looks_like_a_credential_is_removed() {
    var message =
        "key AKIAIOSFODNN7EXAMPLE secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token "
            + "FwoGZXIvYXdzE".repeat(12)
            + " on arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/a/50dc6c495c0c9188";

    assertThat(of(refused("Odd", message)))
        .isEqualTo(
            new ServiceError(
                ACTION,
                "Odd",
                "key [key id] secret [removed] token [removed] on"
                    + " arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/a/50dc6c495c0c9188"));
  }

  @Test
  void refused_connections_and_silence_are_unreachable() {
    assertThat(of(client(new ConnectException("Connection refused"))))
        .isEqualTo(new Unreachable(EC2, "Connection refused"));
    assertThat(of(client(new SocketTimeoutException("Read timed out"))))
        .isEqualTo(new Unreachable(EC2, "Read timed out"));
    assertThat(of(client(new ConnectTimeoutException("Connect timed out"))))
        .isEqualTo(new Unreachable(EC2, "Connect timed out"));
    assertThat(of(client(new SSLHandshakeException("PKIX path building failed"))))
        .isEqualTo(new Unreachable(EC2, "PKIX path building failed"));
    assertThat(of(ApiCallTimeoutException.create(60_000)))
        .isInstanceOfSatisfying(
            Unreachable.class, reached -> assertThat(reached.endpoint()).isEqualTo(EC2));
    assertThat(failures.tooSlow(ACTION, Duration.ofSeconds(60)))
        .isEqualTo(new Unreachable(EC2, "no answer within 60 s"));
  }

  @Test
  void an_unknown_host_is_unreachable_in_a_known_region() {
    assertThat(of(client(new UnknownHostException("ec2.us-west-2.amazonaws.com"))))
        .isEqualTo(new Unreachable(EC2, "unknown host: ec2.us-west-2.amazonaws.com"));
  }

  @Test
  void an_unknown_host_in_an_unknown_region_means_that_there_is_no_such_region() {
    assertThat(
            failures(false, "mars-north-1")
                .of(ACTION, client(new UnknownHostException("ec2.mars-north-1.amazonaws.com"))))
        .isEqualTo(new RegionNotEnabled("mars-north-1"));
  }

  @Test
  void no_credentials_anywhere_is_told_as_such() {
    assertThat(
            of(
                new CredentialsUnavailable(
                    CredentialsUnavailable.Why.NOT_CONFIGURED, "none in profile default")))
        .isEqualTo(new NoCredentials(PROFILE, "none in profile default"));
  }

  @Test
  void a_profile_that_is_not_there_is_unknown() {
    assertThat(of(new CredentialsUnavailable(CredentialsUnavailable.Why.UNKNOWN_PROFILE, "work")))
        .isEqualTo(new UnknownProfile("work"));
  }

  @Test
  void an_ended_or_missing_sign_in_is_expired_credentials() {
    var signIn = failures(true, "us-west-2");
    var expired = new ExpiredCredentials(PROFILE, true);

    assertThat(signIn.of(ACTION, provider(ExpiredTokenException.builder().message("x").build())))
        .isEqualTo(expired);
    assertThat(
            signIn.of(
                ACTION, provider(new UncheckedIOException(new NoSuchFileException("cache.json")))))
        .isEqualTo(expired);
    assertThat(
            signIn.of(
                ACTION,
                provider(
                    refused(
                        UnauthorizedException.builder(),
                        401,
                        "UnauthorizedException",
                        "Session token not found or invalid"))))
        .isEqualTo(expired);
  }

  @Test
  void a_sign_in_that_cannot_be_reached_is_unreachable_and_not_expired() {
    assertThat(
            failures(true, "us-west-2")
                .of(ACTION, provider(client(new UnknownHostException("portal.sso.us-west-2.x")))))
        .isEqualTo(new Unreachable(EC2, "unknown host: portal.sso.us-west-2.x"));
  }

  @Test
  void a_role_that_may_not_be_assumed_is_denied_with_the_action_of_assuming() {
    assertThat(of(provider(refused(StsException.builder(), 403, "AccessDenied", "not this role"))))
        .isEqualTo(new AccessDenied("sts:AssumeRole", "not this role"));
  }

  @Test
  void a_profile_that_is_wrongly_written_gives_no_credentials() {
    assertThat(
            failures(true, "us-west-2")
                .of(ACTION, provider(new IllegalArgumentException("'sso_region' must be set"))))
        .isEqualTo(new NoCredentials(PROFILE, "'sso_region' must be set"));
  }

  private static RuntimeException client(Exception cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }

  /** As it comes out of the SDK, which wraps what credentials providers throw. */
  private static RuntimeException provider(RuntimeException cause) {
    return SdkClientException.create("no credentials", new CredentialsUnavailable(cause));
  }
}
