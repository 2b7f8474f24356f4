package portico.desktop.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.DeviceCode;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

/** Signing in on the account step, and the end of the credentials. */
class SignInViewModelTest {
  private static final CatalogFailure EXPIRED =
      new CatalogFailure.ExpiredCredentials(Optional.of("ml"), true);
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ada";
  private static final CatalogFailure CODE =
      new CatalogFailure.MfaCodeNeeded(Optional.of("ml"), DEVICE);
  private static final DeviceCode SHOWN =
      new DeviceCode(
          "BCDF-GHJK",
          URI.create("https://device.invalid/"),
          URI.create("https://device.invalid/?user_code=BCDF-GHJK"),
          Duration.ofMinutes(10));

  private final FakeServices fakes = new FakeServices();
  private final List<URI> opened = new ArrayList<>();
  private Instant now = Samples.NOW;

  private AccountViewModel failing(CatalogFailure failure, Background background) {
    fakes.catalogs.profiles.add(
        new AwsProfile("ml", AwsProfile.Kind.IAM_IDENTITY_CENTER, Optional.of("us-west-2")));
    fakes.catalog.failure = Optional.of(failure);
    AccountViewModel model =
        new AccountViewModel(fakes.services(), background, Texts.load(), opened::add, () -> now);
    model.enter();
    return model;
  }

  private AccountViewModel failing(CatalogFailure failure) {
    return failing(failure, new InlineBackground());
  }

  private static SignInState state(AccountViewModel model) {
    return model.signIn().stateProperty().get();
  }

  private void accountIsGoodAfterwards() {
    fakes.signIns.meanwhile = () -> fakes.catalog.failure = Optional.empty();
  }

  @Test
  void an_expired_sign_in_is_offered_and_hinders_until_it_is_made() {
    AccountViewModel model = failing(EXPIRED);

    assertThat(state(model)).isEqualTo(new SignInState.Wanted(EXPIRED, Optional.empty()));
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-sign-in-start");
    assertThat(opened).isEmpty();
  }

