package portico;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import portico.engine.Home;
import portico.engine.worker.WorkerParts;

/**
 * The user's {@code settings.properties} in the home folder; every setting has a default.
 *
 * <ul>
 *   <li>{@code minimum-free-megabytes}: no operation starts below this much free space, default 200
 *   <li>{@code engine-first-sign-seconds}: how long the engine may be silent before its first
 *       resource, default 300
 *   <li>{@code engine-silence-seconds}: how long it may be silent afterwards, default 900
 * </ul>
 */
final class Settings {
  private final Properties properties = new Properties();

  Settings(Home home) throws IOException {
    var file = home.root().resolve("settings.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
  }

  WorkerParts.Limits limits() {
    WorkerParts.Limits standard = WorkerParts.Limits.standard();
    return new WorkerParts.Limits(
        number("minimum-free-megabytes", standard.freeBytes() / 1024 / 1024) * 1024 * 1024,
        Duration.ofSeconds(number("engine-first-sign-seconds", standard.firstSign().toSeconds())),
        Duration.ofSeconds(number("engine-silence-seconds", standard.silence().toSeconds())),
        standard.sweep());
  }

  private long number(String name, long otherwise) {
    try {
      return Long.parseLong(properties.getProperty(name, "").strip());
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }
}
