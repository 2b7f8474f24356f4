package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.testing.AwsFixture;
import portico.testing.FakeIdentityCenter;
import portico.testing.FakeWatch;
import software.amazon.awssdk.profiles.ProfileFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sign-in at IAM Identity Center, and that AWS's own code takes what comes of it. */
class SignInTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
  private static final String CONFIG =
      """
      [profile corp]
      sso_session = my-sso
      sso_account_id = 123456789012
      sso_role_name = dev
      region = us-west-2
      [sso-session my-sso]
      sso_region = eu-west-1
      sso_start_url = https://portico-test.invalid/start
      sso_registration_scopes = sso:account:access, other:scope
      [profile old]
      sso_start_url = https://portico-test.invalid/start
      sso_region = eu-west-1
      sso_account_id = 123456789012
      sso_role_name = dev
      region = us-west-2
      [profile above]
      role_arn = arn:aws:iam::123456789012:role/dev
      source_profile = corp
      [profile broken]
      sso_session = missing
      sso_account_id = 123456789012
      sso_role_name = dev
      [profile keys]
      aws_access_key_id = K
      aws_secret_access_key = s
      """;

  /** SHA-1 of "my-sso" and of the start URL, as sha1sum gives them. */
  private static final String SESSION_FILE = "0ad374308c5a4e22f723adf10145eafad7c4031c.json";

  private static final String OLD_FILE = "ea57ce22f12f3cfdea5a789ca069e7d72c79cbbb.json";

  @TempDir private Path home;
  private final FakeIdentityCenter center;
  private final FakeWatch watch = new FakeWatch();

  SignInTest() throws IOException {
    center = new FakeIdentityCenter();
  }

  @AfterEach
  void stop() {
    center.close();
  }

  private AwsSignIns signIns() {
    return signIns(home.resolve(".aws"));
  }

  private AwsSignIns signIns(Path awsFolder) {
    return new AwsSignIns(settingsAt(awsFolder), () -> NOW);
  }

  private static CloudAccount account(String profile) {
    return new CloudAccount.Profile(Optional.of(profile));
  }

  private SignInFailure failure(String profile) {
    return ((SignInAnswer.Failed) signIns().inBrowser(account(profile), watch)).failure();
  }

  private Path cache() {
    return home.resolve(".aws").resolve("sso").resolve("cache");
  }

  private JsonNode kept(String file) throws IOException {
    return new JsonMapper().readTree(Files.readString(cache().resolve(file)));
  }

  @Test
  void the_code_is_shown_and_the_token_is_kept_where_awss_tools_look_for_it() throws IOException {
    assertThat(signIns().inBrowser(account("corp"), watch))
        .isEqualTo(new SignInAnswer.SignedIn(Optional.of(NOW.plusSeconds(28800))));

    assertThat(watch.shown)
        .singleElement()
        .satisfies(
            code -> {
              assertThat(code.userCode()).isEqualTo("BCDF-GHJK");
              assertThat(code.complete()).hasToString(code.address() + "?user_code=BCDF-GHJK");
              assertThat(code.life()).isEqualTo(Duration.ofMinutes(10));
            });
    JsonNode token = kept(SESSION_FILE);
    assertThat(token.propertyNames())
        .containsExactlyInAnyOrder(
            "startUrl",
            "region",
            "accessToken",
            "expiresAt",
            "clientId",
            "clientSecret",
            "registrationExpiresAt",
            "refreshToken");
    assertThat(token.path("expiresAt").asString()).isEqualTo("2026-11-24T18:00:00Z");
    assertThat(token.path("registrationExpiresAt").asString()).isEqualTo("2100-01-01T00:00:00Z");
    assertThat(token.path("region").asString()).isEqualTo("eu-west-1");
    assertThat(center.sentTo("/client/register").getFirst().path("scopes").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("sso:account:access", "other:scope");
  }

  @Test
  void the_older_form_is_kept_by_its_start_url_and_asks_for_no_scope() throws IOException {
    signIns().inBrowser(account("old"), watch);

    assertThat(kept(OLD_FILE).path("accessToken").asString())
        .isEqualTo(FakeIdentityCenter.ACCESS_TOKEN);
    assertThat(center.sentTo("/client/register").getFirst().has("scopes")).isFalse();
  }

  @Test
  void only_the_owner_can_read_the_token_and_no_part_of_a_file_is_left() throws IOException {
    signIns().inBrowser(account("corp"), watch);

    try (var files = Files.list(cache())) {
      assertThat(files).containsExactly(cache().resolve(SESSION_FILE));
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(cache().resolve(SESSION_FILE))))
        .isEqualTo("rw-------");
  }

  @Test
  void the_token_is_asked_for_at_the_interval_and_more_slowly_when_told_so() {
    center.answers.clear();
    center.answers.addAll(
        List.of("authorization_pending", "slow_down", "authorization_pending", "token"));

    assertThat(signIns().inBrowser(account("corp"), watch))
        .isInstanceOf(SignInAnswer.SignedIn.class);

    assertThat(watch.pauses)
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(7),
            Duration.ofSeconds(7));
    assertThat(center.sentTo("/token")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"expired_token, CodeOver", "access_denied, Refused"})
  void a_code_that_is_over_or_refused_leaves_no_token(String answer, String failure) {
    center.answers.clear();
    center.answers.add(answer);

    assertThat(failure("corp").getClass().getSimpleName()).isEqualTo(failure);
    assertThat(cache()).doesNotExist();
  }

  @Test
  void waiting_ends_with_the_code_even_if_the_service_never_says_so() {
    center.answers.clear();
    center.answers.add("authorization_pending");
    center.interval = 60;

    assertThat(failure("corp")).isEqualTo(new SignInFailure.CodeOver());
    assertThat(watch.pauses).hasSize(10);
  }

  @Test
  void it_can_be_given_up() {
    center.answers.clear();
    center.answers.add("authorization_pending");
    watch.patience = 2;

    assertThat(failure("corp")).isEqualTo(new SignInFailure.GivenUp());
    assertThat(center.sentTo("/token")).hasSize(2);
  }

  @Test
  void a_refused_start_says_why() {
    center.refusal = "invalid_request";

    assertThat(failure("corp"))
        .isEqualTo(
            new SignInFailure.Account(
                new CatalogFailure.ServiceError(
                    "sso-oidc:StartDeviceAuthorization",
                    "invalid_request",
                    "said of invalid_request")));
    assertThat(watch.shown).isEmpty();
  }

  @Test
  void a_service_that_does_not_answer_is_unreachable() {
    center.close();

    assertThat(failure("corp"))
        .isInstanceOfSatisfying(
            SignInFailure.Account.class,
            told ->
                assertThat(told.failure())
                    .isInstanceOfSatisfying(
                        CatalogFailure.Unreachable.class,
                        there -> assertThat(there.endpoint()).isEqualTo(center.uri())));
  }

  @Test
  void profiles_that_need_no_sign_in_or_lack_something_say_so() {
    assertThat(failure("keys")).isEqualTo(new SignInFailure.NothingToDo(Optional.of("keys")));
    assertThat(failure("broken"))
        .isEqualTo(
            new SignInFailure.Misconfigured(
                Optional.of("broken"), "section [sso-session missing]"));
    assertThat(center.requests).isEmpty();
  }

  @Test
  void a_cache_that_cannot_be_written_is_told_by_its_path() throws IOException {
    Path file = Files.writeString(home.resolve("a-file"), "");

    assertThat(((SignInAnswer.Failed) signIns(file).inBrowser(account("corp"), watch)).failure())
        .isInstanceOfSatisfying(
            SignInFailure.NotKept.class,
            lost -> assertThat(lost.file()).startsWith(file.toString()));
  }

  @Test
  void a_role_that_is_taken_with_a_signed_in_profile_needs_its_sign_in() {
    assertThat(signIns().needs(account("above")))
        .isEqualTo(
            new SignInNeeds(Optional.of("https://portico-test.invalid/start"), Optional.empty()));
    assertThat(signIns().needs(account("keys"))).isEqualTo(SignInNeeds.NOTHING);
    assertThat(signIns().needs(new CloudAccount.Practice())).isEqualTo(SignInNeeds.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"corp", "old"})
  void the_sdks_own_provider_takes_the_token_in_another_process(String profile)
      throws IOException, InterruptedException {
    new AwsSignIns(settingsAt(home.resolve(".aws")), InstantSource.system())
        .inBrowser(account(profile), watch);

    assertThat(saidByTheSdk(profile)).contains("key ASIAFROMSIGNIN");
    assertThat(center.requests).anyMatch(each -> each.startsWith("/federation/credentials"));
  }

  @Test
  void the_sdk_renews_a_token_that_is_about_to_end() throws IOException, InterruptedException {
    InstantSource hoursAgo = () -> Instant.now().minusSeconds(28800 - 60);
    new AwsSignIns(settingsAt(home.resolve(".aws")), hoursAgo).inBrowser(account("corp"), watch);

    assertThat(saidByTheSdk("corp")).contains("key ASIAFROMSIGNIN");

    JsonNode renewal = center.sentTo("/token").getLast();
    assertThat(renewal.path("grantType").asString()).isEqualTo("refresh_token");
    assertThat(renewal.path("refreshToken").asString()).isEqualTo("the-refresh-token");
    assertThat(Instant.parse(kept(SESSION_FILE).path("expiresAt").asString()))
        .isAfter(Instant.now().plusSeconds(3600));
  }

  /** What a process with the AWS SDK alone prints, which has this home and these files. */
  private String saidByTheSdk(String profile) throws IOException, InterruptedException {
    Path config = Files.writeString(home.resolve("config"), CONFIG);
    ProcessBuilder sdk =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SdkProfileReader.class.getName(),
            profile);
    sdk.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    sdk.environment().put("HOME", home.toString());
    sdk.environment().put("AWS_CONFIG_FILE", config.toString());
    sdk.environment().put("AWS_ENDPOINT_URL_SSO", center.uri().toString());
    sdk.environment().put("AWS_ENDPOINT_URL_SSO_OIDC", center.uri().toString());
    Path out = home.resolve("out");
    Process process = sdk.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  private AwsSettings settingsAt(Path awsFolder) {
    ProfileFile profiles =
        ProfileFile.builder()
            .content(new ByteArrayInputStream(CONFIG.getBytes(StandardCharsets.UTF_8)))
            .type(ProfileFile.Type.CONFIGURATION)
            .build();
    return new AwsSettings(
        () -> profiles,
        "default",
        List::of,
        List::of,
        AwsFixture.onceLimits(),
        new SignInPlaces(Optional.of(awsFolder), Optional.of(center.uri())));
  }
}
