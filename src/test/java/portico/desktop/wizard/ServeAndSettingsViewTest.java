package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.serve.ServeView;
import portico.desktop.wizard.serve.ServeViewModel;
import portico.desktop.wizard.settings.LogPlace;
import portico.desktop.wizard.settings.SettingsView;
import portico.desktop.wizard.settings.SettingsViewModel;
import portico.preset.Preset;
import portico.testing.FocusableControls;

@ExtendWith(ApplicationExtension.class)
class ServeAndSettingsViewTest {
  private final WizardFixture fixture = new WizardFixture();
  private final ServeViewModel serve = new ServeViewModel(new InlineBackground(), fixture.texts);
  private final SettingsViewModel settings =
      new SettingsViewModel(
          fixture.fakes.catalogs,
          new InlineBackground(),
          fixture.texts,
          new SimpleObjectProperty<>(Optional.empty()),
          new SimpleObjectProperty<>(Optional.empty()),
          serve.choice(),
          serve.choice().map(each -> each.map(ServeChoice::targetGroup)));

  @Start
  void start(Stage stage) {
    Theme.LIGHT.apply();
    VBox both =
        new VBox(new ServeView(serve, fixture.texts), new SettingsView(settings, fixture.texts));
    ScrollPane scroll = new ScrollPane(both);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    Scene scene = new Scene(scroll, 696, 640);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
    stage.toFront();
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void a_server_is_chosen_with_the_keyboard_alone(FxRobot robot) {
    robot.interact(() -> robot.lookup("#wizard-serve-ollama").query().requestFocus());
    robot.push(KeyCode.SPACE);

    assertThat(serve.presetProperty().get().map(Preset::id)).contains("ollama");
    assertThat(robot.lookup("#wizard-serve-port").tryQuery()).isPresent();
  }

  @Test
  void a_second_press_does_not_take_the_choice_back(FxRobot robot) {
    press(robot, "wizard-serve-vllm");
    press(robot, "wizard-serve-vllm");

    assertThat(serve.presetProperty().get().map(Preset::id)).contains("vllm");
    assertThat(robot.lookup("#wizard-serve-vllm").queryAs(ToggleButton.class).isSelected())
        .isTrue();
  }

  @Test
  void the_servers_setting_is_copied_whole(FxRobot robot) {
    press(robot, "wizard-serve-vllm");
    press(robot, "wizard-serve-copy-keep_alive");

    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("VLLM_HTTP_TIMEOUT_KEEP_ALIVE=610"));
  }

  @Test
  void the_weak_link_is_mended_with_one_button(FxRobot robot) {
    press(robot, "wizard-serve-vllm");
    assertThat(summary(robot)).contains("weak");

    press(robot, "wizard-ladder-fix");

    assertThat(summary(robot)).contains("fit together");
    assertThat(robot.lookup("#wizard-ladder-fix").query().isVisible()).isFalse();
  }

  private static String summary(FxRobot robot) {
    return robot.lookup("#wizard-ladder-summary").<Label>query().getText();
  }

  @Test
  void every_control_that_takes_the_focus_has_a_name(FxRobot robot) {
    robot.interact(
        () -> {
          serve.pasteProperty().set("docker run -p 8000:8000 vllm/vllm-openai --model x");
          settings.logs().access().place().choose(LogPlace.EXISTING);
          settings.logs().connections().place().choose(LogPlace.MADE);
          settings.tags().add();
        });
    FocusableControls controls =
        new FocusableControls(robot.listWindows().getFirst().getScene().getRoot());

    assertThat(controls.all()).hasSizeGreaterThan(30);
    assertThat(controls.all())
        .allSatisfy(
            each -> assertThat(controls.nameOf(each)).as(String.valueOf(each)).isNotBlank());
  }
}
