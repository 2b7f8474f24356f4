package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.catalog.SecurityGroup;
import portico.desktop.wizard.draft.StepId;
import portico.operation.OperationKind;

@ExtendWith(ApplicationExtension.class)
class WizardClickThroughTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    WizardFixture fixture = new WizardFixture();
    fixture.fakes.catalog.securityGroups.add(
        new SecurityGroup("sg-0aa11bb22cc33dd44", "servers", List.of(), List.of()));
    shown = WizardStage.show(stage, fixture);
  }

  @Test
  void seven_clicks_deploy_the_smallest_environment(FxRobot robot) {
    for (int step = 0; step < 6; step++) {
      robot.clickOn("#wizard-next");
    }
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.REVIEW);
    assertThat(robot.lookup("#wizard-deploy").queryButton().isDisabled()).isTrue();
    assertThat(shown.text("wizard-problem")).contains("preview is running");

    robot.interact(shown.fixture::finishPreview);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#wizard-deploy");

    assertThat(shown.fixture.newest().kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(shown.fixture.navigation.went).hasSize(1);
  }

  @Test
  void the_keyboard_alone_chooses_subnets_and_targets_and_deploys(FxRobot robot) {
    tabTo(robot, "wizard-next");
    robot.push(KeyCode.SPACE);
    tabTo(robot, "wizard-subnets");
    robot.push(KeyCode.DOWN).push(KeyCode.SPACE);
    robot.push(KeyCode.DOWN).push(KeyCode.SPACE);
    assertThat(shown.wizard.network().subnets().chosen())
        .extracting(row -> row.subnet().name())
        .containsExactly("public-a", "public-c");
    robot.push(KeyCode.ALT, KeyCode.X);
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);
    tabTo(robot, "wizard-targets");
    robot.push(KeyCode.SPACE);
    robot.push(KeyCode.END).push(KeyCode.SPACE);
    assertThat(shown.wizard.targets().groups().getFirst().instances().rows().chosen())
        .extracting(row -> row.displayName())
        .containsExactly("llama-70b-1");
    robot.push(KeyCode.ALT, KeyCode.X);
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.ROUTING);
    robot.push(KeyCode.ALT, KeyCode.X);
    tabTo(robot, "wizard-access-mine");
    robot.push(KeyCode.DOWN);
    assertThat(shown.isShown("wizard-access-warning")).isTrue();
    robot.push(KeyCode.ALT, KeyCode.X);
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.SETTINGS);
    robot.push(KeyCode.ALT, KeyCode.X);
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.REVIEW);
    robot.interact(shown.fixture::finishPreview);
    tabTo(robot, "wizard-deploy");
    robot.push(KeyCode.SPACE);

    assertThat(shown.fixture.newest().kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(shown.fixture.newest().spec().access().ingressCidrs()).containsExactly("0.0.0.0/0");
    assertThat(shown.fixture.newest().spec().loadBalancer().subnetIds())
        .containsExactly("subnet-0aaaaaaaaaaaaaaa1", "subnet-0ccccccccccccccc3");
  }

  @Test
  void enter_in_a_field_goes_on_only_when_the_step_is_complete(FxRobot robot) {
    shown.goTo(StepId.TARGETS);
    shown.type("wizard-target-group-name", "-");
    robot.push(KeyCode.ENTER);
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);

    shown.type("wizard-target-group-name", "llama");
    robot.push(KeyCode.ENTER);

    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.ROUTING);
  }

  @Test
  void a_finished_step_can_be_gone_to_and_keeps_what_was_entered(FxRobot robot) {
    shown.goTo(StepId.TARGETS);
    shown.type("wizard-target-group-name", "llama");
    robot.clickOn("#wizard-step-account");
    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.ACCOUNT);

    robot.clickOn("#wizard-step-targets");

    assertThat(robot.lookup("#wizard-target-group-name").queryTextInputControl().getText())
        .isEqualTo("llama");
    assertThat(robot.lookup("#wizard-step-review").queryButton().isDisabled()).isTrue();
  }

  @Test
  void the_hint_beside_next_leads_to_the_wrong_field(FxRobot robot) {
    shown.goTo(StepId.TARGETS);
    shown.type("wizard-health-path", "health");
    assertThat(shown.text("wizard-problem")).contains("Path");

    robot.interact(() -> robot.lookup("#wizard-target-group-name").query().requestFocus());
    robot.clickOn("#wizard-problem");

    assertThat(focusId(robot)).isEqualTo("wizard-health-path");
  }

  @Test
  void whatever_gets_the_focus_is_scrolled_into_view(FxRobot robot) {
    shown.goTo(StepId.TARGETS);
    tabTo(robot, "wizard-health-unhealthy");
    WaitForAsyncUtils.waitForFxEvents();

    Node field = robot.lookup("#wizard-health-unhealthy").query();
    Node footer = robot.lookup("#wizard-back").query();
    assertThat(field.localToScene(field.getBoundsInLocal()).getMaxY())
        .isLessThan(footer.localToScene(footer.getBoundsInLocal()).getMinY());
  }

  @Test
  void starting_over_asks_first(FxRobot robot) {
    robot.clickOn("#wizard-start-over");
    robot.interact(() -> robot.lookup("#wizard-start-over-no").queryButton().fire());
    assertThat(shown.fixture.navigation.went).isEmpty();

    robot.clickOn("#wizard-start-over");
    robot.interact(() -> robot.lookup("#wizard-start-over-yes").queryButton().fire());

    assertThat(shown.fixture.navigation.went).containsExactly("startNewWizard");
  }

  private void tabTo(FxRobot robot, String id) {
    for (int presses = 0; presses < 150; presses++) {
      if (focusId(robot).equals(id)) {
        return;
      }
      robot.push(KeyCode.TAB);
    }
    throw new AssertionError("the Tab key does not reach " + id);
  }

  private static String focusId(FxRobot robot) {
    Node owner = robot.listWindows().getFirst().getScene().getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }
}
