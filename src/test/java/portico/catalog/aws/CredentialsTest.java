package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static portico.testing.Answers.failure;
import static portico.testing.Answers.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import portico.catalog.Answer;
import portico.catalog.AwsProfile;
import portico.catalog.AwsProfile.Kind;
import portico.catalog.CallerIdentity;
import portico.catalog.CatalogFailure.ExpiredCredentials;
import portico.catalog.CatalogFailure.NoCredentials;
import portico.catalog.CatalogFailure.UnknownProfile;
import portico.catalog.CloudAccount;
import portico.testing.AwsFixture;
import portico.testing.ScriptedAws;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** As whom Portico calls, by the profile that is chosen and what the profile says. */
class CredentialsTest {
  private static final String CONFIG =
      """
      [profile keys]
      aws_access_key_id = FROMKEYS
      aws_secret_access_key = secret
      region = eu-central-1
      [profile signin]
      sso_session = corp
      sso_account_id = 123456789012
      sso_role_name = dev
      [sso-session corp]
      sso_region = us-west-2
      sso_start_url = https://portico-test.invalid/start
      sso_registration_scopes = sso:account:access
      [profile oldsignin]
      sso_start_url = https://portico-test.invalid/start
      sso_region = us-west-2
      sso_account_id = 123456789012
      sso_role_name = dev
      [profile role]
      role_arn = arn:aws:iam::123456789012:role/dev
      source_profile = signin
      region = us-west-2
      [profile program]
      credential_process = echo '{"Version":1,"AccessKeyId":"FROMPROGRAM","SecretAccessKey":"s"}'
      [profile hanging]
      credential_process = sleep 20
      [profile bare]
      region = us-east-1
      """;

  private final ScriptedAws aws;

