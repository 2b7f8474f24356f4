package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.desktop.wizard.access.AccessMode;
import portico.desktop.wizard.draft.StepId;

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
    List<Node> nodes = new ArrayList<>();
    collect(robot.listWindows().getFirst().getScene().getRoot(), nodes);
    Set<Node> labelled = new HashSet<>();
    for (Node node : nodes) {
      if (node instanceof Label label && label.getLabelFor() != null) {
        labelled.add(label.getLabelFor());
      }
    }

    List<Node> focusable =
        nodes.stream()
            .filter(Control.class::isInstance)
            .filter(node -> node.isFocusTraversable() && !node.isDisabled())
            .filter(WizardStage::isShown)
            .toList();

    assertThat(focusable).hasSizeGreaterThan(3);
    assertThat(focusable).allMatch(node -> labelled.contains(node) || isNamed(node));
  }

  private static boolean isNamed(Node node) {
    String name =
        node.getAccessibleText() != null
            ? node.getAccessibleText()
            : node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    return name.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static void collect(Parent parent, List<Node> found) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      found.add(node);
      if (node instanceof Parent inner) {
        collect(inner, found);
      }
    }
  }
}
