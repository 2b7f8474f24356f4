package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.desktop.wizard.draft.StepId;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.operation.Step;
import portico.preset.Presets;
import portico.testing.Samples;

/** A change of an environment that stands. */
class WizardEditingTest extends WizardScene {
  @Test
  void another_server_for_an_environment_fills_its_group_and_makes_no_second_one() {
    WizardViewModel wizard = changing(Samples.spec());
    wizard.serve().choose(Presets.load().find("vllm").orElseThrow());
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }

    EnvironmentSpec asked = fixture.newest().spec();
    TargetGroupSpec before = Samples.spec().targetGroups().getFirst();
    assertThat(asked.service().server()).isEqualTo("vllm");
    assertThat(asked.targetGroups()).hasSize(1);
    assertThat(asked.targetGroups().getFirst().name()).isEqualTo(before.name());
    assertThat(asked.targetGroups().getFirst().targets()).isEqualTo(before.targets());
    assertThat(asked.targetGroups().getFirst().healthCheck().path()).isEqualTo("/health");
    assertThat(asked.loadBalancer().attributes().idleTimeoutSeconds()).isEqualTo(600);
    assertThat(asked.listeners()).isEqualTo(Samples.spec().listeners());
  }

  @Test
  void replacing_a_protected_load_balancer_is_warned_of_before_the_deployment_is_refused() {
    WizardViewModel wizard = changing(Samples.withDeletionProtection(Samples.spec()));
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }
    fixture.finishPreview();
    assertThat(wizard.review().protectedBalancer().getValue()).isEmpty();

    wizard.review().previewAgain();
    fixture.emitStep(fixture.newest().id(), Samples.LOAD_BALANCER, Step.REPLACE, "subnets");
    fixture.succeed(fixture.newest().id());
    assertThat(wizard.review().protectedBalancer().getValue()).contains("ai-inference-lb");
  }

  @Test
  void another_name_for_a_protected_load_balancer_is_warned_of_even_if_protection_goes_with_it() {
    WizardViewModel wizard = changing(Samples.withDeletionProtection(Samples.spec()));
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }
    wizard.settings().protectionProperty().set(false);
    assertThat(wizard.review().protectedBalancer().getValue()).isEmpty();

    wizard.access().loadBalancerName().textProperty().set("another-lb");
    assertThat(wizard.review().protectedBalancer().getValue()).contains("ai-inference-lb");
  }

  @Test
  void a_new_environment_has_nothing_that_is_protected_yet() {
    WizardViewModel wizard = atReview();
    wizard.settings().protectionProperty().set(true);
    wizard.access().loadBalancerName().textProperty().set("another-lb");

    assertThat(wizard.review().protectedBalancer().getValue()).isEmpty();
  }

  @Test
  void editing_from_the_map_turns_to_the_step_and_the_group() {
    WizardViewModel wizard = atReview();
    wizard.goTo(StepId.TARGETS);
    wizard.targets().add();
    String second = wizard.targets().selectedProperty().get().name().text();
    wizard.targets().select(wizard.targets().groups().getFirst());
    wizard.next();

    wizard.edit(StepId.TARGETS, Optional.of(second));
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);
    assertThat(wizard.targets().selectedProperty().get().name().text()).isEqualTo(second);

    wizard.edit(StepId.NETWORK, Optional.empty());
    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.NETWORK);
  }
}
