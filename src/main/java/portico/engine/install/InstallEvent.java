package portico.engine.install;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Progress of finding or installing, told on the thread that called. */
public sealed interface InstallEvent {
  /** This kind of place is looked at. */
  record Looking(Engine.Source where) implements InstallEvent {}

  /** Another process installs into the same folder; this one waits for it. */
  record Waiting(Path lock) implements InstallEvent {}

  /** Bytes received so far. The total is empty where the server does not tell it. */
  record Downloading(long bytes, OptionalLong totalBytes) implements InstallEvent {}

  /** The checksum is computed, or the new program is asked for its version. */
  record Verifying() implements InstallEvent {}

  /** The archive is unpacked. */
  record Unpacking() implements InstallEvent {}

  /** A line the Go toolchain wrote, without credentials. */
  record Building(String line) implements InstallEvent {}

  /** The engine is ready; nothing follows. */
  record Done(Engine engine) implements InstallEvent {}
}
