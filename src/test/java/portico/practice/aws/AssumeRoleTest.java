package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.testing.Totp;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Roles of the simulated account: who may assume them, and what AWS says to others. */
class AssumeRoleTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/";
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/practice";

  private final Simulation simulation;

  AssumeRoleTest(@TempDir Path folder) {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private AssumeRoleResponse assume(String role, Consumer<AssumeRoleRequest.Builder> more) {
    return simulation.sts.assumeRole(
        request -> more.accept(request.roleArn(ROLE + role).roleSessionName("me")));
  }

  private StsException refused(String role, Consumer<AssumeRoleRequest.Builder> more) {
    return catchThrowableOfType(StsException.class, () -> assume(role, more));
  }

  private String code() {
    return Totp.at(simulation.clock.instant());
  }

  @Test
  void a_session_is_known_by_its_key_and_lasts_an_hour() {
    AssumeRoleResponse session = assume("practice-admin", request -> {});

    assertThat(session.credentials().expiration())
        .isEqualTo(simulation.clock.instant().plus(Duration.ofHours(1)));
    var keys =
        AwsSessionCredentials.create(
            session.credentials().accessKeyId(),
            session.credentials().secretAccessKey(),
            session.credentials().sessionToken());
    var caller =
        simulation.sts.getCallerIdentity(
            request ->
                request.overrideConfiguration(
                    with -> with.credentialsProvider(StaticCredentialsProvider.create(keys))));
    assertThat(caller.arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/practice-admin/me")
        .isEqualTo(session.assumedRoleUser().arn());
  }

  @Test
  void a_role_that_trusts_only_mfa_refuses_a_caller_without_a_code() {
    StsException refusal = refused("practice-mfa", request -> {});

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/practice is not authorized to perform:"
                + " sts:AssumeRole on resource: arn:aws:iam::123456789012:role/practice-mfa");
  }

  @Test
  void a_code_counts_once() {
    String code = code();
    assertThat(
            assume("practice-mfa", request -> request.serialNumber(DEVICE).tokenCode(code))
                .credentials())
        .isNotNull();

    assertThat(
            refused("practice-mfa", request -> request.serialNumber(DEVICE).tokenCode(code))
                .awsErrorDetails()
                .errorMessage())
        .startsWith("MultiFactorAuthentication failed with invalid MFA one time pass code.");
  }

  @Test
  void a_code_of_some_minutes_ago_is_wrong() {
    String code = code();
    simulation.clock.advance(Duration.ofMinutes(2));

    assertThat(
            refused("practice-mfa", request -> request.serialNumber(DEVICE).tokenCode(code))
                .awsErrorDetails()
                .errorCode())
        .isEqualTo("AccessDenied");
  }

  @Test
  void another_device_and_a_code_without_a_device_are_refused() {
    assertThat(
            refused(
                    "practice-mfa",
                    request ->
                        request
                            .serialNumber("arn:aws:iam::123456789012:mfa/other")
                            .tokenCode(code()))
                .awsErrorDetails()
                .errorMessage())
        .contains("unable to validate MFA code");
    assertThat(
            refused("practice-mfa", request -> request.tokenCode(code()))
                .awsErrorDetails()
                .errorMessage())
        .contains("must provide both MFA serial number and one time pass code");
  }

  @Test
  void a_partner_names_the_external_id() {
    assertThat(refused("practice-partner", request -> {}).awsErrorDetails().errorCode())
        .isEqualTo("AccessDenied");
    assertThat(
            assume("practice-partner", request -> request.externalId("practice-external-id"))
                .credentials())
        .isNotNull();
  }

  @Test
  void a_role_that_is_not_there_is_denied_as_aws_does() {
    assertThat(refused("nobody", request -> {}).awsErrorDetails().errorCode())
        .isEqualTo("AccessDenied");
  }

  @ParameterizedTest
  @CsvSource({"899, greater than or equal to 900", "43201, less than", "3601, MaxSessionDuration"})
  void a_session_lasts_between_a_quarter_and_the_roles_hour(int seconds, String said) {
    StsException refusal = refused("practice-admin", request -> request.durationSeconds(seconds));

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
    assertThat(refusal.awsErrorDetails().errorMessage()).contains(said);
  }
}
