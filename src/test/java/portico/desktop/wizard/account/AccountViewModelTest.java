package portico.desktop.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Region;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.operation.ProviderKind;
import portico.testing.FakeCatalog;
import portico.testing.FakeCatalogs;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class AccountViewModelTest {
  private final FakeServices fakes = new FakeServices();
  private final FakeCatalog catalog = fakes.catalog;
  private final FakeCatalogs catalogs = fakes.catalogs;
  private final List<URI> opened = new ArrayList<>();

  private AccountViewModel entered() {
    return entered(new InlineBackground());
  }

  private AccountViewModel model(Background background) {
    return new AccountViewModel(
        fakes.services(), background, Texts.load(), opened::add, () -> Samples.NOW);
  }

  private AccountViewModel entered(Background background) {
    AccountViewModel model = model(background);
    model.enter();
    return model;
  }

  @Test
  void practice_with_the_bundled_provider_is_chosen_where_no_profile_exists() {
    AccountViewModel model = entered();

    assertThat(model.kindProperty().get()).isEqualTo(AccountKind.PRACTICE);
    assertThat(model.choice().getValue())
        .contains(
            new AccountChoice(
                new Place(new CloudAccount.Practice(), "us-west-2"),
                ProviderKind.BUNDLED,
                catalog.identity));
    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void
      the_default_profile_with_its_region_and_the_official_provider_is_chosen_where_profiles_are() {
    profile("ml-platform", "eu-west-1");
    profile("default", "us-east-1");

    AccountViewModel model = entered();

    AccountChoice choice = model.choice().getValue().orElseThrow();
    assertThat(choice.place())
        .isEqualTo(new Place(new CloudAccount.Profile(Optional.of("default")), "us-east-1"));
    assertThat(choice.provider()).isEqualTo(ProviderKind.OFFICIAL);
  }

  @Test
  void the_sdks_default_credentials_can_be_chosen_instead_of_a_profile() {
    profile("default", "us-east-1");
    AccountViewModel model = entered();

    model.chooseProfile(model.profiles().getLast());

    assertThat(model.choice().getValue().map(each -> each.place().account()))
        .contains(new CloudAccount.Profile(Optional.empty()));
  }

  @Test
  void a_failure_hinders_until_a_second_try_succeeds() {
    catalog.failure = Optional.of(new CatalogFailure.Throttled("sts:GetCallerIdentity"));
    AccountViewModel model = entered();
    assertThat(model.accountProperty().get().failed()).isEqualTo(catalog.failure);
    assertThat(model.problem().getValue().map(Problem::control))
        .contains("wizard-account-failure-retry");

    catalog.failure = Optional.empty();
    model.check();

    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void the_answer_about_an_earlier_region_is_dropped() {
    ManualBackground background = new ManualBackground();
    AccountViewModel model = entered(background);
    background.runNext();
    model.region().textProperty().set("us-east-1");

    background.runNewest();
    background.runAll();

    assertThat(model.choice().getValue().map(each -> each.place().region())).contains("us-east-1");
  }

  @Test
  void an_account_counts_only_for_the_region_it_was_asked_in() {
    AccountViewModel model = entered();

    model.region().textProperty().set("us-west");

    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.region().message().getValue()).contains("us-west");
    assertThat(model.accountProperty().get()).isInstanceOf(LoadState.Idle.class);
  }

  @Test
  void a_region_that_the_account_does_not_list_is_not_enabled() {
    AccountViewModel model = entered();

    model.region().textProperty().set("ap-south-2");

    assertThat(model.accountProperty().get().failed())
        .contains(new CatalogFailure.RegionNotEnabled("ap-south-2"));
  }

  @Test
  void regions_come_from_the_account() {
    assertThat(entered().regions())
        .extracting(Region::code)
        .containsExactly("us-east-1", "us-west-2");
  }

  @Test
  void an_endpoint_is_asked_on_demand_and_not_while_its_address_is_typed() {
    AccountViewModel model = entered();
    catalogs.opened.clear();
    model.chooseKind(AccountKind.ENDPOINT);
    model.endpoint().textProperty().set("http://127.0.0.1:5000");
    assertThat(catalogs.opened).isEmpty();
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-check");

    model.check();

    assertThat(model.choice().getValue().map(each -> each.place().account()))
        .contains(new CloudAccount.Endpoint(URI.create("http://127.0.0.1:5000"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "htp://x",
    "127.0.0.1:5000",
    "http://",
    "http://a b",
    "http://key:secret@host/",
    "''"
  })
  void an_address_that_is_none_or_holds_a_secret_is_refused(String address) {
    AccountViewModel model = entered();
    catalogs.opened.clear();
    model.chooseKind(AccountKind.ENDPOINT);
    model.endpoint().textProperty().set(address);

    model.check();

    assertThat(catalogs.opened).isEmpty();
    assertThat(model.endpoint().message().getValue()).isNotEmpty();
  }

  @Test
  void a_provider_that_was_picked_stays_when_the_account_changes() {
    AccountViewModel model = entered();
    model.chooseProvider(ProviderKind.OFFICIAL);

    model.chooseKind(AccountKind.ENDPOINT);

    assertThat(model.providerProperty().get()).isEqualTo(ProviderKind.OFFICIAL);
  }

  @Test
  void an_existing_environment_stays_where_it_is() {
    profile("default", "us-east-1");
    AccountViewModel model = model(new InlineBackground());
    model.prefill(new CloudAccount.Profile(Optional.of("gone")), "us-west-2");
    model.enter();

    assertThat(model.fixedProperty().get()).isTrue();
    assertThat(model.choice().getValue().map(AccountChoice::place))
        .contains(new Place(new CloudAccount.Profile(Optional.of("gone")), "us-west-2"));
  }

  @Test
  void every_catalogue_that_was_opened_is_closed() {
    entered();

    assertThat(catalog.closed).isTrue();
    assertThat(catalog.calls).isEqualTo(List.of("callerIdentity", "regions", "credentialsExpiry"));
  }

  private void profile(String name, String region) {
    catalogs.profiles.add(new AwsProfile(name, AwsProfile.Kind.STATIC_KEYS, Optional.of(region)));
  }
}
