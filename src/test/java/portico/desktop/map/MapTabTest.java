package portico.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.testing.FakeNavigation;
import portico.testing.FakeServices;
import portico.testing.Samples;

@ExtendWith(ApplicationExtension.class)
class MapTabTest {
  private final FakeServices fakes = new FakeServices();
  private final FakeNavigation navigation = new FakeNavigation();

  @Start
  void start(Stage stage) {
    fakes.catalog.securityGroups.addAll(Samples.closedSecurityGroups());
    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(MapViewModelTest.TIMED_OUT));
    MapTab tab = new MapTab(new MapViewModel(fakes.services(), new InlineBackground()), navigation);
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Scene scene = new Scene(new StackPane(tab.node()), 960, 900);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
    tab.shown(Samples.deployed("llama-staging", Samples.PRACTICE));
    stage.setOnHidden(event -> tab.hidden());
  }

  @Test
  void a_fix_is_shown_first_and_deployed_then(FxRobot robot) {
    press(robot, "#map-wrong-ai-inference-tg-i-0f1e2d3c4b5a69788");
    press(robot, "#map-fix-1");

    assertThat(robot.lookup("#map-diff-1 .map-diff-line").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(line -> line.startsWith("+") && line.contains("sg-0aa11bb22cc33dd44"));
    assertThat(fakes.operations.started).isEmpty();

    press(robot, "#map-apply-1");
    assertThat(navigation.went)
        .containsExactly("showOperation " + fakes.operations.started.getFirst().id());
  }

  @Test
  void arrow_keys_choose_boxes_and_tell_them_to_screen_readers(FxRobot robot) {
    var map = robot.lookup("#map-canvas").query();
    robot.interact(map::requestFocus);
    assertThat(map.getAccessibleText()).startsWith("Load balancer, ai-inference-lb");

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);

    assertThat(map.getAccessibleText()).startsWith("Rule, Default");
    assertThat(robot.lookup("#map-details-title").queryAs(Label.class).getText())
        .isEqualTo("Default");
  }

  private static void press(FxRobot robot, String button) {
    robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
  }
}
