package portico.desktop.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import portico.catalog.LoadBalancerState;
import portico.desktop.widget.Stylesheets;
import portico.operation.EngineReadiness.Readiness;
import portico.testing.Png;

/** Renders the checks before a deployment, for looking at: {@code FOLDER light|dark}. */
public final class PreflightSnapshots {
  private PreflightSnapshots() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(
              args[1].equals("dark")
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          try {
            all(Path.of(args[0]), args[1]);
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static void all(Path folder, String theme) {
    WizardFixture bad = new WizardFixture();
    bad.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
    bad.fakes.catalog.denied.add("elasticloadbalancing:CreateLoadBalancer");
    bad.fakes.readiness = new Readiness(Optional.empty(), Optional.empty());
    render(folder.resolve("checks-review-" + theme + ".png"), bad, 6, 900, false);
    render(folder.resolve("checks-step-" + theme + ".png"), bad, 3, 640, false);
    render(folder.resolve("checks-dialog-" + theme + ".png"), bad, 3, 640, true);
    WizardFixture good = new WizardFixture();
    render(folder.resolve("checks-good-" + theme + ".png"), good, 6, 640, false);
    render(folder.resolve("checks-network-" + theme + ".png"), good, 1, 640, true);
  }

  private static void render(
      Path file, WizardFixture fixture, int steps, int height, boolean dialog) {
    WizardViewModel wizard = fixture.wizard();
    for (int step = 0; step < steps; step++) {
      wizard.next();
    }
    if (steps == 6) {
      fixture.finishPreview();
    }
    Scene scene = new Scene(new WizardView(wizard), 696, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    settle(scene);
    if (dialog) {
      ((Button) scene.lookup("#wizard-checks")).fire();
      for (Window window : Window.getWindows()) {
        if (window != stage) {
          settle(window.getScene());
          Png.write(window.getScene().snapshot(null), file);
        }
      }
    } else {
      Png.write(scene.snapshot(null), file);
    }
    for (Window window : java.util.List.copyOf(Window.getWindows())) {
      window.hide();
    }
  }

  private static void settle(Scene scene) {
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }
}
