package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.DeviceCode;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;

/** {@code portico sign-in}, and when credentials end. */
class SignInCommandTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ada";
  private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
  private static final URI COMPLETE = URI.create("https://device.invalid/?user_code=BCDF-GHJK");

  private final CliRun cli = new CliRun();

  private void identityCenter() {
    cli.fakes.signIns.needs =
        new SignInNeeds(Optional.of("https://portico-test.invalid/start"), Optional.empty());
    cli.fakes.signIns.shown =
        Optional.of(
            new DeviceCode(
                "BCDF-GHJK",
                URI.create("https://device.invalid/"),
                COMPLETE,
                Duration.ofMinutes(10)));
    cli.fakes.signIns.answer = new SignInAnswer.SignedIn(Optional.of(UNTIL));
  }

  private void mfa() {
    cli.fakes.signIns.needs = new SignInNeeds(Optional.empty(), Optional.of(DEVICE));
    cli.fakes.signIns.answer = new SignInAnswer.SignedIn(Optional.of(UNTIL));
  }

  private void wrong() {
    cli.fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.WrongCode(DEVICE));
  }

  @Test
  void address_and_code_are_printed_and_the_browser_is_opened() {
    identityCenter();
    cli.interactive = true;

    assertThat(cli.run("sign-in", "--profile", "ml")).isZero();

    assertThat(cli.err()).contains("Sign in at " + COMPLETE).contains("BCDF-GHJK");
    assertThat(cli.browsed).containsExactly(COMPLETE);
    assertThat(cli.out()).startsWith("Signed in. Credentials end in ");
    assertThat(cli.fakes.signIns.browsers)
        .containsExactly(new CloudAccount.Profile(Optional.of("ml")));
  }

  @Test
  void no_browser_is_opened_when_none_is_wanted_or_nobody_is_there() {
    identityCenter();
    assertThat(cli.run("sign-in", "--profile", "ml", "--json")).isZero();
    assertThat(cli.json().at("/until").asString()).isEqualTo(UNTIL.toString());

    cli.interactive = true;
    assertThat(cli.run("sign-in", "--profile", "ml", "--no-browser")).isZero();

    assertThat(cli.browsed).isEmpty();
  }

  @Test
  void a_code_is_read_from_standard_input() {
    mfa();
    cli.input = "123456\n";

    assertThat(cli.run("sign-in", "--profile", "admin", "--mfa-code", "-")).isZero();

    assertThat(cli.fakes.signIns.codes).containsExactly("123456");
    assertThat(cli.fakes.signIns.browsers).isEmpty();
  }

  @Test
  void a_code_on_the_command_line_is_refused_and_not_repeated() {
    mfa();

    assertThat(cli.run("sign-in", "--profile", "admin", "--mfa-code", "123456")).isEqualTo(2);

    assertThat(cli.err()).contains("--mfa-code -").doesNotContain("123456");
    assertThat(cli.fakes.signIns.codes).isEmpty();
  }

  @Test
  void without_a_terminal_the_next_step_is_told() {
    mfa();

    assertThat(cli.run("sign-in", "--profile", "admin", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("mfa_code_needed");
    assertThat(cli.json().at("/failures/0/next").asString()).contains("--mfa-code");
  }

  @Test
  void the_terminal_asks_again_after_a_wrong_code() {
    mfa();
    wrong();
    cli.interactive = true;
    cli.input = "111111\n222222\n333333\n444444\n";

    assertThat(cli.run("sign-in", "--profile", "admin")).isEqualTo(1);

    assertThat(cli.fakes.signIns.codes).containsExactly("111111", "222222", "333333");
    assertThat(cli.err()).contains("Code of the MFA device " + DEVICE).contains("did not accept");
  }

  @Test
  void other_commands_ask_where_there_is_someone_to_ask() {
    mfa();
    cli.fakes.catalog.failure =
        Optional.of(new CatalogFailure.MfaCodeNeeded(Optional.of("admin"), DEVICE));
    cli.fakes.signIns.meanwhile = () -> cli.fakes.catalog.failure = Optional.empty();
    cli.interactive = true;
    cli.input = "123456\n";

    assertThat(cli.run("preflight", "--profile", "admin", "--name", "demo")).isZero();
    assertThat(cli.run("catalog", "identity", "--profile", "admin")).isZero();

    assertThat(cli.fakes.signIns.codes).containsExactly("123456");
  }

  @Test
  void a_program_that_gives_a_wrong_code_is_not_asked_again() {
    mfa();
    wrong();
    cli.input = "111111\n222222\n";

    assertThat(cli.run("sign-in", "--profile", "admin", "--mfa-code", "-", "--json")).isEqualTo(1);

    assertThat(cli.fakes.signIns.codes).containsExactly("111111");
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("wrong_code");
  }

  @Test
  void a_sign_in_that_comes_to_nothing_says_why_and_what_to_do() {
    identityCenter();
    cli.fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.CodeOver());

    assertThat(cli.run("sign-in", "--profile", "ml", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("sign_in_over");
    assertThat(cli.err()).contains("Nobody confirmed the code in time.");
  }

  @Test
  void other_commands_say_where_a_code_is_entered() {
    cli.fakes.catalog.failure =
        Optional.of(new CatalogFailure.MfaCodeNeeded(Optional.of("admin"), DEVICE));

    assertThat(cli.run("catalog", "vpcs", "--profile", "admin", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("mfa_code_needed");
    assertThat(cli.json().at("/failures/0/next").asString())
        .contains("portico sign-in --profile admin");
  }

  @Test
  void the_identity_tells_when_its_credentials_end() {
    cli.fakes.catalog.credentialsExpiry = Optional.of(UNTIL);

    assertThat(cli.run("catalog", "identity", "--practice")).isZero();
    assertThat(cli.out()).contains("Credentials end").containsPattern("Credentials end in \\d+ h");
    assertThat(cli.run("catalog", "identity", "--practice", "--json")).isZero();
    assertThat(cli.json().at("/identity/credentials_end").asString()).isEqualTo(UNTIL.toString());
  }
}
