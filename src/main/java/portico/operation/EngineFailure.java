package portico.operation;

import java.util.List;

/** Why there is no usable Pulumi engine. Facts only. */
public sealed interface EngineFailure {
  /** The binary is missing, or ends with an error, or does not answer. */
  record NotRunnable(String binary, String detail) implements EngineFailure {}

  record TooOld(String binary, String found, String needed) implements EngineFailure {}

  record DownloadFailed(String uri, String detail) implements EngineFailure {}

  record ChecksumMismatch(String uri, String expected, String actual) implements EngineFailure {}

  record BadArchive(String uri, String detail) implements EngineFailure {}

  record DiskFull(String folder, long freeBytes, long neededBytes) implements EngineFailure {}

  record NotWritable(String folder, String detail) implements EngineFailure {}

  record BuildFailed(int exitCode, String lastLines) implements EngineFailure {}

  /** Neither found, nor downloaded, nor built; each attempt's own failure, in order. */
  record NoWayToInstall(List<EngineFailure> attempts) implements EngineFailure {
    public NoWayToInstall {
      attempts = List.copyOf(attempts);
    }
  }

  record Cancelled() implements EngineFailure {}
}
