package portico.desktop.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import portico.catalog.Instance;
import portico.desktop.app.Theme;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.desktop.widget.map.MapScenes;
import portico.desktop.widget.map.ResourceMapView;
import portico.desktop.wizard.draft.StepId;
import portico.model.EnvironmentSpec;
import portico.operation.Step;
import portico.testing.Png;
import portico.testing.Samples;

/**
 * Renders the review with its map into PNG files, light and dark, as wide as a window of that size
 * leaves room: {@code ReviewSnapshots FOLDER WIDTH HEIGHT}.
 */
public final class ReviewSnapshots {
  /** What the navigation takes. */
  private static final double RAIL = 204;

  private final Path folder;
  private final double width;
  private final double height;

  private ReviewSnapshots(Path folder, double width, double height) {
    this.folder = folder;
    this.width = width - RAIL;
    this.height = height;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    ReviewSnapshots shots =
        new ReviewSnapshots(folder, Double.parseDouble(args[1]), Double.parseDouble(args[2]));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            for (Theme theme : Theme.values()) {
              theme.apply();
              shots.renderAll(theme);
            }
          } finally {
            done.countDown();
          }
        });
    if (!done.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("rendering took longer than two minutes");
    }
    Platform.exit();
  }

  private void renderAll(Theme theme) {
    WizardFixture small = new WizardFixture();
    WizardViewModel wizard = small.wizard();
    while (wizard.stepProperty().get() != StepId.TARGETS) {
      wizard.next();
    }
    var instances = wizard.targets().groups().getFirst().instances().rows().all();
    instances.subList(0, 2).forEach(row -> row.chosenProperty().set(true));
    goToReview(wizard);
    small.finishPreview();
    save("review", theme, wizard, view -> {});
    save("review-map", theme, wizard, view -> scrollTo(view, "#wizard-map"));
    save(
        "review-map-chosen",
        theme,
        wizard,
        view -> {
          ResourceMapView map = (ResourceMapView) view.lookup("#wizard-map");
          map.chooseTarget("ai-inference-tg", "i-0f1e2d3c4b5a69788", 80);
          scrollTo(view, "#wizard-map");
        });
    protection(theme);
    map(theme, "rich", MapScenes.rich());
    map(theme, "large", MapScenes.large());
  }

  private void protection(Theme theme) {
    WizardFixture fixture = new WizardFixture();
    EnvironmentSpec before = Samples.withDeletionProtection(Samples.spec());
    WizardViewModel wizard =
        fixture.wizard(
            new InlineBackground(),
            Optional.of(new WizardStart.Change(Samples.NAME, before, Samples.PRACTICE)));
    wizard.access().loadBalancerName().textProperty().set("another-lb");
    goToReview(wizard);
    var id = fixture.newest().id();
    fixture.emitStep(id, Samples.LOAD_BALANCER, Step.REPLACE, "name");
    fixture.emitStep(id, Samples.LISTENER, Step.REPLACE, "loadBalancerArn");
    fixture.emitStep(id, Samples.TARGET_GROUP, Step.SAME);
    fixture.succeed(id);
    save("review-protected", theme, wizard, view -> scrollTo(view, "#wizard-map"));
  }

  private void map(Theme theme, String name, EnvironmentSpec spec) {
    WizardFixture fixture = new WizardFixture();
    Instance known =
        fixture.fakes.catalog.instances.values().stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow();
    fixture.fakes.catalog.instances.put(
        WizardFixture.VPC,
        spec.targetGroups().stream()
            .flatMap(group -> group.targets().stream())
            .map(target -> withId(target.id(), known))
            .toList());
    WizardViewModel wizard =
        fixture.wizard(
            new InlineBackground(),
            Optional.of(new WizardStart.Change(Samples.NAME, spec, Samples.PRACTICE)));
    goToReview(wizard);
    if (wizard.stepProperty().get() != StepId.REVIEW) {
      throw new IllegalStateException(name + " " + wizard.problem().getValue());
    }
    fixture.finishPreview();
    save("review-" + name, theme, wizard, view -> scrollTo(view, "#wizard-map"));
  }

  private static Instance withId(String id, Instance like) {
    return new Instance(
        id,
        "",
        like.type(),
        like.state(),
        like.zone(),
        like.subnetId(),
        like.privateIp(),
        like.securityGroupIds());
  }

  private static void goToReview(WizardViewModel wizard) {
    for (int step = 0; step < StepId.values().length; step++) {
      wizard.next();
    }
  }

  private static void scrollTo(WizardView view, String id) {
    view.applyCss();
    view.layout();
    ScrollPane pane = (ScrollPane) view.lookup("#page-content");
    var content = (Region) pane.getContent();
    var node = view.lookup(id);
    double top = content.sceneToLocal(node.localToScene(0, 0)).getY() - 16;
    double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
    pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0, 1));
  }

  private void save(String name, Theme theme, WizardViewModel wizard, Consumer<WizardView> then) {
    WizardView view = new WizardView(wizard);
    Scene scene = new Scene(view, width, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    settle(view);
    then.accept(view);
    settle(view);
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Png.write(scene.snapshot(null), folder.resolve(file));
    stage.hide();
    scene.setRoot(new Region());
  }

  private static void settle(WizardView view) {
    for (int pass = 0; pass < 3; pass++) {
      view.applyCss();
      view.layout();
    }
  }
}
