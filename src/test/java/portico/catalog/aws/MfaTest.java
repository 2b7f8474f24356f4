package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.failure;
import static portico.testing.Answers.value;

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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.testing.AwsFixture;
import portico.testing.SimulatedAwsServer;
import portico.testing.Totp;
import software.amazon.awssdk.profiles.ProfileFile;
import tools.jackson.databind.json.JsonMapper;

/** Roles by profiles, with and without the code of an MFA device, at the simulated AWS. */
class MfaTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/practice";
  private static final String CONFIG =
      """
      [profile keys]
      aws_access_key_id = K
      aws_secret_access_key = s
      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/practice-admin
      source_profile = keys
      role_session_name = one
      region = us-west-2
      [profile partner]
      role_arn = arn:aws:iam::123456789012:role/practice-partner
      source_profile = admin
      role_session_name = two
      external_id = practice-external-id
      duration_seconds = 900
      region = us-west-2
      [profile guarded]
      role_arn = arn:aws:iam::123456789012:role/practice-mfa
      source_profile = keys
      role_session_name = me
      mfa_serial = arn:aws:iam::123456789012:mfa/practice
      [profile behind]
      role_arn = arn:aws:iam::123456789012:role/practice-admin
      source_profile = guarded
      role_session_name = behind
      [profile unguarded]
      role_arn = arn:aws:iam::123456789012:role/practice-mfa
      source_profile = keys
      [profile keys-with-device]
      aws_access_key_id = K
      aws_secret_access_key = s
      mfa_serial = arn:aws:iam::123456789012:mfa/practice
      [profile by-keys]
      role_arn = arn:aws:iam::123456789012:role/practice-mfa
      source_profile = keys-with-device
      [profile itself]
      aws_access_key_id = K
      aws_secret_access_key = s
      role_arn = arn:aws:iam::123456789012:role/practice-mfa
      source_profile = itself
      mfa_serial = arn:aws:iam::123456789012:mfa/practice
      [profile left]
      role_arn = arn:aws:iam::123456789012:role/practice-admin
      source_profile = right
      [profile right]
      role_arn = arn:aws:iam::123456789012:role/practice-admin
      source_profile = left
      """;

  private final SimulatedAwsServer simulated;
  private final Path home;

  MfaTest(@TempDir Path folder) {
    simulated = new SimulatedAwsServer(folder.resolve("account"));
    home = folder.resolve("home");
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  private AwsSettings settings() {
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
        new SignInPlaces(Optional.of(home.resolve(".aws")), Optional.empty()));
  }

  private CloudAccount account(String profile) {
    return new CloudAccount.Endpoint(simulated.uri(), Optional.of(profile));
  }

  private Answer<CallerIdentity> ask(String profile) {
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings())
            .open(account(profile), AwsFixture.REGION)) {
      return catalog.callerIdentity();
    }
  }

  private SignInAnswer enter(String profile, String code) {
    return new AwsSignIns(settings(), InstantSource.system())
        .withCode(account(profile), AwsFixture.REGION, code);
  }

  private static String code() {
    return Totp.at(Instant.now());
  }

  private static String session(String role, String name) {
    return "arn:aws:sts::123456789012:assumed-role/" + role + "/" + name;
  }

  @Test
  void a_role_is_taken_with_the_role_of_its_source_profile() {
    assertThat(value(ask("partner")).arn()).isEqualTo(session("practice-partner", "two"));
  }

  @Test
  void when_the_roles_session_ends_is_known() {
    try (var catalog =
        new AwsCatalogs(AwsFixture.NO_PRACTICE, settings())
            .open(account("partner"), AwsFixture.REGION)) {
      assertThat(value(catalog.credentialsExpiry()).orElseThrow())
          .isBetween(
              Instant.now().plus(Duration.ofMinutes(13)),
              Instant.now().plus(Duration.ofMinutes(15)));
    }
  }

  @Test
  void a_guarded_role_asks_for_the_code_of_its_device() {
    for (String profile : List.of("guarded", "behind", "by-keys", "itself")) {
      assertThat(failure(ask(profile)))
          .as(profile)
          .isEqualTo(new CatalogFailure.MfaCodeNeeded(Optional.of(profile), DEVICE));
      assertThat(new AwsSignIns(settings(), InstantSource.system()).needs(account(profile)))
          .isEqualTo(new SignInNeeds(Optional.empty(), Optional.of(DEVICE)));
    }
  }

  @Test
  void after_one_code_every_reader_has_the_session() {
    assertThat(enter("guarded", code())).isInstanceOf(SignInAnswer.SignedIn.class);

    assertThat(value(ask("guarded")).arn()).isEqualTo(session("practice-mfa", "me"));
    assertThat(value(ask("behind")).arn()).isEqualTo(session("practice-admin", "behind"));
  }

  @Test
  void a_code_for_a_role_behind_the_guarded_one_begins_both_sessions() {
    assertThat(enter("behind", code())).isInstanceOf(SignInAnswer.SignedIn.class);

    assertThat(value(ask("behind")).arn()).isEqualTo(session("practice-admin", "behind"));
    assertThat(value(ask("guarded")).arn()).isEqualTo(session("practice-mfa", "me"));
  }

  @Test
  void keys_with_a_device_take_their_role_with_its_code() {
    assertThat(enter("by-keys", code())).isInstanceOf(SignInAnswer.SignedIn.class);

    assertThat(value(ask("by-keys")).arn()).startsWith(session("practice-mfa", ""));
  }

  @Test
  void a_wrong_code_is_told_and_nothing_is_kept() {
    String wrong = code().equals("000000") ? "000001" : "000000";

    assertThat(enter("guarded", wrong))
        .isEqualTo(new SignInAnswer.Failed(new SignInFailure.WrongCode(DEVICE)));
    assertThat(home).doesNotExist();
  }

  @Test
  void a_code_that_was_used_is_wrong() {
    String code = code();
    enter("guarded", code);

    assertThat(enter("guarded", code))
        .isEqualTo(new SignInAnswer.Failed(new SignInFailure.WrongCode(DEVICE)));
  }

  @Test
  void what_is_no_code_is_not_sent() {
    simulated.close();

    assertThat(enter("guarded", "12345"))
        .isEqualTo(new SignInAnswer.Failed(new SignInFailure.NotACode()));
    assertThat(enter("admin", "123456"))
        .isEqualTo(new SignInAnswer.Failed(new SignInFailure.NothingToDo(Optional.of("admin"))));
  }

  @Test
  void a_role_that_demands_a_code_of_a_profile_without_a_device_is_denied() {
    assertThat(failure(ask("unguarded")))
        .isInstanceOfSatisfying(
            CatalogFailure.AccessDenied.class,
            denied -> assertThat(denied.action()).isEqualTo("sts:AssumeRole"));
  }

  @Test
  void profiles_in_a_circle_give_no_credentials() {
    assertThat(failure(ask("left")))
        .isInstanceOfSatisfying(
            CatalogFailure.NoCredentials.class,
            none -> assertThat(none.detail()).contains("circle"));
  }

  @Test
  void the_session_is_kept_in_the_form_of_the_aws_cli_for_its_owner_alone() throws IOException {
    enter("guarded", code());

    try (var files = Files.list(home.resolve(".aws/cli/cache"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
                var kept = new JsonMapper().readTree(Files.readString(file));
                assertThat(kept.path("Credentials").propertyNames())
                    .contains("AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration");
                assertThat(kept.path("Credentials").path("Expiration").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dUTC");
              });
    }
  }

  /** The names are those that botocore 1.43.11 gives for the same arguments. */
  @Test
  void the_file_is_named_as_the_aws_cli_names_it_and_never_so_for_an_endpoint() {
    RoleRequest plain =
        new RoleRequest(
            "arn:aws:iam::123456789012:role/practice-mfa",
            Optional.empty(),
            Optional.empty(),
            Optional.of(DEVICE),
            Optional.empty());
    RoleRequest whole =
        new RoleRequest(
            "arn:aws:iam::123456789012:role/dev",
            Optional.of("me"),
            Optional.of("x/1\""),
            Optional.of("arn:aws:iam::123456789012:mfa/älice"),
            Optional.of(7200));

    assertThat(plain.key(Optional.empty())).isEqualTo("f9e5c3ef981bb1222655c9da5a9456dcde5f7302");
    assertThat(whole.key(Optional.empty())).isEqualTo("af8d8e5a8a0e58a21171ecbee73d5faa62f02ce9");
    assertThat(plain.key(Optional.of(simulated.uri()))).isNotEqualTo(plain.key(Optional.empty()));
  }

  @Test
  void a_session_that_the_aws_cli_began_is_taken_until_it_ends() throws IOException {
    RoleRequest role =
        new RoleRequest(
            "arn:aws:iam::123456789012:role/practice-mfa",
            Optional.of("me"),
            Optional.empty(),
            Optional.of(DEVICE),
            Optional.empty());
    Path cache = Files.createDirectories(home.resolve(".aws/cli/cache"));
    Path file = cache.resolve(role.key(Optional.of(simulated.uri())) + ".json");

    Files.writeString(file, cliSession("2100-01-01T00:00:00UTC"));
    assertThat(value(ask("guarded")).account()).isEqualTo("123456789012");
    Files.writeString(file, cliSession("2100-01-01T00:00:00+00:00"));
    assertThat(value(ask("guarded")).account()).isEqualTo("123456789012");

    Files.writeString(file, cliSession("2020-01-01T00:00:00UTC"));
    assertThat(failure(ask("guarded"))).isInstanceOf(CatalogFailure.MfaCodeNeeded.class);
    Files.writeString(file, "{\"Credentials\": half a fi");
    assertThat(failure(ask("guarded"))).isInstanceOf(CatalogFailure.MfaCodeNeeded.class);
  }

  private static String cliSession(String end) {
    return "{\"Credentials\": {\"AccessKeyId\": \"ASIACLI\", \"SecretAccessKey\": \"s\","
        + " \"SessionToken\": \"t\", \"Expiration\": \""
        + end
        + "\"}, \"AssumedRoleUser\": {}}";
  }

  @Test
  void a_program_that_is_started_gets_the_session_that_began_with_a_code_and_no_other() {
    enter("guarded", code());

    assertThat(begun("guarded"))
        .containsOnlyKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    assertThat(begun("admin")).isEmpty();
    assertThat(begun("keys")).isEmpty();
  }

  /** AWS itself is stood in for by the SDK's own setting for an endpoint of STS. */
  @Test
  void at_aws_itself_roles_without_a_device_are_the_sdks_and_others_share_the_aws_clis_file()
      throws IOException {
    System.setProperty("aws.endpointUrlSts", simulated.uri().toString());
    try {
      assertThat(endAtAws("partner")).isPresent();
      assertThat(home).doesNotExist();

      var guarded = new CloudAccount.Profile(Optional.of("itself"));
      new AwsSignIns(settings(), InstantSource.system())
          .withCode(guarded, AwsFixture.REGION, code());

      assertThat(endAtAws("itself")).isPresent();
      assertThat(home.resolve(".aws/cli/cache/f9e5c3ef981bb1222655c9da5a9456dcde5f7302.json"))
          .isRegularFile();
    } finally {
      System.clearProperty("aws.endpointUrlSts");
    }
  }

  private Optional<Instant> endAtAws(String profile) {
    try (AwsClients clients =
        AwsClients.open(
            new CloudAccount.Profile(Optional.of(profile)),
            AwsFixture.REGION,
            AwsFixture.NO_PRACTICE,
            settings())) {
      return clients.credentials().resolveCredentials().expirationTime();
    }
  }

  private Map<String, String> begun(String profile) {
    try (AwsClients clients =
        AwsClients.open(account(profile), AwsFixture.REGION, AwsFixture.NO_PRACTICE, settings())) {
      return clients.sessionBegunWithCode();
    }
  }
}
