package portico;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.DesktopApp;
import portico.desktop.wizard.WizardScreen;
import portico.service.Services;
import portico.testing.FxAwait;
import portico.testing.Png;
import portico.testing.TestEngine;

/** The real window over real services, used as a user does: by what is shown and can be clicked. */
final class LiveDesktop implements AutoCloseable {
  /** Above the time of an operation on a machine that is busy with other tests. */
  static final int OPERATION_SECONDS = 150;

  private static final int SCREEN_SECONDS = 30;

  /** What the window showed when a wait was in vain, for whoever looks into it. */
  private static final Path FAILURE = Path.of("target", "click-through-failure.png");

  private final Services services;
  private final Stage stage;
  private final AtomicInteger closed;
  private final FxRobot robot = new FxRobot();

  private LiveDesktop(Services services, Stage stage, AtomicInteger closed) {
    this.services = services;
    this.stage = stage;
    this.closed = closed;
  }

  /** Shows the window over a home folder. */
  static LiveDesktop open(Path home) throws Exception {
    Services services =
        new Wiring(Map.of("PORTICO_PULUMI", TestEngine.binary().toString())).open(home);
    Stage stage = FxToolkit.registerStage(Stage::new);
    AtomicInteger closed = new AtomicInteger();
    FxToolkit.setupFixture(
        () -> new DesktopApp(services, WizardScreen::new, closed::incrementAndGet).start(stage));
    return new LiveDesktop(services, stage, closed);
  }

  Services services() {
    return services;
  }

  FxRobot robot() {
    return robot;
  }

  Stage stage() {
    return stage;
  }

  /** Whether the window has said that it is closed, once. */
  boolean isClosed() {
    return closed.get() == 1;
  }

  // --- Waiting and looking

  Node await(String id) {
    return await(SCREEN_SECONDS, id);
  }

  /** Until it is shown. */
  Node await(int seconds, String id) {
    until(seconds, id + " is shown", () -> isShown(id));
    return robot.lookup("#" + id).match(FxAwait::isShown).query();
  }

  void until(int seconds, String what, Callable<Boolean> condition) {
    try {
      FxAwait.until(seconds, what, condition);
    } catch (AssertionError late) {
      Png.write(picture(stage.getScene()), FAILURE);
      throw new AssertionError(late.getMessage() + "; shown are " + texts(), late);
    }
  }

  boolean isShown(String id) {
    return robot.lookup("#" + id).queryAll().stream().anyMatch(FxAwait::isShown);
  }

  String text(String id) {
    return ((Labeled) await(id)).getText();
  }

  /** Everything that is written on the screen now. */
  List<String> texts() {
    return robot
        .lookup(node -> node instanceof Labeled && FxAwait.isShown(node))
        .queryAll()
        .stream()
        .map(node -> ((Labeled) node).getText())
        .filter(text -> text != null && !text.isBlank())
        .toList();
  }

  /** Until something on the screen says so. */
  void awaitText(int seconds, String part) {
    until(
        seconds,
        "something says: " + part,
        () -> texts().stream().anyMatch(text -> text.contains(part)));
  }

  // --- Doing

  /** Clicks what can be clicked, as soon as it can. */
  void click(String id) {
    click(SCREEN_SECONDS, id);
  }

  void click(int seconds, String id) {
    await(seconds, id);
    until(
        seconds,
        id + " can be clicked",
        () -> robot.lookup("#" + id).queryAll().stream().anyMatch(LiveDesktop::isClickable));
    clickOn(robot.lookup("#" + id).match(LiveDesktop::isClickable).query());
  }

  private void clickOn(Node node) {
    robot.interact(() -> scrollTo(node));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn(node);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses Next as soon as the step is complete, and waits for the next one. */
  void next(String page) {
    click("wizard-next");
    await("wizard-page-" + page);
  }

  /** Ticks the row of a table that shows the name. */
  void choose(String table, String name) {
    until(SCREEN_SECONDS, name + " is listed", () -> !boxes(table, name).isEmpty());
    robot.interact(() -> scrollToRow(boxes(table, name).iterator().next()));
    WaitForAsyncUtils.waitForFxEvents();
    CheckBox box = boxes(table, name).iterator().next();
    clickOn(box);
    until(SCREEN_SECONDS, name + " is chosen", box::isSelected);
  }

  private Set<CheckBox> boxes(String table, String name) {
    return robot
        .from(robot.lookup("#" + table).queryAll())
        .lookup(".check-box")
        .<CheckBox>match(box -> FxAwait.isShown(box) && rowOf(box).contains(name))
        .queryAllAs(CheckBox.class);
  }

  private static String rowOf(Node node) {
    return row(node).map(row -> String.valueOf(row.getAccessibleText())).orElse("");
  }

  private static Optional<TableRow<?>> row(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof TableRow<?> row) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** With the row above it, so that none is cut off. */
  private static void scrollToRow(Node node) {
    row(node)
        .ifPresent(
            row -> {
              row.getTableView().scrollTo(Math.max(0, row.getIndex() - 1));
              row.getTableView().layout();
            });
  }

  /** Replaces what stands in a field by typing. */
  void type(String id, String text) {
    click(id);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.DELETE);
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Asks the window to close, as its frame does. */
  void requestClose() {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  /** A window as it looks now. */
  static WritableImage picture(Scene scene) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        SCREEN_SECONDS * 1000L,
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return scene.snapshot(null);
        });
  }

  /** Whether the light look is on. */
  static boolean isLight() {
    return String.valueOf(Application.getUserAgentStylesheet()).contains("light");
  }

  private static boolean isClickable(Node node) {
    return FxAwait.isShown(node) && !node.isDisabled();
  }

  /** Brings what stands below the fold of a page into view. */
  static void scrollTo(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane && pane.getContent() != null) {
        pane.layout();
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = pane.getContent().getLayoutBounds().getHeight() - seen;
        double top = pane.getVvalue() * hidden;
        if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + seen)) {
          pane.setVvalue(Math.clamp((at.getMaxY() + 20 - seen) / hidden, 0, 1));
          pane.layout();
        }
      }
    }
  }

  /** Closes the window, whatever is at work, and what was started for it. */
  @Override
  public void close() {
    robot.interact(stage::hide);
    services.close();
  }
}
