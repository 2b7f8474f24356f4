package portico.desktop;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import portico.desktop.app.Shell;
import portico.desktop.app.ShellView;
import portico.desktop.app.Theme;
import portico.desktop.app.WizardFactory;
import portico.desktop.deadline.DeadlineBar;
import portico.desktop.deadline.DeadlineWatch;
import portico.desktop.deadline.NoticeText;
import portico.desktop.fx.FxBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.Stylesheets;
import portico.desktop.widget.Ticking;
import portico.service.Services;
import portico.text.Words;

/** The window: frame, first screen, and what happens when it is closed. */
public final class DesktopApp extends Application {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 720;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 640;

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Services services;
  private final WizardFactory wizard;
  private final Runnable closed;
  private final Words words = DesktopText.words();

  /**
   * Made by the launcher, not by JavaFX, so that what it needs comes through the constructor.
   *
   * @param closed called once when the window is gone
   */
  public DesktopApp(Services services, WizardFactory wizard, Runnable closed) {
    this.services = services;
    this.wizard = wizard;
    this.closed = closed;
  }

  @Override
  public void start(Stage stage) {
    ToolkitLog.quieten();
    Defects defects = new Defects(stage, words);
    Thread.currentThread().setUncaughtExceptionHandler((thread, defect) -> defects.report(defect));
    FxBackground background = new FxBackground(defects::report);
    DesktopScreens screens =
        new DesktopScreens(services, background, wizard, this::openLink, InstantSource.system());
    StackPane starting = new StackPane(new BusyRow(words.get("app.starting")));
    Shell shell = new Shell(screens, () -> starting);
    ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.ofSystem());
    theme.subscribe(Theme::apply);
    ShellView view = new ShellView(shell, theme, words);
    NoticeText notices = new NoticeText(TimeText.ofThisMachine());
    DeadlineWatch deadlines =
        new DeadlineWatch(services, background, InstantSource.system(), notices);
    view.setTop(new DeadlineBar(deadlines, notices, shell));
    Ticking ticking = new Ticking(SECOND, deadlines::tick);
    Scene scene = new Scene(view);
    Stylesheets.apply(scene);
    view.addShortcuts(scene);
    new Closing(stage, shell, services.operations(), background, words).install();
    stage.setOnHidden(
        event -> {
          ticking.stop();
          closed.run();
        });
    size(stage);
    stage.setTitle(words.get("app.name"));
    stage.setScene(scene);
    stage.show();
    ticking.start();
    background.run(
        () -> services.environments().list(), found -> showFirst(shell, found.isEmpty()));
  }

  private static void showFirst(Shell shell, boolean none) {
    if (none) {
      shell.startWizard();
    } else {
      shell.showEnvironments();
    }
  }

  /** Never larger than the screen. */
  private static void size(Stage stage) {
    List<Screen> screens = Screen.getScreens();
    double maxWidth = screens.isEmpty() ? WIDTH : Screen.getPrimary().getVisualBounds().getWidth();
    double maxHeight =
        screens.isEmpty() ? HEIGHT : Screen.getPrimary().getVisualBounds().getHeight();
    stage.setWidth(Math.min(WIDTH, maxWidth));
    stage.setHeight(Math.min(HEIGHT, maxHeight));
    stage.setMinWidth(Math.min(MIN_WIDTH, maxWidth));
    stage.setMinHeight(Math.min(MIN_HEIGHT, maxHeight));
  }

  private void openLink(URI address) {
    getHostServices().showDocument(address.toString());
  }
}
