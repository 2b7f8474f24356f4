package portico.engine.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import portico.operation.EngineFailure;

/** Looks for an engine on this machine: the setting, PATH, then Portico's caches. */
final class EngineFinder {
  private final EngineSettings settings;
  private final EngineProbe probe;
  private final Consumer<InstallEvent> progress;

  EngineFinder(
      EngineSettings settings, Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
    this.settings = settings;
    this.progress = progress;
    this.probe = new EngineProbe(settings, cancelled);
  }

  /**
   * The first engine that runs. A program the user named is the only one looked at. {@link
   * EngineFailure.NotFound} carries the programs that were refused.
   */
  EngineAnswer find() {
    if (settings.explicitBinary().isPresent()) {
      progress.accept(new InstallEvent.Looking(Engine.Source.SETTING));
      return probe.supported(settings.explicitBinary().get(), Engine.Source.SETTING);
    }
    List<EngineFailure> refused = new ArrayList<>();
    progress.accept(new InstallEvent.Looking(Engine.Source.PATH));
    for (Path candidate : UsualPlaces.programs("pulumi", settings).toList()) {
      switch (probe.supported(candidate, Engine.Source.PATH)) {
        case EngineAnswer.Ready ready -> {
          return ready;
        }
        case EngineAnswer.Failed(EngineFailure.Cancelled cancelled) -> {
          return new EngineAnswer.Failed(cancelled);
        }
        case EngineAnswer.Failed(EngineFailure failure) -> refused.add(failure);
      }
    }
    return findInCaches(refused);
  }

  /** The pinned engine in Portico's caches, the one to install into first. */
  EngineAnswer findInCaches(List<EngineFailure> refusedBefore) {
    List<EngineFailure> refused = new ArrayList<>(refusedBefore);
    progress.accept(new InstallEvent.Looking(Engine.Source.CACHE));
    List<Path> candidates =
        Stream.concat(Stream.of(settings.installInto()), settings.caches().stream())
            .map(cache -> InstallFolder.binary(cache, settings.platform()))
            .distinct()
            .filter(Files::isRegularFile)
            .toList();
    for (Path candidate : candidates) {
      switch (probe.pinned(candidate, Engine.Source.CACHE)) {
        case EngineAnswer.Ready ready -> {
          return ready;
        }
        case EngineAnswer.Failed(EngineFailure.Cancelled cancelled) -> {
          return new EngineAnswer.Failed(cancelled);
        }
        case EngineAnswer.Failed(EngineFailure failure) -> refused.add(failure);
      }
    }
    return new EngineAnswer.Failed(new EngineFailure.NotFound(refused));
  }
}
