package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.catalog.LoadBalancerState;
import portico.desktop.wizard.draft.StepId;

@ExtendWith(ApplicationExtension.class)
class PreflightViewTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    WizardFixture fixture = new WizardFixture();
    fixture.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
    shown = WizardStage.show(stage, fixture);
  }

  @Test
  void what_failed_stands_first_in_the_review_and_leads_to_its_step(FxRobot robot) {
    shown.goTo(StepId.REVIEW);
    assertThat(shown.text("wizard-checks")).startsWith("1 problem, ");
    assertThat(shown.text("wizard-cost")).contains("Practice costs nothing");
    TitledPane passed = robot.lookup("#wizard-preflight-passed").queryAs(TitledPane.class);
    assertThat(passed.isExpanded()).isFalse();
    assertThat(passed.getText()).endsWith("checks passed");

    robot.interact(() -> robot.lookup("#wizard-preflight-mend-1").queryAs(Hyperlink.class).fire());
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.ACCESS);
  }

  @Test
  void every_step_lists_the_checks_at_a_press() {
    shown.goTo(StepId.TARGETS);
    assertThat(shown.isShown("wizard-checks")).isTrue();

    shown.press("wizard-checks");
    assertThat(shown.isShown("wizard-checks-list")).isTrue();
    shown.press("wizard-checks-close");

    assertThat(shown.isShown("wizard-checks-list")).isFalse();
  }
}
