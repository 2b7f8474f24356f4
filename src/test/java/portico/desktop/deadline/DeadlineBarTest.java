package portico.desktop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Stylesheets;
import portico.environment.Ending;
import portico.model.EnvironmentName;
import portico.testing.FakeDeadlines;
import portico.testing.FakeNavigation;
import portico.testing.FakeServices;
import portico.testing.Samples;

/** The bar on the screen, driven by its intent ids. */
@ExtendWith(ApplicationExtension.class)
class DeadlineBarTest {
  private static final EnvironmentName DEMO = new EnvironmentName("demo");

  private final FakeServices fakes = new FakeServices();
  private final FakeNavigation navigation = new FakeNavigation();
  private final NoticeText text = new NoticeText(new TimeText(DesktopText.words(), ZoneOffset.UTC));
  private Instant now = Samples.NOW;
  private final DeadlineWatch watch =
      new DeadlineWatch(fakes.services(), new InlineBackground(), () -> now, text);

  @Start
  void start(Stage stage) {
    Theme.LIGHT.apply();
    BorderPane root = new BorderPane();
    root.setTop(new DeadlineBar(watch, text, navigation));
    Scene scene = new Scene(root, 960, 400);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void tick(FxRobot robot, Duration later) {
    now = now.plus(later);
    robot.interact(watch::tick);
  }

  private void endsIn(String name, Duration left) {
    fakes.environments.put(Samples.deployed(name, Samples.PRACTICE));
    fakes.deadlines.endings.put(
        new EnvironmentName(name), FakeDeadlines.at(Samples.NOW.plus(left)));
  }

  private static boolean isShown(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().filter(each -> each.isVisible()).isPresent();
  }

  @Test
  void it_takes_no_room_while_there_is_nothing_to_say(FxRobot robot) {
    endsIn("demo", Duration.ofDays(9));
    tick(robot, Duration.ZERO);

    assertThat(robot.lookup("#deadline-bar").query().isManaged()).isFalse();
  }

  @Test
  void one_click_extends(FxRobot robot) {
    endsIn("demo", Duration.ofMinutes(4));
    tick(robot, Duration.ZERO);
    assertThat(robot.lookup("#deadline-text-demo").queryAs(Label.class).getText())
        .isEqualTo("demo is destroyed in 4:00.");
    robot.clickOn("#deadline-extend-demo");

    assertThat(fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(Samples.NOW.plus(Duration.ofMinutes(244)));
    assertThat(isShown(robot, "deadline-extend-demo")).isFalse();
  }

  @Test
  void another_keeps_it_for_good(FxRobot robot) {
    endsIn("demo", Duration.ofMinutes(4));
    tick(robot, Duration.ZERO);
    robot.clickOn("#deadline-keep-demo");

    assertThat(fakes.deadlines.find(DEMO)).isEqualTo(Ending.never());
    assertThat(robot.lookup("#deadline-bar").query().isManaged()).isFalse();
  }

  @Test
  void the_buttons_stay_the_same_while_the_seconds_count(FxRobot robot) {
    endsIn("demo", Duration.ofMinutes(4));
    tick(robot, Duration.ZERO);
    Button extend = robot.lookup("#deadline-extend-demo").queryButton();
    robot.interact(extend::requestFocus);
    tick(robot, Duration.ofSeconds(1));

    assertThat(robot.lookup("#deadline-text-demo").queryAs(Label.class).getText())
        .isEqualTo("demo is destroyed in 3:59.");
    assertThat(extend.isFocused()).isTrue();
    assertThat(extend.getAccessibleText()).isEqualTo("Extend demo by 4 hours");
  }

  @Test
  void many_take_three_rows_and_lead_to_the_list(FxRobot robot) {
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      endsIn(name, Duration.ofMinutes(4));
    }
    tick(robot, Duration.ZERO);

    assertThat(robot.lookup(".deadline-row").queryAll()).hasSize(3);
    assertThat(robot.lookup("#deadline-more").queryButton().getText()).startsWith("2 more");
    robot.clickOn("#deadline-more");
    assertThat(navigation.went).containsExactly("showEnvironments");
  }

  @Test
  void it_leads_to_the_environment(FxRobot robot) {
    endsIn("demo", Duration.ofMinutes(4));
    tick(robot, Duration.ZERO);
    robot.clickOn("#deadline-open-demo");

    assertThat(navigation.went).containsExactly("showEnvironment demo");
  }
}
