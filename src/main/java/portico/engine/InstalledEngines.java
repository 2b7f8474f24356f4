package portico.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portico.engine.install.EngineAnswer;
import portico.engine.install.EngineInstaller;
import portico.engine.install.EngineSettings;
import portico.operation.InstallEvent;

/** The engine that the user names, or one that is found, or one installed into the home folder. */
public final class InstalledEngines implements EngineSource {
  /** Names the engine's binary; then no other is looked at. */
  public static final String BINARY_VARIABLE = "PORTICO_PULUMI";

  private final EngineInstaller installer;

  private InstalledEngines(EngineInstaller installer) {
    this.installer = installer;
  }

  /** Engines for a home folder, as this process's environment variables want them. */
  public static InstalledEngines of(Home home, Map<String, String> environment) {
    return new InstalledEngines(installer(home, environment));
  }

  static EngineInstaller installer(Home home, Map<String, String> environment) {
    EngineSettings settings = EngineSettings.standard().withInstallInto(home.engines());
    Optional<Path> named =
        Optional.ofNullable(environment.get(BINARY_VARIABLE))
            .filter(value -> !value.isBlank())
            .map(Path::of);
    return new EngineInstaller(named.map(settings::withExplicitBinary).orElse(settings));
  }

  @Override
  public Answer findOrInstall(Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
    EngineAnswer answer =
        installer.findOrInstall(event -> progress.accept(translated(event)), cancelled);
    return switch (answer) {
      case EngineAnswer.Ready(var engine) -> new Answer.Found(engine.binary(), engine.version());
      case EngineAnswer.Failed(var failure) -> new Answer.Failed(failure);
    };
  }

  private static InstallEvent translated(portico.engine.install.InstallEvent event) {
    return switch (event) {
      case portico.engine.install.InstallEvent.Looking(var where) ->
          new InstallEvent.Looking(where.name());
      case portico.engine.install.InstallEvent.Waiting(Path lock) ->
          new InstallEvent.Waiting(lock.toString());
      case portico.engine.install.InstallEvent.Downloading(long bytes, var total) ->
          new InstallEvent.Downloading(bytes, total);
      case portico.engine.install.InstallEvent.Verifying() -> new InstallEvent.Verifying();
      case portico.engine.install.InstallEvent.Unpacking() -> new InstallEvent.Unpacking();
      case portico.engine.install.InstallEvent.Building(String line) ->
          new InstallEvent.Building(line);
      case portico.engine.install.InstallEvent.Done(var engine) ->
          new InstallEvent.Ready(engine.version(), engine.binary().toString());
    };
  }
}
