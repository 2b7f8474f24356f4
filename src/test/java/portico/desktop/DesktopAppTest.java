package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.app.Screen;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.testing.FakeServices;
import portico.testing.FxAwait;
import portico.testing.Journals;
import portico.testing.Samples;

/** The whole window over fakes, as a user meets it. */
@ExtendWith(ApplicationExtension.class)
class DesktopAppTest {
  private final FakeServices fakes = new FakeServices();
  private final AtomicInteger closed = new AtomicInteger();

  /** Prepares the fakes, then shows the window. */
  private Stage open(Consumer<FakeServices> prepare) throws Exception {
    prepare.accept(fakes);
    Stage stage = FxToolkit.registerStage(Stage::new);
    FxToolkit.setupFixture(
        () ->
            new DesktopApp(
                    fakes.services(),
                    (services, background, navigation, links, start) -> fakeWizard(),
                    closed::incrementAndGet)
                .start(stage));
    return stage;
  }

  private static Screen fakeWizard() {
    Button node = new Button("wizard");
    node.setId("fake-wizard");
    return () -> node;
  }

  private static void oneEnvironment(FakeServices fakes) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
  }

  @Test
  void without_environments_the_wizard_comes_first(FxRobot robot) throws Exception {
    open(none -> {});

    assertThat(FxAwait.node(robot, Button.class, "fake-wizard")).isNotNull();
  }

  @Test
  void with_environments_they_come_first(FxRobot robot) throws Exception {
    open(DesktopAppTest::oneEnvironment);

    assertThat(FxAwait.node(robot, Label.class, "environment-name").getText())
        .isEqualTo("llama-staging");
  }

  @Test
  void shortcuts_lead_from_screen_to_screen(FxRobot robot) throws Exception {
    open(DesktopAppTest::oneEnvironment);
    FxAwait.node(robot, Node.class, "environments-list");
    robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
    FxAwait.node(robot, Node.class, "fake-wizard");
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
    FxAwait.node(robot, Node.class, "environments-list");
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
    FxAwait.node(robot, Node.class, "fake-wizard");
  }

  @Test
  void f5_reads_the_environments_again(FxRobot robot) throws Exception {
    open(DesktopAppTest::oneEnvironment);
    FxAwait.node(robot, Node.class, "environments-list");
    int before = fakes.environments.lists;
    robot.type(KeyCode.F5);

    FxAwait.until("the list is read again", () -> fakes.environments.lists > before);
  }

  @Test
  void the_theme_can_be_changed_and_the_button_names_the_other_one(FxRobot robot) throws Exception {
    open(none -> {});
    Button theme = FxAwait.node(robot, Button.class, "nav-theme");
    String before = Application.getUserAgentStylesheet();
    String text = theme.getText();
    robot.clickOn(theme);

    assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(before);
    assertThat(theme.getText()).isNotEqualTo(text);
    robot.clickOn(theme);
    assertThat(Application.getUserAgentStylesheet()).isEqualTo(before);
  }

  @Test
  void from_the_list_to_a_destroyed_environment(FxRobot robot) throws Exception {
    open(DesktopAppTest::oneEnvironment);
    robot.clickOn(FxAwait.node(robot, Button.class, "environment-destroy"));
    FxAwait.until("the preview runs", () -> fakes.operations.started.size() == 1);
    OperationId preview = fakes.operations.started.getFirst().id();
    fakes.operations.emit(
        preview,
        new OperationEvent.ResourceStarted(
            Samples.NOW, Samples.LOAD_BALANCER, Step.DELETE, java.util.List.of()));
    fakes.operations.finish(
        preview, new Outcome.Succeeded(new java.util.TreeMap<>(), java.util.Map.of()));
    Button destroy = FxAwait.node(robot, Button.class, "destroy-confirm");
    assertThat(destroy.isDisabled()).isTrue();

    robot.clickOn("#destroy-name").write("llama-staging");
    assertThat(destroy.isDisabled()).isFalse();
    robot.clickOn(destroy);
    FxAwait.node(robot, Node.class, "progress-cancel");

    assertThat(fakes.operations.started.getLast().kind()).isEqualTo(OperationKind.DESTROY);
    fakes.operations.finish(
        fakes.operations.started.getLast().id(),
        new Outcome.Succeeded(new java.util.TreeMap<>(), java.util.Map.of(Step.DELETE, 1)));
    assertThat(FxAwait.node(robot, Label.class, "progress-success").getText())
        .isEqualTo("Done: 1 deleted.");
  }

  @Test
  void who_watches_a_deployment_succeed_comes_to_its_endpoint(FxRobot robot) throws Exception {
    OperationId id = Samples.id(2);
    open(
        these -> {
          oneEnvironment(these);
          Journals.deployHalfway(these.operations, id);
        });
    Button row = FxAwait.node(robot, Button.class, "operation-" + id);
    robot.interact(row::fire);
    FxAwait.node(robot, Node.class, "progress-cancel");
    Journals.deployRest(fakes.operations, id);

    assertThat(FxAwait.node(robot, Label.class, "result-dns").getText())
        .isEqualTo(Samples.DNS_NAME);
    assertThat(FxAwait.node(robot, Label.class, "result-verdict").getText()).isEqualTo("Serving");
  }

  private static void requestClose(Stage stage) {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          return stage;
        });
  }

  @Test
  void closing_with_nothing_at_work_just_closes(FxRobot robot) throws Exception {
    Stage stage = open(none -> {});
    FxAwait.node(robot, Node.class, "fake-wizard");
    requestClose(stage);

    FxAwait.until("the window is closed", () -> closed.get() == 1);
    assertThat(stage.isShowing()).isFalse();
  }

  @Test
  void closing_while_an_operation_works_asks_and_may_be_taken_back(FxRobot robot) throws Exception {
    Stage stage = open(these -> Journals.deployHalfway(these.operations, Samples.id(2)));
    FxAwait.node(robot, Node.class, "fake-wizard");
    requestClose(stage);
    assertThat(FxAwait.node(robot, Label.class, "close-text").getText())
        .contains("Deployment")
        .contains("llama-staging");
    robot.clickOn("#close-stay");

    assertThat(stage.isShowing()).isTrue();
    requestClose(stage);
    robot.clickOn(FxAwait.node(robot, Button.class, "close-go-on"));
    FxAwait.until("the window is closed", () -> closed.get() == 1);
    assertThat(fakes.operations.cancelled).isEmpty();
  }

  @Test
  void closing_may_cancel_the_operation_and_shows_that(FxRobot robot) throws Exception {
    Stage stage = open(these -> Journals.deployHalfway(these.operations, Samples.id(2)));
    FxAwait.node(robot, Node.class, "fake-wizard");
    requestClose(stage);
    robot.clickOn(FxAwait.node(robot, Button.class, "close-cancel"));
    FxAwait.node(robot, Node.class, "progress-cancel");

    assertThat(fakes.operations.cancelled).containsExactly(Samples.id(2));
    assertThat(stage.isShowing()).isTrue();
  }

  @Test
  void escape_in_the_question_means_stay(FxRobot robot) throws Exception {
    Stage stage = open(these -> Journals.deployHalfway(these.operations, Samples.id(2)));
    FxAwait.node(robot, Node.class, "fake-wizard");
    requestClose(stage);
    FxAwait.node(robot, Node.class, "close-stay");
    robot.type(KeyCode.ESCAPE);

    FxAwait.until("the question is gone", () -> robot.lookup("#close-stay").tryQuery().isEmpty());
    assertThat(stage.isShowing()).isTrue();
    assertThat(closed).hasValue(0);
  }
}
