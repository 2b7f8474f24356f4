package portico.operation;

import java.util.Optional;

/** Whether what runs deployments is on this machine. Does I/O; blocks for some seconds at most. */
public interface EngineReadiness {
  /** What is there for deployments by that provider. */
  Readiness look(ProviderKind provider);

  /**
   * What is there.
   *
   * @param engineVersion of the Pulumi engine that would be used; empty when it is yet to be
   *     installed
   * @param missingPlugin version of the official AWS plugin that the engine is yet to download;
   *     empty when it is there or not needed
   */
  record Readiness(Optional<String> engineVersion, Optional<String> missingPlugin) {}
}
