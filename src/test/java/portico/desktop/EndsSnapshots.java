package portico.desktop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import portico.desktop.app.Shell;
import portico.desktop.app.ShellView;
import portico.desktop.app.Theme;
import portico.desktop.deadline.DeadlineBar;
import portico.desktop.deadline.DeadlineWatch;
import portico.desktop.deadline.NoticeText;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Stylesheets;
import portico.environment.Environment;
import portico.testing.FakeDeadlines;
import portico.testing.FakeServices;
import portico.testing.Png;
import portico.testing.Samples;

/**
 * Renders environments that end by themselves, and the bar, into PNG files: {@code EndsSnapshots
 * FOLDER WIDTH HEIGHT}.
 */
public final class EndsSnapshots {
  private final Path folder;
  private final double width;
  private final double height;

  private EndsSnapshots(Path folder, double width, double height) {
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    EndsSnapshots shots =
        new EndsSnapshots(folder, Double.parseDouble(args[1]), Double.parseDouble(args[2]));
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
    FakeServices fakes = new FakeServices();
    Instant now = Samples.NOW.plus(Duration.ofDays(2));
    put(fakes, Samples.deployed("chat-demo", Samples.PROFILE), now.plusSeconds(252));
    put(fakes, Samples.deployed("llama-staging", Samples.PRACTICE), now.plusSeconds(6000));
    put(fakes, Samples.deployed("vllm-night", Samples.PRACTICE), now.minusSeconds(6000));
    fakes.environments.put(Samples.deployed("whisper", Samples.PROFILE));
    DesktopScreens screens =
        new DesktopScreens(
            fakes.services(),
            new InlineBackground(),
            (services, background, navigation, links, start) -> Region::new,
            (URI address) -> {},
            InstantSource.fixed(now));
    Shell shell = new Shell(screens, Region::new);
    shell.showEnvironment(Samples.NAME);
    save("ends-environments", theme, shell, fakes, now);
    shell.showResult(Samples.NAME);
    save("ends-result", theme, shell, fakes, now);
  }

  private static void put(FakeServices fakes, Environment environment, Instant due) {
    fakes.environments.put(environment.ending(FakeDeadlines.at(due)));
    fakes.deadlines.endings.put(environment.name(), FakeDeadlines.at(due));
  }

  private void save(String name, Theme theme, Shell shell, FakeServices fakes, Instant now) {
    ShellView view = new ShellView(shell, new SimpleObjectProperty<>(theme), DesktopText.words());
    NoticeText text = new NoticeText(TimeText.ofThisMachine());
    DeadlineWatch watch =
        new DeadlineWatch(fakes.services(), new InlineBackground(), InstantSource.fixed(now), text);
    view.setTop(new DeadlineBar(watch, text, shell));
    watch.tick();
    Scene scene = new Scene(view, width, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    view.applyCss();
    view.layout();
    String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    Png.write(scene.snapshot(null), folder.resolve(file));
    stage.hide();
    scene.setRoot(new Region());
  }
}
