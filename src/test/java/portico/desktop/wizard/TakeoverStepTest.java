package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.draft.StepId;
import portico.testing.Samples;

/** A wizard that begins with a load balancer that is there already. */
class TakeoverStepTest extends WizardScene {
  private final FoundLoadBalancer found = Samples.found();

  private WizardViewModel twin() {
    return fixture.wizard(
        new InlineBackground(), Optional.of(new WizardStart.Twin(found, Samples.PRACTICE)));
  }

  @Test
  void the_load_balancers_of_the_account_are_listed_when_asked_for() {
    fixture.fakes.catalog.existing.add(found);
    WizardViewModel wizard = fixture.wizard();
    assertThat(fixture.fakes.catalog.calls).doesNotContain("existing.list");

    wizard.takeover().list();

    assertThat(wizard.takeover().listProperty().get().value().orElseThrow())
        .extracting(LoadBalancerSummary::name)
        .containsExactly("shop");
  }

  @Test
  void beginning_with_one_leads_to_a_wizard_like_it() {
    fixture.fakes.catalog.existing.add(found);
    WizardViewModel wizard = fixture.wizard();
    wizard.takeover().list();

    wizard.takeover().begin(found.balancer());

    assertThat(fixture.navigation.went).containsExactly("startWizardLike shop");
  }

  @Test
  void one_that_cannot_be_read_is_told_and_read_again_when_asked() {
    WizardViewModel wizard = fixture.wizard();
    wizard.takeover().begin(found.balancer());
    assertThat(wizard.takeover().readingProperty().get().failed())
        .containsInstanceOf(CatalogFailure.ServiceError.class);
    assertThat(fixture.navigation.went).isEmpty();

    fixture.fakes.catalog.existing.add(found);
    wizard.takeover().again();

    assertThat(fixture.navigation.went).containsExactly("startWizardLike shop");
  }

  @Test
  void another_region_forgets_the_list() {
    WizardViewModel wizard = fixture.wizard();
    wizard.takeover().list();
    assertThat(wizard.takeover().listProperty().get().value()).isPresent();

    wizard.account().region().textProperty().set("us-east-1");

    assertThat(wizard.takeover().listProperty().get().value()).isEmpty();
  }

  @Test
  void all_steps_are_filled_and_make_what_was_read_under_other_names() {
    WizardViewModel wizard = twin();
    for (int step = 0; step < 7; step++) {
      wizard.next();
    }

    assertThat(wizard.stepProperty().get()).isEqualTo(StepId.REVIEW);
    assertThat(fixture.newest().spec()).isEqualTo(found.twin());
    assertThat(fixture.newest().spec().loadBalancer().name()).isEqualTo("ai-inference-lb-new");
  }

  @Test
  void it_is_a_new_environment_in_the_account_that_was_read() {
    WizardViewModel wizard = twin();

    assertThat(wizard.existing()).isEmpty();
    assertThat(wizard.review().isNameFixed()).isFalse();
    assertThat(wizard.account().fixedProperty().get()).isTrue();
    assertThat(wizard.account().fixedTextProperty().get()).contains("What was read");
  }
}
