package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.targets.GroupViewModel;
import portico.desktop.wizard.targets.TargetsViewModel;
import portico.model.Algorithm;
import portico.model.TargetType;

@ExtendWith(ApplicationExtension.class)
class TargetsStepTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    shown = WizardStage.show(stage, new WizardFixture());
  }

  private TargetsViewModel targets() {
    shown.goTo(StepId.TARGETS);
    return shown.wizard.targets();
  }

  private GroupViewModel selected() {
    return shown.wizard.targets().selectedProperty().get();
  }

  private void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ToggleButton.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void one_group_has_no_tabs_and_nothing_to_remove() {
    targets();

    assertThat(shown.isShown("wizard-target-groups")).isFalse();
    assertThat(shown.isShown("wizard-target-group-remove")).isFalse();
    assertThat(shown.isShown("wizard-targets")).isTrue();
    assertThat(shown.isShown("wizard-algorithm-round-robin")).isFalse();
  }

  @Test
  void groups_are_added_turned_to_and_removed(FxRobot robot) {
    TargetsViewModel model = targets();
    shown.press("wizard-target-group-add");
    assertThat(robot.lookup("#wizard-target-group-name").queryTextInputControl().getText())
        .isEqualTo("ai-inference-tg-2");
    FlowPane tabs = robot.lookup("#wizard-target-groups").queryAs(FlowPane.class);
    assertThat(tabs.getChildren()).hasSize(2);

    robot.interact(() -> ((ToggleButton) tabs.getChildren().getFirst()).fire());
    assertThat(robot.lookup("#wizard-target-group-name").queryTextInputControl().getText())
        .isEqualTo("ai-inference-tg");
    shown.press("wizard-target-group-remove");

    assertThat(model.groups()).hasSize(1);
    assertThat(robot.lookup("#wizard-target-group-name").queryTextInputControl().getText())
        .isEqualTo("ai-inference-tg-2");
    assertThat(shown.isShown("wizard-target-groups")).isFalse();
  }

  @Test
  void a_lambda_group_shows_neither_port_nor_spreading_and_back_again(FxRobot robot) {
    targets();
    press(robot, "wizard-target-type-lambda");
    assertThat(shown.isShown("wizard-target-function")).isTrue();
    assertThat(shown.isShown("wizard-target-group-port")).isFalse();
    assertThat(shown.isShown("wizard-spread")).isFalse();
    assertThat(shown.isShown("wizard-health-path")).isFalse();

    press(robot, "wizard-target-type-ip");
    assertThat(shown.isShown("wizard-target-group-port")).isTrue();
    assertThat(shown.isShown("wizard-health-path")).isTrue();
    shown.type("wizard-target-addresses", "10.0.1.5:8001");

    assertThat(shown.text("wizard-target-addresses-count")).startsWith("1 address");
    assertThat(selected().type().get()).isEqualTo(TargetType.IP);
  }

  @Test
  void the_hint_leads_to_a_folded_field_of_a_group_that_is_not_shown(FxRobot robot) {
    TargetsViewModel model = targets();
    robot.interact(
        () ->
            model
                .groups()
                .getFirst()
                .attributes()
                .deregistrationDelay()
                .textProperty()
                .set("9999"));
    shown.press("wizard-target-group-add");
    assertThat(shown.text("wizard-problem")).contains("ai-inference-tg");

    robot.clickOn("#wizard-problem");
    WaitForAsyncUtils.waitForFxEvents();

    Node owner = robot.listWindows().getFirst().getScene().getFocusOwner();
    assertThat(owner.getId()).isEqualTo("wizard-deregistration-delay");
    assertThat(selected()).isEqualTo(model.groups().getFirst());
    assertThat(shown.isShown("wizard-deregistration-delay-error")).isTrue();
  }

  @Test
  void slow_start_is_greyed_with_its_reason_unless_targets_come_in_turn(FxRobot robot) {
    targets();
    robot.interact(
        () -> {
          selected().attributes().algorithm().choose(Algorithm.ROUND_ROBIN);
          robot.lookup("#wizard-spread").queryAs(TitledPane.class).setExpanded(true);
        });
    assertThat(robot.lookup("#wizard-slow-start").query().isDisabled()).isFalse();

    robot.interact(
        () -> selected().attributes().algorithm().choose(Algorithm.LEAST_OUTSTANDING_REQUESTS));

    assertThat(robot.lookup("#wizard-slow-start").query().isDisabled()).isTrue();
    assertThat(shown.text("wizard-slow-start-help")).contains("Only round robin");
    assertThat(robot.lookup("#wizard-spread").queryAs(TitledPane.class).getText())
        .contains("Least outstanding requests");
  }

  @Test
  void tags_are_added_and_removed(FxRobot robot) {
    targets();
    robot.interact(
        () ->
            robot.lookup("#wizard-target-group-tags").queryAs(TitledPane.class).setExpanded(true));
    shown.press("wizard-target-group-tags-add");
    shown.type(selected().tags().lines().getFirst().key().id(), "team");
    shown.type(selected().tags().lines().getFirst().value().id(), "search");
    assertThat(selected().tags().tags()).containsEntry("team", "search");

    shown.press(selected().tags().lines().getFirst().key().id() + "-remove");

    assertThat(selected().tags().tags()).isEmpty();
  }
}
