package portico.operation;

import java.util.OptionalLong;

/** Progress in finding or installing the Pulumi engine. */
public sealed interface InstallEvent {
  /** Looks at a place: SETTING, PATH, CACHE, RELEASE_ARCHIVE or GO_MODULE. */
  record Looking(String where) implements InstallEvent {}

  /** Another process installs the engine into the same folder. */
  record Waiting(String lock) implements InstallEvent {}

  /** Downloads the release archive; {@code totalBytes} is empty when the server does not say. */
  record Downloading(long bytes, OptionalLong totalBytes) implements InstallEvent {}

  /** Compares the archive's SHA-256 with the published one. */
  record Verifying() implements InstallEvent {}

  record Unpacking() implements InstallEvent {}

  /**
   * Builds the engine from its Go module, which takes minutes; {@code line} is the build's last
   * output.
   */
  record Building(String line) implements InstallEvent {}

  /** The engine is there. */
  record Ready(String version, String binary) implements InstallEvent {}
}
