package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import portico.testing.FxAwait;
import portico.testing.TestEngine;

/** What only a real display can show: the window itself, at sizes the headless platform lacks. */
@Tag("realwindow")
class RealWindowTest {
  /** A blank or half-drawn window has one or two colours, text with smooth edges has dozens. */
  private static final int COLOURS = 40;

  @TempDir Path home;

  @Test
  void the_product_shows_its_window_and_ends_with_it() throws Exception {
    Path log = home.resolve("log");
    ProcessBuilder child =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                MainThatIsClosed.class.getName()));
    child.environment().put("PORTICO_HOME", home.resolve("portico").toString());
    child.environment().put("PORTICO_PULUMI", TestEngine.binary().toString());
    Process process = child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(() -> read(log)).isTrue();
      assertThat(process.exitValue()).as(() -> read(log)).isZero();
      assertThat(read(log)).contains(MainThatIsClosed.CLOSING);
      assertThat(home.resolve("portico")).isDirectory();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @CsvSource({"1400, 900", "960, 720", "900, 640"})
  @ExtendWith(ApplicationExtension.class)
  void every_size_is_drawn_to_its_edges(double width, double height) throws Exception {
    try (LiveDesktop desktop = LiveDesktop.open(home)) {
      desktop.click("wizard-serve-other");
      desktop.next("account");
      desktop.await("wizard-identity");
      desktop
          .robot()
          .interact(
              () -> {
                desktop.stage().setX(0);
                desktop.stage().setY(0);
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(height);
              });
      FxAwait.until(
          "the window has its size",
          () ->
              Math.abs(desktop.stage().getWidth() - width) < 1
                  && Math.abs(desktop.stage().getScene().getHeight() - height) < 60);
      FxAwait.until("the screen shows it", () -> colours(capture(width, height)).size() > COLOURS);

      Button next = (Button) desktop.await("wizard-next");
      var at = next.localToScene(next.getLayoutBounds());
      assertThat(at.getMaxX()).isBetween(width - 60, width);
      assertThat(at.getMaxY()).isBetween(height - 80, height);
      desktop.robot().interact(next::fire);
      desktop.await("wizard-subnets");
    }
  }

  /** As much of the screen as the window covers. */
  private static Image capture(double width, double height) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Rectangle2D screen = Screen.getPrimary().getBounds();
          return new Robot()
              .getScreenCapture(
                  null,
                  0,
                  0,
                  Math.min(width, screen.getWidth()),
                  Math.min(height, screen.getHeight()));
        });
  }

  private static Set<Integer> colours(Image image) {
    Set<Integer> found = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x++) {
        found.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return found;
  }
}
