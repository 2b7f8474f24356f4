package portico.desktop.wizard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.Instance;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.AccessChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.Scheme;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class AccessViewModelTest {
  private final WizardFixture fixture = new WizardFixture();
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(Optional.of(network(Scheme.INTERNET_FACING)));

  private final ObjectProperty<Optional<TargetsChoice>> targets =
      new SimpleObjectProperty<>(Optional.empty());

  private void chooseInstance() {
    Instance instance = fixture.fakes.catalog.instances.values().iterator().next().getFirst();
    targets.set(
        Optional.of(
            new TargetsChoice(
                "vpc-0123456789abcdef0", List.of(), Map.of(instance.id(), instance))));
  }

  private static List<String> opened(AccessViewModel model) {
    return model
        .choice()
        .getValue()
        .map(AccessChoice::access)
        .map(AccessSpec::targetSecurityGroupIds)
        .orElseThrow();
  }

  @Test
  void the_targets_groups_let_the_load_balancer_in_unless_that_is_unticked() {
    AccessViewModel model = entered();
    assertThat(opened(model)).isEmpty();

    chooseInstance();
    assertThat(opened(model)).containsExactly("sg-0aa11bb22cc33dd44");

    model.openTargetsProperty().set(false);
    assertThat(opened(model)).isEmpty();
  }

  @Test
  void an_environment_keeps_its_opened_groups_until_asked_for_others() {
    EnvironmentSpec before = Samples.spec();
    EnvironmentSpec existing =
        new EnvironmentSpec(
            before.region(),
            before.loadBalancer(),
            before.targetGroups(),
            before.listeners(),
            new AccessSpec(before.access().ingressCidrs(), List.of("sg-0000000000000000a")));
    AccessViewModel model = model(new InlineBackground());
    chooseInstance();
    model.prefill(existing);
    model.enter();
    assertThat(opened(model)).containsExactly("sg-0000000000000000a");

    model.openTargetsProperty().set(false);
    assertThat(opened(model)).isEmpty();
    model.openTargetsProperty().set(true);
    assertThat(opened(model)).containsExactly("sg-0aa11bb22cc33dd44");
  }

  private NetworkChoice network(Scheme scheme) {
    var catalog = fixture.fakes.catalog;
    return new NetworkChoice(
        new Place(Samples.PRACTICE, "us-west-2"),
        scheme,
        catalog.vpcs.getFirst(),
        catalog.subnets.subList(0, 2));
  }

  private AccessViewModel model(Background background) {
    return new AccessViewModel(fixture.fakes.practice, background, fixture.texts, network, targets);
  }

  private AccessViewModel entered() {
    AccessViewModel model = model(new InlineBackground());
    model.enter();
    return model;
  }

  private static List<String> cidrs(AccessViewModel model) {
    return model
        .choice()
        .getValue()
        .map(AccessChoice::access)
        .map(AccessSpec::ingressCidrs)
        .orElse(List.of());
  }

  @Test
  void this_machines_address_is_chosen_when_it_is_found() {
    AccessViewModel model = entered();

    assertThat(model.modeProperty().get()).isEqualTo(AccessMode.MY_ADDRESS);
    assertThat(cidrs(model)).containsExactly("203.0.113.7/32");
  }

  @Test
  void while_the_address_is_looked_up_the_step_says_so() {
    ManualBackground background = new ManualBackground();
    AccessViewModel model = model(background);
    model.enter();

    assertThat(model.problem().getValue().orElseThrow().text()).contains("being looked up");
    background.runAll();

    assertThat(model.problem().getValue()).isEmpty();
  }

  @Test
  void when_the_address_is_not_found_the_user_lists_networks() {
    fixture.fakes.practice.publicAddress = Optional.empty();
    AccessViewModel model = entered();
    assertThat(model.modeProperty().get()).isEqualTo(AccessMode.NETWORKS);
    assertThat(model.problem().getValue().map(Problem::control))
        .contains(model.networks().getFirst().id());

    model.networks().getFirst().textProperty().set("198.51.100.0/24");

    assertThat(cidrs(model)).containsExactly("198.51.100.0/24");
  }

  @Test
  void a_late_address_does_not_override_what_the_user_chose() {
    ManualBackground background = new ManualBackground();
    AccessViewModel model = model(background);
    model.enter();
    model.chooseMode(AccessMode.ANYONE);

    background.runAll();

    assertThat(cidrs(model)).containsExactly("0.0.0.0/0");
  }

  @Test
  void each_network_is_judged_while_it_is_typed() {
    AccessViewModel model = entered();
    model.chooseMode(AccessMode.NETWORKS);
    Field first = model.networks().getFirst();
    first.textProperty().set("10.0.0.1/8");
    assertThat(first.message().getValue()).contains("10.0.0.0/8");
    first.textProperty().set("10.0.0.0");
    assertThat(first.message().getValue()).contains("not a network");
    first.textProperty().set("10.0.0.0/8");
    assertThat(first.message().getValue()).isEmpty();
  }

  @Test
  void the_same_network_twice_is_refused_until_one_is_removed() {
    AccessViewModel model = entered();
    model.chooseMode(AccessMode.NETWORKS);
    model.networks().getFirst().textProperty().set("10.0.0.0/8");
    model.addNetwork();
    model.networks().getLast().textProperty().set("10.0.0.0/8");
    assertThat(cidrs(model)).isEmpty();

    model.removeNetwork(model.networks().getLast());

    assertThat(cidrs(model)).containsExactly("10.0.0.0/8");
  }

  @Test
  void the_last_network_is_emptied_instead_of_removed() {
    AccessViewModel model = entered();
    model.networks().getFirst().textProperty().set("10.0.0.0/8");

    model.removeNetwork(model.networks().getFirst());

    assertThat(model.networks()).extracting(Field::text).containsExactly("");
  }

  @Test
  void an_internal_load_balancer_is_offered_to_its_vpc_and_not_to_this_machines_address() {
    network.set(Optional.of(network(Scheme.INTERNAL)));

    AccessViewModel model = entered();

    assertThat(model.internalProperty().get()).isTrue();
    assertThat(cidrs(model)).containsExactly("172.31.0.0/16");
    model.chooseMode(AccessMode.MY_ADDRESS);
    assertThat(model.choice().getValue()).isEmpty();
  }

  @Test
  void the_name_is_judged_by_awss_rules() {
    AccessViewModel model = entered();
    model.loadBalancerName().textProperty().set("internal-lb");
    assertThat(model.loadBalancerName().message().getValue()).contains("internal-");
    assertThat(model.choice().getValue()).isEmpty();
  }

  @Test
  void an_environment_being_changed_brings_its_networks() {
    AccessViewModel model = model(new InlineBackground());
    model.prefill(Samples.spec());

    model.enter();

    assertThat(model.modeProperty().get()).isEqualTo(AccessMode.NETWORKS);
    assertThat(cidrs(model)).isEqualTo(Samples.spec().access().ingressCidrs());
  }
}
