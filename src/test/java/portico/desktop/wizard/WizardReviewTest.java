package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.LoadBalancerState;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.review.PreviewState;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.Samples;

/** The preview, the name and the deployment at the end of the wizard. */
class WizardReviewTest extends WizardScene {
  @Test
  void deploying_waits_for_the_preview_and_hands_over_to_the_operation() {
    WizardViewModel wizard = atReview();
    wizard.review().deploy();
    assertThat(fixture.fakes.operations.started).hasSize(1);

    fixture.finishPreview();
    assertThat(wizard.problem().getValue()).isEmpty();
    wizard.review().deploy();

    assertThat(fixture.newest().kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(fixture.newest().spec())
        .isEqualTo(fixture.fakes.operations.started.getFirst().spec());
    assertThat(fixture.navigation.went).containsExactly("showOperation " + fixture.newest().id());
  }

  @Test
  void a_deployment_that_is_refused_says_why_and_can_be_tried_again() {
    WizardViewModel wizard = atReview();
    fixture.finishPreview();
    fixture.fakes.operations.refusal =
        Optional.of(new OperationFailure.NotWritable("/home/ada/.portico", "read-only"));

    wizard.review().deploy();

    assertThat(wizard.review().refusalProperty().get().orElseThrow().what()).contains("/home/ada");
    fixture.fakes.operations.refusal = Optional.empty();
    wizard.review().deploy();
    assertThat(fixture.navigation.went).hasSize(1);
    assertThat(wizard.review().refusalProperty().get()).isEmpty();
  }

  @Test
  void a_change_after_the_preview_forbids_deploying_until_the_next_one_succeeds() {
    WizardViewModel wizard = atReview();
    fixture.finishPreview();

    wizard.goTo(StepId.ACCESS);
    wizard.access().loadBalancerName().textProperty().set("llama-lb");
    wizard.next();
    wizard.next();

    assertThat(fixture.fakes.operations.started).hasSize(2);
    assertThat(wizard.problem().getValue()).isPresent();
    fixture.finishPreview();
    assertThat(wizard.problem().getValue()).isEmpty();
    wizard.review().deploy();
    assertThat(fixture.newest().spec().loadBalancer().name()).isEqualTo("llama-lb");
  }

  @Test
  void going_back_and_forth_without_a_change_previews_nothing_again() {
    WizardViewModel wizard = atReview();
    fixture.finishPreview();

    wizard.back();
    wizard.next();

    assertThat(fixture.fakes.operations.started).hasSize(1);
    assertThat(wizard.problem().getValue()).isEmpty();
  }

  @Test
  void another_name_needs_another_preview() {
    WizardViewModel wizard = atReview();
    fixture.finishPreview();

    wizard.review().name().textProperty().set("llama-production");
    assertThat(wizard.problem().getValue().orElseThrow().text()).contains("preview again");
    wizard.review().previewIfChanged();
    fixture.finishPreview();

    assertThat(wizard.problem().getValue()).isEmpty();
    assertThat(fixture.newest().environment()).isEqualTo(new EnvironmentName("llama-production"));
  }

  @Test
  void a_failed_preview_forbids_deploying() {
    WizardViewModel wizard = atReview();

    fixture.fakes.operations.finish(
        fixture.newest().id(), new Outcome.Failed(List.of(new OperationFailure.Stalled(60)), 0));

    assertThat(wizard.review().preview().stateProperty().get())
        .isInstanceOf(PreviewState.Failed.class);
    assertThat(wizard.problem().getValue().map(Problem::control)).contains("wizard-preview-again");
  }

  @Test
  void a_failed_preview_is_not_repeated_by_itself_but_is_when_the_review_is_entered_again() {
    WizardViewModel wizard = atReview();
    fixture.fakes.operations.finish(
        fixture.newest().id(), new Outcome.Failed(List.of(new OperationFailure.Stalled(60)), 0));

    wizard.review().previewIfChanged();
    assertThat(fixture.fakes.operations.started).hasSize(1);
    wizard.back();
    wizard.next();

    assertThat(fixture.fakes.operations.started).hasSize(2);
  }

  @Test
  void a_taken_name_gets_a_number_and_cannot_be_typed() {
    fixture.fakes.environments.put(Samples.deployed("ai-inference-lb", Samples.PRACTICE));
    WizardViewModel wizard = atReview();
    assertThat(wizard.review().name().text()).isEqualTo("ai-inference-lb-2");

    wizard.review().name().textProperty().set("ai-inference-lb");

    assertThat(wizard.review().name().message().getValue()).contains("already");
    assertThat(wizard.problem().getValue().map(Problem::control))
        .contains("wizard-environment-name");
  }

  @Test
  void the_name_of_an_environment_without_resources_can_be_used_again() {
    fixture.fakes.environments.put(
        Samples.inState("ai-inference-lb", Samples.PRACTICE, new EnvironmentState.Empty()));

    assertThat(atReview().review().name().text()).isEqualTo("ai-inference-lb");
  }

  @Test
  void names_that_aws_has_already_forbid_deploying_and_lead_to_their_step() {
    fixture.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
    WizardViewModel wizard = atReview();
    fixture.finishPreview();

    assertThat(wizard.problem().getValue())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.text()).contains("ai-inference-lb").contains("another name");
              assertThat(problem.control()).isEqualTo("wizard-preflight-mend-1");
            });
  }
}
