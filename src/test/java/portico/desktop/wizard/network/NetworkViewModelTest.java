package portico.desktop.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.Vpc;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Problem;
import portico.model.LoadBalancerSpec;
import portico.model.Scheme;
import portico.operation.ProviderKind;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class NetworkViewModelTest {
  private final WizardFixture fixture = new WizardFixture();
  private final ObjectProperty<Optional<AccountChoice>> account =
      new SimpleObjectProperty<>(Optional.of(in("us-west-2")));

  private AccountChoice in(String region) {
    return new AccountChoice(
        new Place(Samples.PRACTICE, region), ProviderKind.BUNDLED, fixture.fakes.catalog.identity);
  }

  private NetworkViewModel model(Background background) {
    return new NetworkViewModel(fixture.fakes.catalogs, background, fixture.texts, account);
  }

  private NetworkViewModel entered() {
    NetworkViewModel model = model(new InlineBackground());
    model.enter();
    return model;
  }

  private static List<String> chosen(NetworkViewModel model) {
    return model.subnets().chosen().stream().map(row -> row.subnet().name()).toList();
  }

  private static SubnetRow row(NetworkViewModel model, String name) {
    return model.subnets().all().stream()
        .filter(row -> row.subnet().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_default_vpc_and_a_sensible_pair_of_subnets_are_chosen() {
    NetworkViewModel model = entered();

    assertThat(chosen(model)).containsExactly("public-a", "public-b");
    NetworkChoice choice = model.choice().getValue().orElseThrow();
    assertThat(choice.vpc().id()).isEqualTo(WizardFixture.VPC);
    assertThat(choice.scheme()).isEqualTo(Scheme.INTERNET_FACING);
    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void without_a_default_vpc_the_first_is_chosen() {
    fixture.fakes.catalog.vpcs.removeIf(Vpc::isDefault);

    assertThat(entered().vpcProperty().get().map(Vpc::name)).contains("training");
  }

  @Test
  void one_zone_is_too_few() {
    NetworkViewModel model = entered();

    row(model, "public-b").chosenProperty().set(false);

    assertThat(model.choice().getValue()).isEmpty();
    assertThat(model.fault().getValue().orElseThrow()).contains("two Availability Zones");
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-subnets");
  }

  @Test
  void two_subnets_of_one_zone_are_refused_with_the_zones_name() {
    fixture.addSubnet(
        "subnet-00000000000000009", "other-a", "172.31.96.0/20", "us-west-2a", 99, true);
    NetworkViewModel model = entered();

    row(model, "public-a").chosenProperty().set(true);
    row(model, "other-a").chosenProperty().set(true);

    assertThat(model.fault().getValue().orElseThrow()).contains("us-west-2a");
    assertThat(model.choice().getValue()).isEmpty();
  }

  @Test
  void a_private_subnet_tells_why_it_cannot_be_chosen_and_can_be_for_an_internal_one() {
    NetworkViewModel model = entered();
    SubnetRow row = row(model, "private-a");
    assertThat(row.selectable().get()).isFalse();
    assertThat(row.note().getValue().orElseThrow().text()).contains("internet gateway");

    model.chooseScheme(Scheme.INTERNAL);

    assertThat(row.selectable().get()).isTrue();
    assertThat(row.note().getValue()).isEmpty();
    assertThat(chosen(model)).containsExactlyInAnyOrder("private-a", "public-b");
  }

  @Test
  void what_the_user_chose_stays_when_the_scheme_changes() {
    NetworkViewModel model = entered();
    row(model, "public-b").chosenProperty().set(false);
    row(model, "public-c").chosenProperty().set(true);

    model.chooseScheme(Scheme.INTERNAL);

    assertThat(chosen(model)).containsExactly("public-a", "public-c");
  }

  @Test
  void the_search_looks_at_name_id_network_and_zone() {
    NetworkViewModel model = entered();
    model.subnets().searchProperty().set("2C");
    assertThat(model.subnets().visible())
        .extracting(row -> row.subnet().name())
        .containsExactly("public-c");
    model.subnets().searchProperty().set("0ddd");
    assertThat(model.subnets().visible())
        .extracting(row -> row.subnet().name())
        .containsExactly("private-a");
    model.subnets().searchProperty().set("");
    assertThat(model.subnets().visible()).hasSize(4);
    assertThat(chosen(model)).containsExactly("public-a", "public-b");
  }

  @Test
  void an_empty_vpc_is_named_as_the_problem() {
    NetworkViewModel model = entered();

    model.chooseVpc(fixture.fakes.catalog.vpcs.get(1));

    assertThat(model.subnets().all()).isEmpty();
    assertThat(model.problem().getValue().orElseThrow().text()).contains("no subnets");
  }

  @Test
  void a_region_without_vpcs_is_named_as_the_problem() {
    fixture.fakes.catalog.vpcs.clear();

    assertThat(entered().problem().getValue().orElseThrow().text()).contains("no VPC");
  }

  @Test
  void a_failure_is_kept_and_reading_again_recovers() {
    fixture.fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("ec2:DescribeVpcs"));
    NetworkViewModel model = entered();
    assertThat(model.vpcsProperty().get().failed()).isPresent();
    assertThat(model.problem().getValue().map(Problem::control)).contains("wizard-vpcs-retry");

    fixture.fakes.catalog.failure = Optional.empty();
    model.reload();

    assertThat(model.choice().getValue()).isPresent();
  }

  @Test
  void subnets_of_a_vpc_that_is_no_longer_chosen_are_dropped() {
    ManualBackground background = new ManualBackground();
    NetworkViewModel model = model(background);
    model.enter();
    background.runNext();
    model.chooseVpc(fixture.fakes.catalog.vpcs.get(1));

    background.runNewest();
    background.runAll();

    assertThat(model.subnets().all()).isEmpty();
  }

  @Test
  void another_region_makes_the_choice_void_until_it_is_read() {
    NetworkViewModel model = entered();

    account.set(Optional.of(in("us-east-1")));
    assertThat(model.choice().getValue()).isEmpty();
    model.enter();

    assertThat(model.choice().getValue().map(each -> each.place().region())).contains("us-east-1");
  }

  @Test
  void entering_again_reads_nothing_and_keeps_the_choice() {
    NetworkViewModel model = entered();
    row(model, "public-c").chosenProperty().set(true);
    int calls = fixture.fakes.catalog.calls.size();

    model.enter();

    assertThat(fixture.fakes.catalog.calls).hasSize(calls);
    assertThat(chosen(model)).containsExactly("public-a", "public-b", "public-c");
  }

  @Test
  void an_environment_being_changed_brings_its_subnets_and_tells_which_are_gone() {
    NetworkViewModel model = model(new InlineBackground());
    model.prefill(
        new LoadBalancerSpec(
            "lb",
            Scheme.INTERNET_FACING,
            WizardFixture.VPC,
            List.of("subnet-0bbbbbbbbbbbbbbb2", "subnet-09999999999999999")));

    model.enter();

    assertThat(chosen(model)).containsExactly("public-b");
    assertThat(model.goneProperty().get()).containsExactly("subnet-09999999999999999");
  }
}
