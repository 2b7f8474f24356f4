package portico.engine.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portico.operation.EngineFailure;

/**
 * Finds the engine on this machine or installs it. The order: the program the user named; PATH and
 * the usual places; Portico's caches; Pulumi's release archive; a build from the Go module.
 *
 * <p>Both methods block, for no longer than the limits of the settings, and can be called from any
 * thread. Interrupting the thread cancels.
 */
public final class EngineInstaller {
  private final EngineSettings settings;

  public EngineInstaller(EngineSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks on this machine only: no network, no build, nothing written. About 0.2 s per candidate.
   */
  public EngineAnswer find() {
    return new EngineFinder(settings, event -> {}, Thread.currentThread()::isInterrupted).find();
  }

  /**
   * Finds an engine, or else installs the pinned one. A failed or cancelled installation leaves
   * nothing behind. A program the user named is the only one used: when it fails, nothing is
   * installed in its place.
   *
   * @param progress hears each step on this thread
   * @param cancelled asked many times a second
   */
  public EngineAnswer findOrInstall(Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
    BooleanSupplier stopped =
        () -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    EngineAnswer answer = new Run(progress, stopped).findOrInstall();
    return switch (answer) {
      case EngineAnswer.Ready(Engine engine) -> {
        progress.accept(new InstallEvent.Done(engine));
        yield answer;
      }
      case EngineAnswer.Failed _ ->
          stopped.getAsBoolean() ? failed(new EngineFailure.Cancelled()) : answer;
    };
  }

  private static EngineAnswer failed(EngineFailure failure) {
    return new EngineAnswer.Failed(failure);
  }

  /**
   * One call: a way of installing gives the failure, or nothing when the engine is in its place.
   */
  private final class Run {
    private final Consumer<InstallEvent> progress;
    private final BooleanSupplier cancelled;
    private final EngineFinder finder;
    private final EngineProbe probe;
    private final List<EngineFailure> reasons = new ArrayList<>();

    Run(Consumer<InstallEvent> progress, BooleanSupplier cancelled) {
      this.progress = progress;
      this.cancelled = cancelled;
      this.finder = new EngineFinder(settings, progress, cancelled);
      this.probe = new EngineProbe(settings, cancelled);
    }

    EngineAnswer findOrInstall() {
      EngineAnswer found = finder.find();
      return switch (found) {
        case EngineAnswer.Failed(EngineFailure.NotFound(List<EngineFailure> refused)) -> {
          reasons.addAll(refused);
          Path lock = InstallFolder.lockFile(settings.installInto());
          yield InstallFolder.locked(
              settings,
              cancelled,
              () -> progress.accept(new InstallEvent.Waiting(lock)),
              this::install);
        }
        case EngineAnswer.Ready _, EngineAnswer.Failed _ -> found;
      };
    }

    private EngineAnswer install(InstallFolder folder) {
      // Another process may have installed it while this one waited for the lock.
      if (finder.findInCaches(List.of()) instanceof EngineAnswer.Ready ready) {
        return ready;
      }
      Optional<EngineFailure> full = FreeSpace.check(settings, FreeSpace.FOR_ARCHIVE);
      if (full.isPresent()) {
        return failed(full.get());
      }
      var archive = new ReleaseArchive(settings, progress, cancelled);
      EngineAnswer first = attempt(folder, Engine.Source.RELEASE_ARCHIVE, archive::bring);
      if (isLast(first)) {
        return first;
      }
      var build = new GoBuild(settings, progress, cancelled);
      EngineAnswer second = attempt(folder, Engine.Source.GO_MODULE, build::bring);
      return isLast(second) ? second : failed(new EngineFailure.NoWayToInstall(reasons));
    }

    /** Notes the reason when another way may still lead to an engine. */
    private boolean isLast(EngineAnswer answer) {
      return switch (answer) {
        case EngineAnswer.Ready _ -> true;
        case EngineAnswer.Failed(EngineFailure failure) -> {
          reasons.add(failure);
          yield endsEverything(failure);
        }
      };
    }

    private EngineAnswer attempt(InstallFolder folder, Engine.Source source, Way way) {
      try {
        Path scratch = folder.temporary();
        Path whole = Files.createDirectory(scratch.resolve("whole"));
        Path fresh = whole.resolve(settings.platform().program("pulumi"));
        Optional<EngineFailure> failure = way.bring(scratch, fresh);
        if (failure.isPresent()) {
          return failed(failure.get());
        }
        progress.accept(new InstallEvent.Verifying());
        return switch (probe.pinned(fresh, source)) {
          case EngineAnswer.Ready(Engine engine) ->
              new EngineAnswer.Ready(
                  new Engine(folder.publish(whole), engine.version(), engine.source()));
          case EngineAnswer.Failed notReady -> notReady;
        };
      } catch (IOException e) {
        return failed(FreeSpace.whyNotWritten(settings, e));
      }
    }
  }

  /** Writes an engine to a path and tells why not. */
  private interface Way {
    Optional<EngineFailure> bring(Path scratch, Path target);
  }

  /**
   * An archive that is not what was published ends everything: that is for the user to judge, not
   * for Portico to go around. A full or closed disk stops every way alike.
   */
  private static boolean endsEverything(EngineFailure failure) {
    return switch (failure) {
      case EngineFailure.ChecksumMismatch _,
          EngineFailure.UnsafeArchive _,
          EngineFailure.DiskFull _,
          EngineFailure.NotWritable _,
          EngineFailure.Busy _,
          EngineFailure.Cancelled _ ->
          true;
      case EngineFailure.DownloadFailed _,
          EngineFailure.BrokenArchive _,
          EngineFailure.NotRunnable _,
          EngineFailure.TooOld _,
          EngineFailure.TooNew _,
          EngineFailure.UnexpectedVersion _,
          EngineFailure.NotFound _,
          EngineFailure.NoGo _,
          EngineFailure.UnusableGo _,
          EngineFailure.BuildFailed _,
          EngineFailure.BuildTooSlow _,
          EngineFailure.NoWayToInstall _ ->
          false;
    };
  }
}
