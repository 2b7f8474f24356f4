package portico.engine;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import portico.operation.EngineFailure;
import portico.operation.InstallEvent;

/** Finds the Pulumi engine on this machine, or installs it. */
public interface EngineSource {
  /** Blocks, for minutes when it must install. Ends soon after {@code cancelled} turns true. */
  Answer findOrInstall(Consumer<InstallEvent> progress, BooleanSupplier cancelled);

  /** What came of it. */
  sealed interface Answer {
    /** An engine that runs; {@code version} such as 3.259.0. */
    record Found(Path binary, String version) implements Answer {}

    record Failed(EngineFailure failure) implements Answer {}
  }
}
