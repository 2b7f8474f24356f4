package portico.engine.install;

import portico.operation.EngineFailure;

/** What looking for an engine, or installing one, led to. */
public sealed interface EngineAnswer {
  /** An engine that runs. */
  record Ready(Engine engine) implements EngineAnswer {}

  /** There is none; nothing half-done was left behind. */
  record Failed(EngineFailure failure) implements EngineAnswer {}
}
