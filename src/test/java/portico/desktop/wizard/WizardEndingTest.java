package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.review.EndingChoice;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.operation.OperationFailure;
import portico.testing.FakeDeadlines;
import portico.testing.Samples;

/** When an environment shall end, chosen where it is deployed. */
class WizardEndingTest extends WizardScene {
  private static final Ending TOMORROW = FakeDeadlines.at(Samples.NOW.plus(Duration.ofDays(1)));

  private Ending ending() {
    return fixture.fakes.deadlines.find(fixture.newest().environment());
  }

  private void previewAndDeploy(WizardViewModel wizard) {
    fixture.finishPreview();
    wizard.review().deploy();
  }

  private WizardViewModel changingOneThatEnds() {
    fixture.fakes.deadlines.endings.put(Samples.NAME, TOMORROW);
    fixture.fakes.environments.put(
        Samples.deployed(Samples.NAME.value(), Samples.PRACTICE).ending(TOMORROW));
    WizardViewModel wizard =
        fixture.wizard(
            new InlineBackground(),
            Optional.of(new WizardStart.Change(Samples.NAME, Samples.spec(), Samples.PRACTICE)));
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }
    return wizard;
  }

  @Test
  void a_new_one_stays_unless_an_end_is_chosen() {
    WizardViewModel wizard = atReview();
    EndingChoice choice = wizard.review().ending();

    assertThat(choice.pick().get()).isEqualTo(EndingChoice.Option.NEVER);
    assertThat(choice.options().getValue()).doesNotContain(EndingChoice.Option.AS_IT_IS);
    previewAndDeploy(wizard);
    assertThat(ending()).isEqualTo(Ending.never());
  }

  @Test
  void a_chosen_end_waits_for_its_deployment_and_needs_no_other_preview() {
    WizardViewModel wizard = atReview();
    fixture.finishPreview();
    wizard.review().ending().pick().choose(EndingChoice.Option.HOURS_8);

    assertThat(wizard.problem().getValue()).isEmpty();
    wizard.review().deploy();
    Ending.Pending pending = ending().pending().orElseThrow();
    assertThat(pending.lifetime()).isEqualTo(new Lifetime(Duration.ofHours(8)));
    assertThat(pending.deployment()).isEqualTo(fixture.newest().id());
    assertThat(fixture.navigation.went).containsExactly("showOperation " + fixture.newest().id());
  }

  @Test
  void a_redeployment_keeps_the_end_that_was_set() {
    WizardViewModel wizard = changingOneThatEnds();

    assertThat(wizard.review().ending().pick().get()).isEqualTo(EndingChoice.Option.AS_IT_IS);
    previewAndDeploy(wizard);
    assertThat(fixture.fakes.deadlines.find(Samples.NAME)).isEqualTo(TOMORROW);
  }

  @Test
  void or_takes_it_back() {
    WizardViewModel wizard = changingOneThatEnds();
    wizard.review().ending().pick().choose(EndingChoice.Option.NEVER);

    previewAndDeploy(wizard);
    assertThat(fixture.fakes.deadlines.find(Samples.NAME)).isEqualTo(Ending.never());
  }

  @Test
  void an_end_that_could_not_be_kept_is_told_before_the_window_goes_on() {
    WizardViewModel wizard = atReview();
    wizard.review().ending().pick().choose(EndingChoice.Option.DAY);
    fixture.fakes.deadlines.refusal =
        Optional.of(new OperationFailure.NotWritable("/home/ada/.portico", "read-only"));

    previewAndDeploy(wizard);
    assertThat(wizard.review().refusalProperty().get().orElseThrow().what())
        .contains("The deployment has started", "/home/ada");
    assertThat(fixture.navigation.went).isEmpty();
  }

  @Test
  void every_choice_has_its_words() {
    EndingChoice choice = atReview().review().ending();

    for (EndingChoice.Option each : EndingChoice.Option.values()) {
      assertThat(choice.words(each)).isNotBlank();
    }
  }
}
