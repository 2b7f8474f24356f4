package portico.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import portico.engine.install.EngineAnswer;
import portico.engine.install.EngineInstaller;
import portico.operation.EngineReadiness;
import portico.operation.ProviderKind;

/** Looks for the engine where deployments do, and for the plugin where the engine keeps it. */
public final class InstalledReadiness implements EngineReadiness {
  private final Home home;
  private final Map<String, String> environment;
  private final String pluginVersion;

  /**
   * @param environment of this process, which may name the engine's binary
   * @param pluginVersion of the official AWS plugin, such as {@code 6.83.0}
   */
  public InstalledReadiness(Home home, Map<String, String> environment, String pluginVersion) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.pluginVersion = pluginVersion;
  }

  @Override
  public Readiness look(ProviderKind provider) {
    EngineInstaller installer = InstalledEngines.installer(home, environment);
    Optional<String> version =
        switch (installer.find()) {
          case EngineAnswer.Ready(var engine) -> Optional.of(engine.version());
          case EngineAnswer.Failed failed -> Optional.empty();
        };
    return new Readiness(version, missingPlugin(provider));
  }

  private Optional<String> missingPlugin(ProviderKind provider) {
    Path plugin = home.pulumiHome().resolve("plugins").resolve("resource-aws-v" + pluginVersion);
    return switch (provider) {
      case BUNDLED -> Optional.empty();
      case OFFICIAL -> Files.isDirectory(plugin) ? Optional.empty() : Optional.of(pluginVersion);
    };
  }
}
