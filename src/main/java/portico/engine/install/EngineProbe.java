package portico.engine.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import portico.operation.EngineFailure;

/** Starts a program once to learn whether it is an engine Portico can use. */
final class EngineProbe {
  private static final int MOST_RETRIES = 10;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

  private final EngineSettings settings;
  private final BooleanSupplier cancelled;

  EngineProbe(EngineSettings settings, BooleanSupplier cancelled) {
    this.settings = settings;
    this.cancelled = cancelled;
  }

  /** An engine of any supported version. */
  EngineAnswer supported(Path binary, Engine.Source source) {
    return switch (version(binary)) {
      case Told.Version(EngineVersion found) when found.compareTo(EngineVersion.MINIMUM) < 0 ->
          failed(
              new EngineFailure.TooOld(binary, found.toString(), EngineVersion.MINIMUM.toString()));
      case Told.Version(EngineVersion found) when found.compareTo(EngineVersion.BELOW) >= 0 ->
          failed(
              new EngineFailure.TooNew(binary, found.toString(), EngineVersion.BELOW.toString()));
      case Told.Version(EngineVersion found) -> ready(binary, found, source);
      case Told.Nothing(EngineFailure failure) -> failed(failure);
    };
  }

  /** An engine of exactly the pinned version. */
  EngineAnswer pinned(Path binary, Engine.Source source) {
    return switch (version(binary)) {
      case Told.Version(EngineVersion found) when !found.equals(EngineVersion.PINNED) ->
          failed(
              new EngineFailure.UnexpectedVersion(
                  binary, found.toString(), EngineVersion.PINNED.toString()));
      case Told.Version(EngineVersion found) -> ready(binary, found, source);
      case Told.Nothing(EngineFailure failure) -> failed(failure);
    };
  }

  private sealed interface Told {
    record Version(EngineVersion version) implements Told {}

    record Nothing(EngineFailure failure) implements Told {}
  }

  private Told version(Path binary) {
    Path parent = binary.toAbsolutePath().getParent();
    if (parent == null || !Files.isRegularFile(binary)) {
      return new Told.Nothing(new EngineFailure.NotRunnable(binary, "no such file"));
    }
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    BoundedProcess.End end = run(binary.toAbsolutePath(), parent, environment);
    for (int retry = 0; retry < MOST_RETRIES && isBusy(end); retry++) {
      LockSupport.parkNanos(RETRY_PAUSE.toNanos());
      end = run(binary.toAbsolutePath(), parent, environment);
    }
    return switch (end) {
      case BoundedProcess.End.Exited(int code, List<String> lines) -> version(binary, code, lines);
      case BoundedProcess.End.TimedOut(List<String> _) ->
          notRunnable(binary, "no answer in " + settings.limits().probe().toMillis() + " ms");
      case BoundedProcess.End.Cancelled() -> new Told.Nothing(new EngineFailure.Cancelled());
      case BoundedProcess.End.NotStarted(String detail) -> notRunnable(binary, detail);
    };
  }

  private BoundedProcess.End run(Path binary, Path folder, Map<String, String> environment) {
    return BoundedProcess.run(
        List.of(binary.toString(), "version"),
        folder,
        environment,
        settings.limits().probe(),
        line -> {},
        cancelled);
  }

  /**
   * A program written a moment ago cannot be started (ETXTBSY) while another thread's new process
   * has not yet closed its inherited copy of the open file.
   */
  private static boolean isBusy(BoundedProcess.End end) {
    return end instanceof BoundedProcess.End.NotStarted(String detail)
        && detail.contains("Text file busy");
  }

  private static Told version(Path binary, int exitCode, List<String> lines) {
    if (exitCode != 0) {
      return notRunnable(binary, "exit " + exitCode + ": " + String.join(" | ", lines));
    }
    Optional<EngineVersion> version =
        lines.stream().map(EngineVersion::parse).flatMap(Optional::stream).findFirst();
    return version
        .<Told>map(Told.Version::new)
        .orElseGet(() -> notRunnable(binary, "told no version: " + String.join(" | ", lines)));
  }

  private static Told notRunnable(Path binary, String detail) {
    return new Told.Nothing(new EngineFailure.NotRunnable(binary, detail));
  }

  private static EngineAnswer ready(Path binary, EngineVersion version, Engine.Source source) {
    return new EngineAnswer.Ready(
        new Engine(binary.toAbsolutePath().normalize(), version.toString(), source));
  }

  private static EngineAnswer failed(EngineFailure failure) {
    return new EngineAnswer.Failed(failure);
  }
}
