package portico.operation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Why there is no engine. Facts only, and never a credential: the words are made elsewhere. */
public sealed interface EngineFailure {
  /** The program is missing, cannot be started, fails, or does not answer in time. */
  record NotRunnable(Path path, String detail) implements EngineFailure {}

  /** The program is older than Portico can use. Versions are written without {@code v}. */
  record TooOld(Path path, String found, String needed) implements EngineFailure {}

  /**
   * The program is of a later major version; {@code below} is the first version that is refused.
   */
  record TooNew(Path path, String found, String below) implements EngineFailure {}

  /** A program that should be exactly one version tells another. */
  record UnexpectedVersion(Path path, String found, String expected) implements EngineFailure {}

  /** No engine on this machine. The reasons are the programs that were found and refused. */
  record NotFound(List<EngineFailure> reasons) implements EngineFailure {
    public NotFound {
      reasons = List.copyOf(reasons);
    }
  }

  /** The address did not give the whole file. User information was removed from the address. */
  record DownloadFailed(URI uri, Cause cause, String detail) implements EngineFailure {
    /** What kind of failure it was. */
    public enum Cause {
      /**
       * No connection: unknown host, refused, no answer in time, or no trust in the certificate.
       */
      UNREACHABLE,
      /** The server answered with another status than 200; the detail names it. */
      REFUSED,
      /** The connection ended before the file did. */
      CUT_OFF,
      /** No byte arrived for the stall limit. */
      STALLED,
      /** The whole took longer than the limit. */
      TOO_SLOW,
      /** More bytes than such a file can have. */
      TOO_LARGE,
      /** The published checksums do not list the archive. */
      NO_CHECKSUM
    }
  }

  /** The archive is not what its publisher listed. Both values are SHA-256 in lower-case hex. */
  record ChecksumMismatch(URI uri, String expected, String actual) implements EngineFailure {}

  /** The archive has an entry that no engine archive has: it was not unpacked. */
  record UnsafeArchive(URI uri, String entry, String detail) implements EngineFailure {}

  /** The archive cannot be read, or has no engine in it. */
  record BrokenArchive(URI uri, String detail) implements EngineFailure {}

  /** Too little free space on the disk of this folder. */
  record DiskFull(Path path, long freeBytes, long neededBytes) implements EngineFailure {}

  /** The folder cannot be made or written. */
  record NotWritable(Path path, String detail) implements EngineFailure {}

  /** No Go toolchain on this machine; {@code needed} is the least version, such as {@code 1.24}. */
  record NoGo(String needed) implements EngineFailure {}

  /** The Go toolchain does not run or is older than needed; {@code found} is what it told. */
  record UnusableGo(Path go, String found, String needed) implements EngineFailure {}

  /** The Go toolchain ended with this code. The last lines it wrote, oldest first. */
  record BuildFailed(int exitCode, List<String> lastLines) implements EngineFailure {
    public BuildFailed {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** The build was stopped at its limit. The last lines it wrote, oldest first. */
  record BuildTooSlow(Duration limit, List<String> lastLines) implements EngineFailure {
    public BuildTooSlow {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** Another process held the installation lock for as long as this one was willing to wait. */
  record Busy(Path lock, Duration waited) implements EngineFailure {}

  /** Every way was tried. Reasons in the order of the attempts; never empty. */
  record NoWayToInstall(List<EngineFailure> reasons) implements EngineFailure {
    public NoWayToInstall {
      reasons = List.copyOf(reasons);
    }
  }

  /** The caller asked to stop. */
  record Cancelled() implements EngineFailure {}
}
