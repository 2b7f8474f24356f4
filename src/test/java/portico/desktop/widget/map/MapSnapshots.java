package portico.desktop.widget.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import portico.desktop.app.Theme;
import portico.desktop.widget.Stylesheets;
import portico.model.EnvironmentSpec;
import portico.testing.Png;
import portico.testing.Samples;

/** Renders maps of several sizes into PNG files, light and dark: {@code MapSnapshots FOLDER}. */
public final class MapSnapshots {
  private MapSnapshots() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            for (Theme theme : Theme.values()) {
              theme.apply();
              renderAll(folder, theme);
            }
          } finally {
            done.countDown();
          }
        });
    if (!done.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("rendering took longer than a minute");
    }
    Platform.exit();
  }

  private static void renderAll(Path folder, Theme theme) {
    EnvironmentSpec simple = Samples.spec();
    EnvironmentSpec rich = MapScenes.rich();
    EnvironmentSpec large = MapScenes.large();
    save(folder, theme, "planned", 720, 460, map -> map.showPlanned(simple));
    save(
        folder,
        theme,
        "simple",
        720,
        640,
        map -> {
          map.showDeployed(simple, Map.of(), Samples.outputs());
          map.chooseTarget(simple.targetGroups().getFirst().name(), "i-0f1e2d3c4b5a69788", 8000);
        });
    save(
        folder,
        theme,
        "rich",
        1280,
        780,
        map -> {
          map.showDeployed(rich, MapScenes.health(rich), Samples.outputs());
          map.chooseTarget("chat", MapScenes.instance("chat", 2), 8000);
        });
    save(
        folder,
        theme,
        "rich-small",
        720,
        700,
        map -> map.showDeployed(rich, MapScenes.health(rich), Samples.outputs()));
    save(
        folder,
        theme,
        "large",
        1100,
        800,
        map -> map.showDeployed(large, MapScenes.health(large), Samples.outputs()));
    save(
        folder,
        theme,
        "large-fit",
        1040,
        800,
        map -> {
          map.showDeployed(large, MapScenes.health(large), Samples.outputs());
          map.lookup("#map-fit").fireEvent(new javafx.event.ActionEvent());
        });
  }

  private static void save(
      Path folder,
      Theme theme,
      String name,
      double width,
      double height,
      Consumer<ResourceMapView> prepare) {
    ResourceMapView map = new ResourceMapView();
    Scene scene = new Scene(map, width, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    map.applyCss();
    map.layout();
    prepare.accept(map);
    map.applyCss();
    map.layout();
    String file = "map-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Png.write(scene.snapshot(null), folder.resolve(file));
    stage.hide();
    scene.setRoot(new Region());
  }
}
