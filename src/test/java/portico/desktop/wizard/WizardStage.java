package portico.desktop.wizard;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.app.Theme;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.draft.StepId;

/** A wizard in a window of the smallest supported size, and a robot that works it. */
final class WizardStage {
  /** The smallest window, 900 by 640, without the navigation rail. */
  private static final double WIDTH = 696;

  private static final double HEIGHT = 640;

  final WizardFixture fixture;
  final WizardViewModel wizard;
  private final FxRobot robot = new FxRobot();

  private WizardStage(Stage stage, WizardFixture fixture, WizardViewModel wizard) {
    this.fixture = fixture;
    this.wizard = wizard;
    Theme.LIGHT.apply();
    Scene scene = new Scene(new WizardView(wizard), WIDTH, HEIGHT);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
    stage.toFront();
  }

  /** Shows a new wizard; on the FX thread. */
  static WizardStage show(Stage stage, WizardFixture fixture) {
    return new WizardStage(stage, fixture, fixture.wizard());
  }

  /** Goes on until the step is shown. */
  void goTo(StepId step) {
    robot.interact(
        () -> {
          while (step.compareTo(wizard.stepProperty().get()) < 0) {
            wizard.back();
          }
          while (wizard.stepProperty().get() != step) {
            StepId before = wizard.stepProperty().get();
            wizard.next();
            if (before == wizard.stepProperty().get()) {
              throw new IllegalStateException(before + ": " + wizard.problem().getValue());
            }
          }
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** What a label or button says. */
  String text(String id) {
    return robot.lookup("#" + id).<Labeled>query().getText();
  }

  /** Whether a node is shown, with all that it stands in. */
  boolean isShown(String id) {
    return robot.lookup("#" + id).tryQuery().filter(WizardStage::isShown).isPresent();
  }

  static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Fires a button as a click does, wherever the page is scrolled to. */
  void press(String id) {
    robot.interact(() -> robot.lookup("#" + id).queryButton().fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Replaces what stands in a field by typing. */
  void type(String id, String text) {
    robot.interact(() -> robot.lookup("#" + id).query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.DELETE);
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
