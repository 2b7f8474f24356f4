package portico;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import portico.catalog.CloudAccount;
import portico.desktop.DesktopScreens;
import portico.desktop.app.Shell;
import portico.desktop.app.ShellView;
import portico.desktop.app.Theme;
import portico.desktop.fx.FxBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.WizardScreen;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.service.Services;
import portico.testing.TestEngine;

/**
 * How many frames a second the window makes while it previews, deploys, shows and destroys the
 * smallest and the large environment in practice: window, worker, engine and simulated AWS are the
 * real ones. Run by hand, with a display; needs {@code PORTICO_PULUMI}. Buttons are fired, not
 * clicked, and the window is asked little, so that the benchmark costs no frames itself.
 */
final class FrameBenchmark {
  private static final EnvironmentName NAME = new EnvironmentName("frames");
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Services services;
  private final Scene scene;
  private final Shell shell;
  private final FrameMeter meter;
  private final String size;

  private FrameBenchmark(Services services, Stage stage, String size) {
    this.services = services;
    this.size = size;
    FxBackground background = new FxBackground(Throwable::printStackTrace);
    DesktopScreens screens =
        new DesktopScreens(
            services, background, WizardScreen::new, link -> {}, InstantSource.system());
    shell = new Shell(screens, StackPane::new);
    Theme.LIGHT.apply();
    ShellView view =
        new ShellView(shell, new SimpleObjectProperty<>(Theme.LIGHT), DesktopText.words());
    Rectangle moved = new Rectangle(4, 4);
    moved.setManaged(false);
    meter = new FrameMeter(moved);
    scene = new Scene(new StackPane(view, moved), 1200, 900);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
    meter.start();
  }

  /** Arguments: optional numbers of target groups, targets and rules. */
  public static void main(String[] args) throws Exception {
    int groups = args.length > 0 ? Integer.parseInt(args[0]) : LargeSpec.GROUPS;
    int targets = args.length > 1 ? Integer.parseInt(args[1]) : LargeSpec.TARGETS;
    int rules = args.length > 2 ? Integer.parseInt(args[2]) : LargeSpec.RULES;
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    System.out.println("load before: " + load());
    System.out.println(
        "| | | s | median frames/s | worst frames/s | longest gap ms | longest work ms"
            + " | times over 16.7 ms | FX thread's share of a core |");
    System.out.println("|--|--|--:|--:|--:|--:|--:|--:|--:|");
    for (boolean large : new boolean[] {false, true}) {
      EnvironmentSpec smallest = smallest();
      EnvironmentSpec spec = large ? LargeSpec.of(smallest, groups, targets, rules) : smallest;
      Path home = Files.createTempDirectory("portico-frames");
      try (Services services =
          new Wiring(Map.of("PORTICO_PULUMI", TestEngine.binary().toString())).open(home)) {
        Stage stage = onFx(Stage::new);
        onFx(() -> new FrameBenchmark(services, stage, large ? "large" : "smallest")).run(spec);
        onFx(
            () -> {
              stage.hide();
              return stage;
            });
      }
    }
    System.out.println("load after: " + load());
    Platform.exit();
  }

  private static EnvironmentSpec smallest() throws Exception {
    Path folder = Files.createTempDirectory("portico-frames-spec");
    try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
      return live.smallest();
    }
  }

  private static String load() throws Exception {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private void run(EnvironmentSpec spec) {
    pause(Duration.ofSeconds(4));
    meter.take();
    pause(Duration.ofSeconds(5));
    report("idle");
    onFx(
        () -> {
          shell.startWizardFrom(NAME, spec, new CloudAccount.Practice());
          return shell;
        });
    for (String page : new String[] {"account", "network", "targets", "routing", "access"}) {
      next(page);
    }
    next("settings");
    report("wizard, first to last step");
    next("review");
    opened("review opens");
    await("the preview's end", () -> isOver(OperationKind.PREVIEW));
    await("a deployable review", () -> isEnabled("wizard-deploy"));
    report("preview");
    pause(Duration.ofSeconds(3));
    report("review at rest");
    fire("wizard-deploy");
    await("the progress", () -> isThere("progress-log"));
    opened("progress opens");
    await("the deployment's end", () -> isOver(OperationKind.DEPLOY));
    report("deployment");
    await("the result", () -> isThere("result-dns"));
    opened("result opens");
    pause(Duration.ofSeconds(16));
    report("result with health");
    fire("result-tab-map");
    pause(Duration.ofSeconds(16));
    report("map");
    onFx(
        () -> {
          shell.showEnvironment(NAME);
          return shell;
        });
    await("the environment", () -> isEnabled("environment-destroy"));
    pause(Duration.ofSeconds(5));
    report("environment page");
    fire("environment-destroy");
    await("the question", () -> isThere("destroy-confirm"));
    report("what a destroy removes");
    onFx(
        () -> {
          ((TextField) scene.lookup("#destroy-name")).setText(NAME.value());
          return scene;
        });
    fire("destroy-confirm");
    await("the destroy's end", () -> isOver(OperationKind.DESTROY));
    pause(Duration.ofSeconds(1));
    report("destroy");
  }

  /** A page is made and drawn within a second. */
  private void opened(String what) {
    pause(Duration.ofSeconds(1));
    report(what);
  }

  private void report(String what) {
    System.out.printf("| %s | %s | %s |%n", size, what, meter.take().row());
  }

  private void next(String page) {
    await("the way to " + page, () -> isEnabled("wizard-next"));
    fire("wizard-next");
    await(page, () -> isThere("wizard-page-" + page));
  }

  private boolean isThere(String id) {
    return onFx(() -> scene.lookup("#" + id) != null);
  }

  private boolean isEnabled(String id) {
    return onFx(() -> Optional.ofNullable(scene.lookup("#" + id)))
        .filter(node -> !node.isDisabled())
        .isPresent();
  }

  private void fire(String id) {
    await(id, () -> isEnabled(id));
    onFx(
        () -> {
          Node node = scene.lookup("#" + id);
          ((ButtonBase) node).fire();
          return node;
        });
  }

  private boolean isOver(OperationKind kind) {
    return services.operations().history(NAME).stream()
        .filter(each -> each.request().kind() == kind)
        .findFirst()
        .map(each -> each.status())
        .filter(FrameBenchmark::isSuccess)
        .isPresent();
  }

  private static boolean isSuccess(OperationStatus status) {
    return switch (status) {
      case OperationStatus.Running _ -> false;
      case OperationStatus.Interrupted _ -> throw new IllegalStateException("interrupted");
      case OperationStatus.Finished(var result) -> {
        if (!(result.outcome() instanceof Outcome.Succeeded)) {
          throw new IllegalStateException(result.outcome().toString());
        }
        yield true;
      }
    };
  }

  private static <T> T onFx(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException | Error failed) {
            done.completeExceptionally(failed);
          }
        });
    return done.join();
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never came: " + what);
      }
      pause(LOOK);
    }
  }
}
