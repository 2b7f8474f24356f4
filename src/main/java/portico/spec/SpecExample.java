package portico.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The example that comes with Portico: every field, each with its meaning, range and default. */
public final class SpecExample {
  private SpecExample() {}

  /** The example's text, which is a valid spec itself. */
  public static String text() {
    try (var stream = SpecExample.class.getResourceAsStream("example.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("example.yaml is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
