package portico.testing;

import java.nio.file.Path;
import portico.engine.install.EngineAnswer;
import portico.engine.install.EngineInstaller;
import portico.engine.install.EngineSettings;

/**
 * The real engine for tests: the one that {@code PORTICO_PULUMI} names, else one on this machine,
 * else one that Portico's own installer puts into the user's cache folder, which takes minutes
 * once.
 */
public final class TestEngine {
  private static final Path BINARY = find();

  private TestEngine() {}

  public static Path binary() {
    return BINARY;
  }

  private static Path find() {
    String named = System.getenv().getOrDefault("PORTICO_PULUMI", "");
    EngineSettings standard = EngineSettings.standard();
    EngineSettings settings =
        named.isBlank() ? standard : standard.withExplicitBinary(Path.of(named));
    EngineAnswer answer = new EngineInstaller(settings).findOrInstall(event -> {}, () -> false);
    return switch (answer) {
      case EngineAnswer.Ready(var engine) -> engine.binary();
      case EngineAnswer.Failed(var failure) ->
          throw new AssertionError("no Pulumi engine for the tests: " + failure);
    };
  }
}
