package portico.desktop.wizard.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.app.Theme;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Stylesheets;

@ExtendWith(ApplicationExtension.class)
class FollowFocusTest {
  private final StringProperty error = new SimpleStringProperty("");

  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private ScrollPane pane;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.apply();
    pane = new ScrollPane();
    Button below = new Button("Below");
    below.setId("below");
    VBox content = new VBox(space(280), new FormField("name", "Name", new TextField(), "", error));
    content.getChildren().addAll(space(500), below);
    pane.setContent(content);
    pane.setFitToWidth(true);
    FollowFocus.in(pane);
    Scene scene = new Scene(pane, 400, 360);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static Region space(double height) {
    Region space = new Region();
    space.setMinHeight(height);
    return space;
  }

  @Test
  void what_gets_the_focus_comes_into_view(FxRobot robot) {
    focus(robot, "below");
    assertThat(isInView(robot, "below")).isTrue();
    assertThat(isInView(robot, "name")).isFalse();

    focus(robot, "name");

    assertThat(isInView(robot, "name")).isTrue();
    assertThat(isInView(robot, "name-label")).isTrue();
  }

  @Test
  void an_error_that_appears_below_the_field_comes_into_view(FxRobot robot) {
    focus(robot, "name");

    robot.interact(() -> error.set("One. ".repeat(60)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(isInView(robot, "name-error")).isTrue();
  }

  @Test
  void an_error_of_a_field_without_the_focus_moves_nothing(FxRobot robot) {
    focus(robot, "below");

    robot.interact(() -> error.set("One. ".repeat(60)));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(isInView(robot, "name-error")).isFalse();
  }

  private static void focus(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).query().requestFocus());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isInView(FxRobot robot, String id) {
    Node node = robot.lookup("#" + id).query();
    Bounds inPane = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    return inPane.getMinY() >= 0 && inPane.getMaxY() <= pane.getViewportBounds().getHeight();
  }
}
