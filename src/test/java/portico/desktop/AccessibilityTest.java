package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.app.Shell;
import portico.desktop.app.ShellView;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.Stylesheets;
import portico.operation.Outcome;
import portico.testing.FakeServices;
import portico.testing.FocusableControls;
import portico.testing.Journals;
import portico.testing.LeftoverSamples;
import portico.testing.Samples;

/** Every screen can be used with the keyboard alone, and every control says what it is. */
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {
  /** A screen in a state with all its controls. */
  enum Shown {
    NO_ENVIRONMENTS,
    ENVIRONMENTS,
    RUNNING_OPERATION,
    FAILED_OPERATION,
    RESULT,
    DESTROY,
    LEFTOVERS
  }

  private final FakeServices fakes = new FakeServices();
  private final List<Scene> scene = new ArrayList<>();
  private final List<Shell> shell = new ArrayList<>();

  @Start
  void start(Stage stage) {
    Shell made =
        new Shell(
            new DesktopScreens(
                fakes.services(),
                new InlineBackground(),
                (services, background, navigation, links, start) -> Region::new,
                (URI address) -> {},
                InstantSource.fixed(Samples.NOW.plusSeconds(12))),
            Region::new);
    ShellView view =
        new ShellView(made, new SimpleObjectProperty<>(Theme.LIGHT), DesktopText.words());
    Scene shown = new Scene(view, 960, 720);
    Theme.LIGHT.apply();
    Stylesheets.apply(shown);
    stage.setScene(shown);
    stage.show();
    shell.add(made);
    scene.add(shown);
  }

  private void show(Shown what) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          if (what != Shown.NO_ENVIRONMENTS) {
            Gallery.fill(fakes);
            Journals.deployHalfway(fakes.operations, Samples.id(7));
          }
          go(what, shell.getFirst());
          return what;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void go(Shown what, Shell to) {
    switch (what) {
      case NO_ENVIRONMENTS -> to.showEnvironments();
      case ENVIRONMENTS -> to.showEnvironment(Samples.NAME);
      case RUNNING_OPERATION -> to.showOperation(Samples.id(7));
      case FAILED_OPERATION -> to.showOperation(Samples.id(2));
      case RESULT -> to.showResult(Samples.NAME);
      case LEFTOVERS -> {
        LeftoverSamples.stand(fakes.leftovers, "old", FakeServices.INSTALLATION);
        to.showLeftovers();
        scene.getFirst().getRoot().applyCss();
        ((Button) scene.getFirst().getRoot().lookup("#sweep-look")).fire();
      }
      case DESTROY -> {
        to.startDestroy(Samples.NAME);
        fakes.operations.finish(fakes.operations.started.getFirst().id(), new Outcome.Cancelled(3));
      }
    }
  }

  private FocusableControls controls() {
    return new FocusableControls(scene.getFirst().getRoot());
  }

  private List<Control> focusable() {
    return controls().all();
  }

  private static String describe(Node node) {
    return node.getClass().getSimpleName() + "#" + node.getId();
  }

  @ParameterizedTest
  @EnumSource
  void every_control_has_a_name(Shown what) {
    show(what);

    assertThat(focusable()).hasSizeGreaterThan(3);
    assertThat(focusable())
        .allSatisfy(each -> assertThat(controls().nameOf(each)).as(describe(each)).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void every_control_is_reached_with_the_tab_key(Shown what, FxRobot robot) {
    show(what);
    List<Control> all = focusable();
    Set<String> reached = new LinkedHashSet<>();
    robot.interact(() -> all.getFirst().requestFocus());
    for (int presses = 0; presses < all.size() * 2; presses++) {
      Node owner = scene.getFirst().getFocusOwner();
      if (owner != null) {
        reached.add(describe(owner));
      }
      robot.type(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
    }

    assertThat(reached).containsAll(all.stream().map(AccessibilityTest::describe).toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_control_has_an_intent_id_of_its_own(Shown what) {
    show(what);

    assertThat(focusable())
        .extracting(Node::getId)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).isNotBlank());
  }
}