  CredentialsTest() throws IOException {
    aws = new ScriptedAws();
    aws.on(
        "GetCallerIdentity",
        200,
        """
        <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/a</Arn>
        <UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
        """);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private static ProfileFile profiles(String text) {
    return ProfileFile.builder()
        .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .type(ProfileFile.Type.CONFIGURATION)
        .build();
  }

  private static AwsSettings settings(String text) {
    return AwsSettings.only(profiles(text), AwsFixture.onceLimits());
  }

  private Answer<CallerIdentity> askAs(AwsSettings settings, Optional<String> profile) {
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings)
            .open(new CloudAccount.Endpoint(aws.uri(), profile), AwsFixture.REGION)) {
      return catalog.callerIdentity();
    }
  }

  /** Never reaches AWS: credentials are looked for first, and there are none. */
  private static Answer<CallerIdentity> askAwsAs(AwsSettings settings, Optional<String> profile) {
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings)
            .open(new CloudAccount.Profile(profile), AwsFixture.REGION)) {
      return catalog.callerIdentity();
    }
  }

  private String keyUsed() {
    var scope = aws.credentialScopes().getLast();
    return scope.substring(0, scope.indexOf('/'));
  }

  @Test
  void a_profile_signs_with_its_keys() {
    assertThat(value(askAs(settings(CONFIG), Optional.of("keys"))).account())
        .isEqualTo("123456789012");
    assertThat(keyUsed()).isEqualTo("FROMKEYS");
  }

  @Test
  void a_profile_may_run_a_program_for_its_credentials() {
    value(askAs(settings(CONFIG), Optional.of("program")));

    assertThat(keyUsed()).isEqualTo("FROMPROGRAM");
  }

  @Test
  void a_program_that_hangs_is_given_up() {
    var limits =
        new AwsLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            1);
    long before = System.nanoTime();

    assertThat(failure(askAs(AwsSettings.only(profiles(CONFIG), limits), Optional.of("hanging"))))
        .isInstanceOfSatisfying(
            NoCredentials.class,
            none -> {
              assertThat(none.profile()).contains("hanging");
              assertThat(none.detail()).contains("no credentials within");
            });
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void a_profile_that_is_not_in_the_files_is_unknown() {
    assertThat(failure(askAwsAs(settings(CONFIG), Optional.of("typo"))))
        .isEqualTo(new UnknownProfile("typo"));
  }

  @Test
  void a_profile_without_credentials_has_none() {
    assertThat(failure(askAwsAs(settings(CONFIG), Optional.of("bare"))))
        .isInstanceOfSatisfying(
            NoCredentials.class, none -> assertThat(none.profile()).contains("bare"));
  }

  @Test
  void a_sign_in_profile_without_a_session_is_to_be_signed_in() {
    for (String name : List.of("signin", "oldsignin", "role")) {
      assertThat(failure(askAwsAs(settings(CONFIG), Optional.of(name))))
          .as(name)
          .isEqualTo(new ExpiredCredentials(Optional.of(name), true));
    }
  }

  @Test
  void the_default_chain_without_anything_has_no_credentials() {
    assertThat(failure(askAwsAs(settings(""), Optional.empty())))
        .isEqualTo(
            new NoCredentials(
                Optional.empty(),
                "no credentials in the environment, and none in profile default"));
  }

  @Test
  void the_default_chain_tells_that_the_default_profile_is_to_be_signed_in() {
    var config = CONFIG.replace("[profile signin]", "[default]");

    assertThat(failure(askAwsAs(settings(config), Optional.empty())))
        .isEqualTo(new ExpiredCredentials(Optional.empty(), true));
  }

  @Test
  void the_environment_wins_over_the_default_profile() {
    var config = CONFIG.replace("[profile keys]", "[default]");
    var fromEnvironment =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("FROMENVIRONMENT", "s"));
    var settings =
        new AwsSettings(
            () -> profiles(config),
            "default",
            () -> List.of(fromEnvironment),
            List::of,
            AwsFixture.onceLimits());

    value(askAs(settings, Optional.empty()));
    assertThat(keyUsed()).isEqualTo("FROMENVIRONMENT");

    value(askAs(settings(config), Optional.empty()));
    assertThat(keyUsed()).isEqualTo("FROMKEYS");
  }

  @Test
  void instance_credentials_that_are_slow_and_in_vain_are_asked_for_once() {
    var askedFor = new AtomicInteger();
    AwsCredentialsProvider slow =
        () -> {
          askedFor.incrementAndGet();
          throw slowFailure(Duration.ofMillis(600));
        };
    var settings =
        new AwsSettings(
            () -> profiles(""), "default", List::of, () -> List.of(slow), AwsLimits.standard());
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings)
            .open(new CloudAccount.Profile(Optional.empty()), AwsFixture.REGION)) {
      assertThat(failure(catalog.callerIdentity())).isInstanceOf(NoCredentials.class);
      assertThat(failure(catalog.callerIdentity())).isInstanceOf(NoCredentials.class);
    }
    assertThat(askedFor).hasValue(1);
  }

  private static RuntimeException slowFailure(Duration time) {
    try {
      boolean opened = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
      return SdkClientException.create("no instance, " + opened);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SdkClientException.create("interrupted");
    }
  }

  @Test
  void an_endpoint_gets_placeholders_when_there_are_no_credentials() {
    value(askAs(settings(""), Optional.empty()));

    assertThat(keyUsed()).isEqualTo("PRACTICE");
  }

  @Test
  void a_profile_that_is_mended_counts_at_the_next_question() {
    var file = new AtomicReference<>(profiles(""));
    var settings =
        new AwsSettings(file::get, "default", List::of, List::of, AwsFixture.onceLimits());
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings)
            .open(new CloudAccount.Endpoint(aws.uri(), Optional.of("keys")), AwsFixture.REGION)) {
      assertThat(failure(catalog.callerIdentity())).isEqualTo(new UnknownProfile("keys"));

      file.set(profiles(CONFIG));

      assertThat(value(catalog.callerIdentity()).account()).isEqualTo("123456789012");
    }
  }

  @Test
  void lists_the_profiles_in_file_order_with_their_kinds() {
    var catalogs = new AwsCatalogs(AwsFixture.NO_PRACTICE, settings(CONFIG));

    assertThat(catalogs.profiles())
        .extracting(AwsProfile::name, AwsProfile::kind, AwsProfile::region)
        .containsExactly(
            tuple("keys", Kind.STATIC_KEYS, Optional.of("eu-central-1")),
            tuple("signin", Kind.IAM_IDENTITY_CENTER, Optional.empty()),
            tuple("oldsignin", Kind.IAM_IDENTITY_CENTER, Optional.empty()),
            tuple("role", Kind.ASSUME_ROLE, Optional.of("us-west-2")),
            tuple("program", Kind.CREDENTIAL_PROCESS, Optional.empty()),
            tuple("hanging", Kind.CREDENTIAL_PROCESS, Optional.empty()),
            tuple("bare", Kind.OTHER, Optional.of("us-east-1")));
  }

  @Test
  void files_that_cannot_be_read_offer_no_profile_and_fail_when_used() {
    var broken =
        new AwsSettings(
            () -> profiles("aws_access_key_id = outside of any profile"),
            "default",
            List::of,
            List::of,
            AwsFixture.onceLimits());

    assertThat(new AwsCatalogs(AwsFixture.NO_PRACTICE, broken).profiles()).isEmpty();
    assertThat(failure(askAwsAs(broken, Optional.of("keys")))).isInstanceOf(NoCredentials.class);
  }
}
