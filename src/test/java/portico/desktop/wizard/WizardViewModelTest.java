package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.desktop.wizard.access.AccessMode;
import portico.desktop.wizard.account.AccountKind;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.review.SummarySection;
import portico.model.Algorithm;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.operation.OperationKind;
import portico.operation.ProviderKind;
import portico.spec.SpecDiff;
import portico.testing.Samples;

class WizardViewModelTest extends WizardScene {
  @Test
  void lists_that_views_listen_to_are_held_by_their_models() {
    WizardViewModel wizard = fixture.wizard();
    assertThat(wizard.account().regions()).isSameAs(wizard.account().regions());
    assertThat(wizard.account().profiles()).isSameAs(wizard.account().profiles());
    assertThat(wizard.network().subnets().all()).isSameAs(wizard.network().subnets().all());
    assertThat(wizard.targets().groups().getFirst().instances().rows().all())
        .isSameAs(wizard.targets().groups().getFirst().instances().rows().all());
    assertThat(wizard.access().networks()).isSameAs(wizard.access().networks());
  }

  @Test
  void whoever_changes_nothing_gets_the_smallest_environment_with_patience_for_models() {
    WizardViewModel wizard = atReview();

    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.REVIEW);
    assertThat(fixture.newest().kind()).isEqualTo(OperationKind.PREVIEW);
    EnvironmentSpec asked = fixture.newest().spec();
    EnvironmentSpec smallest =
        SpecDefaults.smallest(
            "us-west-2",
            WizardFixture.VPC,
            List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0bbbbbbbbbbbbbbb2"),
            List.of("203.0.113.7/32"));
    assertThat(asked.listeners()).isEqualTo(smallest.listeners());
    assertThat(asked.access()).isEqualTo(smallest.access());
    assertThat(asked.service()).isEqualTo(smallest.service());
    assertThat(asked.loadBalancer().subnetIds()).isEqualTo(smallest.loadBalancer().subnetIds());
    TargetGroupSpec group = asked.targetGroups().getFirst();
    assertThat(group.port()).isEqualTo(SpecDefaults.PORT);
    assertThat(group.healthCheck().path()).isEqualTo("/");
    assertThat(group.healthCheck().timeoutSeconds()).isEqualTo(10);
    assertThat(group.attributes().algorithm()).isEqualTo(Algorithm.LEAST_OUTSTANDING_REQUESTS);
    assertThat(fixture.newest().environment()).isEqualTo(new EnvironmentName("ai-inference-lb"));
  }

  @Test
  void steps_show_what_is_done_and_only_those_can_be_gone_to() {
    WizardViewModel wizard = fixture.wizard();
    wizard.next();
    assertThat(wizard.stateOf(StepId.ACCOUNT).getValue()).isEqualTo(StepState.DONE);
    assertThat(wizard.stateOf(StepId.NETWORK).getValue()).isEqualTo(StepState.CURRENT);
    assertThat(wizard.stateOf(StepId.TARGETS).getValue()).isEqualTo(StepState.TO_DO);

    wizard.goTo(StepId.ACCESS);
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.NETWORK);
    wizard.goTo(StepId.ACCOUNT);
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.ACCOUNT);
    assertThat(wizard.stateOf(StepId.NETWORK).getValue()).isEqualTo(StepState.DONE);
  }

  @Test
  void a_later_step_is_no_longer_done_when_an_earlier_one_is_broken() {
    WizardViewModel wizard = atReview();
    wizard.goTo(StepId.NETWORK);
    wizard.network().subnets().all().forEach(row -> row.chosenProperty().set(false));

    assertThat(wizard.stateOf(StepId.TARGETS).getValue()).isEqualTo(StepState.TO_DO);
    wizard.goTo(StepId.REVIEW);
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.NETWORK);
  }

  @Test
  void pressing_next_on_a_wrong_step_reveals_its_messages() {
    WizardViewModel wizard = fixture.wizard();
    wizard.next();
    wizard.next();
    wizard.targets().groups().getFirst().name().prefill("");

    wizard.next();

    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);
    assertThat(wizard.targets().groups().getFirst().name().message().getValue())
        .contains("must not be empty");
  }

  @Test
  void leaving_and_coming_back_keeps_the_draft() {
    WizardViewModel wizard = fixture.wizard();
    wizard.next();
    wizard.network().subnets().all().get(2).chosenProperty().set(true);

    wizard.enter();

    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.NETWORK);
    assertThat(wizard.network().subnets().chosen()).hasSize(3);
  }

  @Test
  void another_account_voids_the_network_that_was_chosen() {
    WizardViewModel wizard = atReview();
    wizard.goTo(StepId.ACCOUNT);

    wizard.account().chooseKind(AccountKind.PROFILE);

    assertThat(wizard.stateOf(StepId.REVIEW).getValue()).isEqualTo(StepState.TO_DO);
    wizard.next();
    wizard.next();
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);
  }

  @Test
  void starting_over_stops_the_preview_and_asks_for_a_new_wizard() {
    WizardViewModel wizard = atReview();

    wizard.startOver();

    assertThat(fixture.fakes.operations.cancelled).containsExactly(fixture.newest().id());
    assertThat(fixture.navigation.went).containsExactly("startNewWizard");
  }

  @Test
  void the_summary_names_every_choice() {
    WizardViewModel wizard = fixture.wizard();
    wizard.next();
    wizard.next();
    wizard
        .targets()
        .groups()
        .getFirst()
        .instances()
        .rows()
        .all()
        .getFirst()
        .chosenProperty()
        .set(true);
    wizard.next();
    wizard.next();
    wizard.access().chooseMode(AccessMode.ANYONE);
    wizard.next();
    wizard.next();

    String all =
        String.join(
            "\n",
            wizard.review().summary().getValue().stream()
                .flatMap(section -> section.lines().stream())
                .map(SummarySection.Line::value)
                .toList());

    assertThat(all)
        .contains("Practice", "us-west-2", "public-a in us-west-2a", "llama-70b-1", "port 80")
        .contains("anyone (0.0.0.0/0)", "ai-inference-listener", "every 30 s");
  }

  @Test
  void changing_an_environment_without_a_change_asks_for_what_it_is() {
    WizardViewModel wizard = changing(Samples.spec());
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }

    assertThat(fixture.newest().spec()).isEqualTo(Samples.spec());
    assertThat(fixture.newest().environment()).isEqualTo(Samples.NAME);
    assertThat(fixture.newest().provider()).isEqualTo(ProviderKind.BUNDLED);
    assertThat(wizard.review().isNameFixed()).isTrue();
    assertThat(wizard.review().changes().getValue()).isEmpty();
    fixture.finishPreview();
    assertThat(wizard.problem().getValue()).isEmpty();
  }

  @Test
  void changing_an_environment_tells_the_values_before_and_after() {
    WizardViewModel wizard = changing(Samples.spec());
    for (int step = 0; step < 3; step++) {
      wizard.next();
    }
    wizard.targets().groups().getFirst().port().textProperty().set("8123");
    for (int step = 0; step < 4; step++) {
      wizard.next();
    }

    int before = Samples.spec().targetGroups().getFirst().port();
    assertThat(wizard.review().changes().getValue().stream().map(SpecDiff.Line::marked))
        .contains("-     port: " + before, "+     port: 8123");
  }

  @Test
  void what_the_wizard_does_not_show_of_an_environment_stays_as_it_is() {
    EnvironmentSpec spec = Samples.spec();
    TargetGroupSpec shown = spec.targetGroups().getFirst();
    TargetGroupSpec hidden =
        new TargetGroupSpec(
            "embedding",
            Protocol.HTTP,
            9000,
            SpecDefaults.HEALTH_CHECK,
            List.of(InstanceTarget.of("i-0a9b8c7d6e5f40312")));
    EnvironmentSpec both =
        new EnvironmentSpec(
            spec.region(),
            spec.loadBalancer(),
            List.of(shown, hidden),
            List.of(
                spec.listeners().getFirst(),
                new ListenerSpec("second", Protocol.HTTP, 9000, hidden.name()),
                new ListenerSpec("third", Protocol.HTTP, 9001, shown.name())),
            spec.access());
    WizardViewModel wizard = changing(both);
    wizard.next();
    wizard.next();
    wizard.next();
    wizard.targets().groups().getFirst().name().textProperty().set("llama");
    wizard.next();
    wizard.next();
    wizard.next();
    wizard.next();

    EnvironmentSpec asked = fixture.newest().spec();
    assertThat(asked.targetGroups().get(1)).isEqualTo(hidden);
    assertThat(asked.listeners())
        .extracting(each -> each.targetGroups().getFirst())
        .containsExactly("llama", "embedding", "llama");
  }
}
