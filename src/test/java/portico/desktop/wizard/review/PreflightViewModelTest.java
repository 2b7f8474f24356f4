package portico.desktop.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import portico.catalog.CallerIdentity;
import portico.catalog.LoadBalancerState;
import portico.catalog.Vpc;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.model.Scheme;
import portico.operation.ProviderKind;
import portico.preflight.Finding;
import portico.preflight.PreflightReport;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class PreflightViewModelTest {
  private static final Place PLACE = new Place(Samples.PRACTICE, "us-west-2");

  private final FakeServices fakes = new FakeServices();
  private final ObjectProperty<Optional<Draft>> draft =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<AccountChoice>> account =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<NetworkChoice>> network =
      new SimpleObjectProperty<>(Optional.empty());
  private final PreflightLines lines = new PreflightLines(Texts.load());

  private PreflightViewModel model(Background background) {
    return new PreflightViewModel(
        fakes.services(), background, () -> Samples.NOW, draft, account, network, Optional.empty());
  }

  private void chooseNetwork(int subnets) {
    account.set(
        Optional.of(
            new AccountChoice(
                PLACE, ProviderKind.BUNDLED, new CallerIdentity("000000000000", "arn", "id"))));
    network.set(
        Optional.of(
            new NetworkChoice(
                PLACE,
                Scheme.INTERNET_FACING,
                new Vpc(WizardFixture.VPC, "default", "172.31.0.0/16", true),
                fakes.catalog.subnets.subList(0, subnets))));
  }

  private static PreflightReport report(PreflightViewModel model) {
    return model.stateProperty().get().result().orElseThrow().report();
  }

  @Test
  void without_a_network_there_is_nothing_to_look_at() {
    PreflightViewModel model = model(new InlineBackground());

    assertThat(model.stateProperty().get()).isEqualTo(new PreflightState.Waiting());
    assertThat(fakes.catalog.calls).isEmpty();
  }

  @Test
  void a_network_is_enough_for_names_quotas_subnets_permissions_credentials_and_engine() {
    fakes.catalog.denied.add("elasticloadbalancing:CreateLoadBalancer");
    PreflightViewModel model = model(new InlineBackground());

    chooseNetwork(2);

    assertThat(report(model).checks())
        .extracting(check -> check.finding())
        .containsExactly(
            Finding.NAMES_FREE,
            Finding.QUOTAS_LEFT,
            Finding.SUBNETS_FIT,
            Finding.DENIED,
            Finding.CREDENTIALS_LAST,
            Finding.ENGINE_READY);
    assertThat(report(model).warnings()).isEmpty();
    assertThat(lines.counts(report(model))).isEqualTo("1 warning");
  }

  @Test
  void while_one_look_is_under_way_only_the_newest_choice_is_looked_at_next() {
    ManualBackground background = new ManualBackground();
    PreflightViewModel model = model(background);
    chooseNetwork(2);
    chooseNetwork(3);
    chooseNetwork(2);
    chooseNetwork(3);
    assertThat(background.waiting()).isEqualTo(1);
    assertThat(model.stateProperty().get()).isInstanceOf(PreflightState.Running.class);

    background.runAll();

    assertThat(fakes.catalog.calls).filteredOn("quotas"::equals).hasSize(2);
    assertThat(subnetsLookedAt(model)).isEqualTo(3);
    assertThat(model.stateProperty().get()).isInstanceOf(PreflightState.Done.class);
  }

  private static int subnetsLookedAt(PreflightViewModel model) {
    var subject = model.stateProperty().get().result().orElseThrow().subject();
    return subject.spec().loadBalancer().subnetIds().size();
  }

  @Test
  void what_another_account_answers_late_is_dropped() {
    ManualBackground background = new ManualBackground();
    PreflightViewModel model = model(background);
    chooseNetwork(2);
    network.set(Optional.empty());

    background.runAll();

    assertThat(model.stateProperty().get()).isEqualTo(new PreflightState.Waiting());
  }

  @Test
  void what_was_looked_at_is_not_looked_at_again_unless_asked() {
    PreflightViewModel model = model(new InlineBackground());
    chooseNetwork(2);
    chooseNetwork(2);
    assertThat(fakes.catalog.calls).filteredOn("quotas"::equals).hasSize(1);

    model.again();

    assertThat(fakes.catalog.calls).filteredOn("quotas"::equals).hasSize(2);
  }

  @Test
  void a_complete_draft_is_looked_at_whole_and_hinders_by_what_failed() {
    WizardFixture fixture = new WizardFixture();
    fixture.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
    var wizard = fixture.wizard();
    for (int step = 0; step < 6; step++) {
      wizard.next();
    }

    PreflightState.Result result = wizard.preflight().stateProperty().get().result().orElseThrow();
    assertThat(result.subject().whole()).isTrue();
    List<PreflightLine> open = lines.open(result.report());
    assertThat(open.getFirst().state()).isEqualTo(Finding.State.FAILED);
    assertThat(open.getFirst().mend()).contains(StepId.ACCESS);
    assertThat(open).extracting(PreflightLine::topic).contains("Encryption", "Target groups");
    assertThat(open).extracting(PreflightLine::text).doesNotHaveDuplicates();
  }

  @Test
  void a_name_that_is_mended_is_found_free() {
    WizardFixture fixture = new WizardFixture();
    fixture.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
    var wizard = fixture.wizard();
    for (int step = 0; step < 6; step++) {
      wizard.next();
    }
    assertThat(report(wizard.preflight()).failed()).isTrue();

    wizard.access().loadBalancerName().textProperty().set("llama-lb");

    assertThat(report(wizard.preflight()).failed()).isFalse();
  }
}
