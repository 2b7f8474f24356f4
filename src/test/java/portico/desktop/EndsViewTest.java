package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.desktop.app.Screen;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.environment.Ending;
import portico.testing.FakeDeadlines;
import portico.testing.FakeNavigation;
import portico.testing.FakeServices;
import portico.testing.Samples;

/** When an environment ends, on its page, in the list and on the page of its endpoint. */
@ExtendWith(ApplicationExtension.class)
class EndsViewTest {
  private static final Ending IN_TWO_HOURS =
      FakeDeadlines.at(Samples.NOW.plus(Duration.ofHours(2)));

  private final FakeServices fakes = new FakeServices();
  private final FakeNavigation navigation = new FakeNavigation();
  private final StackPane root = new StackPane();
  private final DesktopScreens screens =
      new DesktopScreens(
          fakes.services(),
          new InlineBackground(),
          (services, background, navigator, links, start) -> StackPane::new,
          (URI address) -> {},
          InstantSource.fixed(Samples.NOW));

  @Start
  void start(Stage stage) {
    Theme.LIGHT.apply();
    Scene scene = new Scene(root, 900, 900);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void show(FxRobot robot, Ending ending, Supplier<Screen> screen) {
    fakes.environments.put(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE).ending(ending));
    fakes.deadlines.endings.put(Samples.NAME, ending);
    robot.interact(
        () -> {
          Screen shown = screen.get();
          root.getChildren().setAll(shown.node());
          shown.shown();
        });
  }

  private void showEnvironment(FxRobot robot, Ending ending) {
    show(robot, ending, () -> screens.environments(Optional.of(Samples.NAME), navigation));
  }

  private static boolean isShown(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  @Test
  void the_page_tells_the_time_and_extends_it(FxRobot robot) {
    showEnvironment(robot, IN_TWO_HOURS);
    assertThat(text(robot, "environment-ends")).startsWith("Mon 23 Nov 2026").endsWith("(in 2 h)");
    assertThat(robot.lookup("ends in 2 h").tryQuery()).as("in the list").isPresent();
    robot.clickOn("#environment-ends-extend");

    assertThat(fakes.deadlines.find(Samples.NAME))
        .isEqualTo(FakeDeadlines.at(Samples.NOW.plus(Duration.ofHours(6))));
  }

  @Test
  void or_takes_it_back(FxRobot robot) {
    showEnvironment(robot, IN_TWO_HOURS);
    robot.clickOn("#environment-ends-never");

    assertThat(fakes.deadlines.find(Samples.NAME)).isEqualTo(Ending.never());
  }

  @Test
  void one_that_stays_can_be_given_an_end(FxRobot robot) {
    showEnvironment(robot, Ending.never());
    assertThat(text(robot, "environment-ends")).isEqualTo("never: it stays until it is destroyed");
    assertThat(isShown(robot, "environment-ends-extend")).isFalse();
    assertThat(isShown(robot, "environment-ends-never")).isFalse();
    MenuButton choose = robot.lookup("#environment-ends-choose").queryAs(MenuButton.class);
    robot.interact(
        () ->
            choose.getItems().stream()
                .filter(each -> each.getId().equals("environment-ends-8h"))
                .forEach(each -> each.fire()));

    assertThat(fakes.deadlines.find(Samples.NAME))
        .isEqualTo(FakeDeadlines.at(Samples.NOW.plus(Duration.ofHours(8))));
  }

  @Test
  void the_endpoint_page_tells_it_too(FxRobot robot) {
    show(robot, IN_TWO_HOURS, () -> screens.result(Samples.NAME, navigation));

    assertThat(text(robot, "result-ends")).endsWith("(in 2 h)");
  }
}
