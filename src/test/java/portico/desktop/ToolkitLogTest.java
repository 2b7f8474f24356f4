package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.util.logging.Level;
import java.util.logging.LogManager;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import portico.testing.FakeServices;

@ExtendWith(ApplicationExtension.class)
class ToolkitLogTest {
  private static final String CONTROLS = "javafx.scene.control";

  @Test
  void what_lists_remark_about_themselves_is_not_printed_and_warnings_are() throws Exception {
    java.util.logging.Logger.getLogger(CONTROLS).setLevel(Level.INFO);
    Stage stage = FxToolkit.registerStage(Stage::new);
    FxToolkit.setupFixture(
        () ->
            new DesktopApp(
                    new FakeServices().services(),
                    (services, background, navigation, links, start) ->
                        javafx.scene.layout.Region::new,
                    () -> {})
                .start(stage));

    assertThat(System.getLogger(CONTROLS).isLoggable(Logger.Level.INFO)).isFalse();
    assertThat(System.getLogger(CONTROLS).isLoggable(Logger.Level.WARNING)).isTrue();
  }

  @Test
  void the_level_outlives_a_collection_of_garbage() {
    ToolkitLog.quieten();
    System.gc();

    assertThat(LogManager.getLogManager().getLogger(CONTROLS).getLevel()).isEqualTo(Level.WARNING);
  }
}
