package portico.desktop.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.routing.RoutingSamples;
import portico.model.EnvironmentSpec;
import portico.testing.FakeCertificateRequests;
import portico.testing.Png;
import portico.testing.Samples;

/** Renders the routing step in several states, for looking at: {@code FOLDER light|dark}. */
public final class RoutingSnapshots {
  private final Path folder;
  private final String theme;

  private RoutingSnapshots(Path folder, String theme) {
    this.folder = folder;
    this.theme = theme;
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(
              args[1].equals("dark")
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          try {
            new RoutingSnapshots(Path.of(args[0]), args[1]).all();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private void all() {
    WizardFixture simple = new WizardFixture();
    render("r1-simple", at(simple), 640, "");
    WizardFixture without = new WizardFixture();
    render("r2-https-none", at(without), 990, "wizard-https");
    WizardFixture secure = new WizardFixture();
    secure.fakes.catalog.certificates.addAll(RoutingSamples.certificates());
    render("r3-https", at(secure), 990, "wizard-https");
    WizardFixture asked = new WizardFixture();
    asked.fakes.catalog.certificates.addAll(RoutingSamples.certificates());
    String pending = RoutingSamples.PENDING_CERTIFICATE;
    asked.fakes.catalogs.requests.states.put(
        pending,
        FakeCertificateRequests.pending(
            pending, List.of("new.example.com", "*.new.example.com", "new.example.org")));
    render("r3b-request", at(asked), 1300, "wizard-https", "request");
    render("r3c-records", at(asked), 1500, "wizard-https", "records");
    WizardFixture rich = new WizardFixture();
    rich.fakes.catalog.certificates.addAll(RoutingSamples.certificates());
    EnvironmentSpec spec = RoutingSamples.rich();
    WizardViewModel wizard =
        rich.wizard(
            new InlineBackground(),
            Optional.of(new WizardStart.Change(Samples.NAME, spec, Samples.PRACTICE)));
    for (int step = 0; step < 3; step++) {
      wizard.next();
    }
    render("r4-rich", wizard, 2600, "");
    render("r5-rich-edit", wizard, 2600, ".rule-edit", ".gate", "wizard-try");
    WizardFixture gone = new WizardFixture();
    WizardViewModel broken =
        gone.wizard(
            new InlineBackground(),
            Optional.of(
                new WizardStart.Change(Samples.NAME, RoutingSamples.broken(), Samples.PRACTICE)));
    for (int step = 0; step < 3; step++) {
      broken.next();
    }
    render("r6-broken", broken, 990);
  }

  private static WizardViewModel at(WizardFixture fixture) {
    WizardViewModel wizard = fixture.wizard();
    for (int step = 0; step < 3; step++) {
      wizard.next();
    }
    return wizard;
  }

  private void render(String name, WizardViewModel wizard, int height, String... press) {
    WizardView view = new WizardView(wizard);
    Scene scene = new Scene(view, 696, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    lay(scene);
    for (String id : List.of(press)) {
      press(view, id);
    }
    lay(scene);
    WritableImage image = scene.snapshot(null);
    Png.write(image, folder.resolve(name + "-" + theme + ".png"));
  }

  private static void lay(Scene scene) {
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static void press(WizardView view, String id) {
    if (id.equals(".rule-edit")) {
      view.lookupAll(".button").stream()
          .filter(each -> each.getId() != null && each.getId().matches("wizard-rule-\\d+-edit"))
          .limit(1)
          .forEach(each -> ((Button) each).fire());
    } else if (id.equals(".gate")) {
      view.lookupAll(".check-box").stream()
          .filter(each -> each.getId() != null && each.getId().matches("wizard-gate-\\d+"))
          .limit(1)
          .forEach(each -> ((CheckBox) each).fire());
    } else if (id.equals("request") || id.equals("records")) {
      lay(view.getScene());
      String form = "wizard-certificate-request-\\d+|wizard-certificates-\\d+-records-\\d+";
      view.lookupAll(id.equals("request") ? ".button" : ".hyperlink").stream()
          .filter(each -> each.getId() != null && each.getId().matches(form))
          .filter(each -> each.getId().contains("-" + id + "-"))
          .forEach(each -> ((ButtonBase) each).fire());
    } else if (!id.isEmpty()) {
      switch (view.lookup("#" + id)) {
        case CheckBox box -> box.fire();
        case TitledPane pane -> pane.setExpanded(true);
        default -> throw new IllegalArgumentException(id);
      }
    }
  }
}
