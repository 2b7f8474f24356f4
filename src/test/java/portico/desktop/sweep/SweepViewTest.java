package portico.desktop.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.catalog.BalancerUse;
import portico.catalog.Removal.Reason;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Stylesheets;
import portico.testing.FakeNavigation;
import portico.testing.FakeServices;
import portico.testing.LeftoverSamples;
import portico.testing.Samples;

/** The page for leftovers, driven by its intent ids. */
@ExtendWith(ApplicationExtension.class)
class SweepViewTest {
  private static final String MINE = FakeServices.INSTALLATION;
  private static final String OTHER = "ffffffffffff";

  @TempDir private static Path home;
  private final FakeServices fakes = new FakeServices();
  private final FakeNavigation navigation = new FakeNavigation();
  private final StackPane root = new StackPane();

  @Start
  void start(Stage stage) {
    fakes.home = home;
    Theme.LIGHT.apply();
    Scene scene = new Scene(root, 720, 900);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void look(FxRobot robot) {
    robot.interact(
        () -> {
          SweepScreen screen =
              new SweepScreen(
                  new SweepViewModel(fakes.services(), new InlineBackground()),
                  new SweepText(TimeText.ofThisMachine(), InstantSource.fixed(Samples.NOW)),
                  navigation);
          root.getChildren().setAll(screen.node());
          screen.shown();
        });
    robot.interact(() -> robot.lookup("#sweep-look").queryButton().fire());
  }

  private static boolean isShown(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  @Test
  void nothing_left_is_said(FxRobot robot) {
    look(robot);

    assertThat(text(robot, "sweep-none")).contains("Nothing is left over in", "us-west-2");
    assertThat(isShown(robot, "practice-banner")).isTrue();
    robot.interact(() -> robot.lookup("#sweep-back").queryButton().fire());
    assertThat(navigation.went).containsExactly("showEnvironments");
  }

  @Test
  void what_is_left_goes_when_its_name_is_typed(FxRobot robot) {
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    fakes.leftovers.keeps.put(LeftoverSamples.bucket("old", MINE), new Reason.HoldsLogs());
    look(robot);
    assertThat(robot.lookup("#sweep-here-1-remove").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#sweep-here-1-logs").queryAs(CheckBox.class).isSelected()).isFalse();

    robot.interact(
        () -> robot.lookup("#sweep-here-1-name").queryAs(TextField.class).setText("old"));
    robot.interact(() -> robot.lookup("#sweep-here-1-remove").queryButton().fire());

    assertThat(fakes.leftovers.standing).hasSize(1);
    assertThat(text(robot, "sweep-here-1-ended")).isEqualTo("Removed: 3, kept: 1");
    assertThat(text(robot, "sweep-here-1-kept")).contains("1 log bucket", "holds logs");
  }

  @Test
  void what_others_made_is_apart_with_a_warning_and_what_is_protected_cannot_go(FxRobot robot) {
    LeftoverSamples.stand(fakes.leftovers, "theirs", OTHER);
    LeftoverSamples.stand(fakes.leftovers, "kept", MINE);
    fakes.leftovers.uses.put(LeftoverSamples.balancer("kept", MINE).id(), new BalancerUse(true, 1));
    look(robot);

    assertThat(text(robot, "sweep-elsewhere-1-warning")).contains("Somebody may be using this");
    assertThat(isShown(robot, "sweep-here-1")).isTrue();
    assertThat(isShown(robot, "sweep-here-1-remove")).isFalse();
    assertThat(isShown(robot, "sweep-here-1-warning")).isFalse();
  }
}
