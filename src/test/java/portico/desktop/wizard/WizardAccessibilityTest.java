package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.desktop.wizard.access.AccessMode;
import portico.desktop.wizard.draft.StepId;
import portico.testing.FocusableControls;

@ExtendWith(ApplicationExtension.class)
class WizardAccessibilityTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    shown = WizardStage.show(stage, new WizardFixture());
  }

  @ParameterizedTest
  @EnumSource(StepId.class)
  void every_control_that_takes_the_focus_has_a_name(StepId step, FxRobot robot) {
    robot.interact(() -> shown.wizard.access().chooseMode(AccessMode.NETWORKS));
    robot.interact(
        () -> shown.wizard.access().networks().getFirst().textProperty().set("10.0.0.0/8"));
    shown.goTo(step);
    FocusableControls controls =
        new FocusableControls(robot.listWindows().getFirst().getScene().getRoot());

    assertThat(controls.all()).hasSizeGreaterThan(3);
    assertThat(controls.all())
        .allSatisfy(
            each -> assertThat(controls.nameOf(each)).as(String.valueOf(each)).isNotBlank());
  }

  @Test
  void an_alternative_is_said_with_its_heading_and_a_box_with_what_is_chosen(FxRobot robot) {
    shown.goTo(StepId.NETWORK);

    assertThat(robot.lookup("#wizard-scheme-internal").query().getAccessibleText())
        .isEqualTo("Scheme: Internal");
    assertThat(
            robot
                .lookup("#wizard-addresses")
                .query()
                .queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .asString()
        .isEqualTo("IPv4");
  }
}