  @Test
  void the_browser_opens_with_the_code_and_the_account_is_asked_again_by_itself() {
    AccountViewModel model = failing(EXPIRED);
    fakes.signIns.shown = Optional.of(SHOWN);
    accountIsGoodAfterwards();

    model.signIn().start();

    assertThat(opened).containsExactly(SHOWN.complete());
    assertThat(state(model)).isEqualTo(new SignInState.NotWanted());
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void while_the_person_confirms_the_code_is_shown_and_giving_up_ends_the_wait() {
    AccountViewModel model = failing(EXPIRED);
    fakes.signIns.shown = Optional.of(SHOWN);
    List<SignInState> seen = new ArrayList<>();
    fakes.signIns.meanwhile =
        () -> {
          seen.add(state(model));
          model.signIn().cancel();
        };

    model.signIn().start();

    assertThat(seen).containsExactly(new SignInState.Waiting(EXPIRED, SHOWN));
    assertThat(fakes.signIns.gaveUp).isTrue();
    assertThat(state(model)).isEqualTo(new SignInState.Wanted(EXPIRED, Optional.empty()));
  }

  @Test
  void a_sign_in_that_comes_to_nothing_says_why_and_can_be_made_again() {
    AccountViewModel model = failing(EXPIRED);
    fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.Refused());

    model.signIn().start();

    assertThat(state(model))
        .isEqualTo(new SignInState.Wanted(EXPIRED, Optional.of(new SignInFailure.Refused())));
    fakes.signIns.answer = new SignInAnswer.SignedIn(Optional.empty());
    accountIsGoodAfterwards();
    model.signIn().start();
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void another_account_ends_the_sign_in() {
    ManualBackground background = new ManualBackground();
    AccountViewModel model = failing(EXPIRED, background);
    background.runAll();
    model.signIn().start();
    assertThat(state(model)).isEqualTo(new SignInState.Busy(EXPIRED));
    fakes.catalog.failure = Optional.empty();

    model.chooseKind(AccountKind.PRACTICE);
    background.runAll();

    assertThat(fakes.signIns.gaveUp).isTrue();
    assertThat(state(model)).isEqualTo(new SignInState.NotWanted());
  }

  @Test
  void an_address_that_is_no_web_page_is_not_opened() {
    AccountViewModel model = failing(EXPIRED);
    URI file = URI.create("file:///etc/passwd");
    fakes.signIns.shown = Optional.of(new DeviceCode("A", file, file, Duration.ofMinutes(1)));

    model.signIn().start();

    assertThat(opened).isEmpty();
  }

  @Test
  void six_digits_are_sent_and_the_field_forgets_them() {
    AccountViewModel model = failing(CODE);
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-mfa-code");
    accountIsGoodAfterwards();
    model.signIn().code().textProperty().set("12345");
    model.signIn().send();
    assertThat(fakes.signIns.codes).isEmpty();
    assertThat(model.signIn().code().message().getValue()).contains("Six digits");

    model.signIn().code().textProperty().set(" 123456 ");
    model.signIn().send();

    assertThat(fakes.signIns.codes).containsExactly("123456");
    assertThat(model.signIn().code().text()).isEmpty();
    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void a_wrong_code_is_told_and_asked_for_again() {
    AccountViewModel model = failing(CODE);
    SignInFailure wrong = new SignInFailure.WrongCode(DEVICE);
    fakes.signIns.answer = new SignInAnswer.Failed(wrong);
    model.signIn().code().textProperty().set("123456");

    model.signIn().send();

    assertThat(state(model)).isEqualTo(new SignInState.Wanted(CODE, Optional.of(wrong)));
  }

  @Test
  void a_second_device_in_the_chain_is_asked_for_next() {
    AccountViewModel model = failing(CODE);
    CatalogFailure.MfaCodeNeeded next =
        new CatalogFailure.MfaCodeNeeded(Optional.of("ml"), "GAHT12345678");
    fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.Account(next));
    model.signIn().code().textProperty().set("123456");

    model.signIn().send();

    assertThat(state(model)).isEqualTo(new SignInState.Wanted(next, Optional.empty()));
  }

  @Test
  void other_failures_want_no_sign_in() {
    AccountViewModel model = failing(new CatalogFailure.Throttled("sts:GetCallerIdentity"));

    assertThat(state(model)).isEqualTo(new SignInState.NotWanted());
  }

  @Test
  void the_end_of_the_credentials_is_a_warning_under_a_quarter_of_an_hour_or_a_deployment() {
    Instant end = Samples.NOW.plus(Duration.ofMinutes(20));

    assertThat(new CredentialsEnd(end, Duration.ofMinutes(5)).isShort(Samples.NOW)).isFalse();
    assertThat(new CredentialsEnd(end, Duration.ofMinutes(21)).isShort(Samples.NOW)).isTrue();
    assertThat(new CredentialsEnd(end, Duration.ofMinutes(5)).isShort(Samples.NOW.plusSeconds(301)))
        .isTrue();
  }

  @Test
  void the_account_tells_when_its_credentials_end_as_time_passes() {
    fakes.catalog.credentialsExpiry = Optional.of(Samples.NOW.plus(Duration.ofMinutes(47)));
    AccountViewModel model = failing(EXPIRED);
    accountIsGoodAfterwards();
    model.signIn().start();
    assertThat(model.accountProperty().get().value().flatMap(CheckedAccount::end))
        .contains(
            new CredentialsEnd(Samples.NOW.plus(Duration.ofMinutes(47)), Duration.ofMinutes(5)));

    now = now.plusSeconds(60);
    model.tick();

    assertThat(model.nowProperty().get()).isEqualTo(now);
  }

  @Test
  void a_session_with_a_device_can_be_begun_anew_before_it_ends() {
    fakes.signIns.needs = new SignInNeeds(Optional.empty(), Optional.of(DEVICE));
    AccountViewModel model = failing(CODE);
    fakes.catalog.failure = Optional.empty();
    model.check();
    assertThat(state(model)).isEqualTo(new SignInState.NotWanted());

    model.renew(model.accountProperty().get().value().orElseThrow());

    assertThat(state(model)).isEqualTo(new SignInState.Wanted(CODE, Optional.empty()));
    assertThat(model.choice().getValue()).isPresent();
  }
}
