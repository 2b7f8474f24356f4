package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoDisplayTest {
  @TempDir Path home;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems always have a display")
  void without_a_display_the_desktop_names_the_command_line_and_ends_with_2() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "portico.Main");
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().put("PORTICO_HOME", home.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualToIgnoringNewLines(
              "There is no display to open a window on. Use the command line instead: "
                  + "\"portico deploy --practice --name demo --yes\", or \"portico --help\".");
    } finally {
      process.destroyForcibly();
    }
  }
}
