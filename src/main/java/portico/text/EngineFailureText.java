package portico.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import portico.operation.EngineFailure;

/** Words for a missing engine. */
final class EngineFailureText {
  private final Words words;

  EngineFailureText(Words words) {
    this.words = words;
  }

  Message of(EngineFailure failure) {
    return switch (failure) {
      case EngineFailure.NotRunnable(Path path, String detail) ->
          message("engine.not-runnable", path, detail);
      case EngineFailure.TooOld(Path path, String found, String needed) ->
          message("engine.too-old", path, found, needed);
      case EngineFailure.TooNew(Path path, String found, String below) ->
          message("engine.too-new", path, found, below);
      case EngineFailure.UnexpectedVersion(Path path, String found, String expected) ->
          message("engine.unexpected-version", path, found, expected);
      case EngineFailure.NotFound(List<EngineFailure> reasons) ->
          message("engine.not-found", whats(reasons));
      case EngineFailure.DownloadFailed(var uri, var cause, String detail) ->
          message(
              "engine.download-failed", uri, words.get("engine.download." + cause.name()), detail);
      case EngineFailure.ChecksumMismatch(var uri, String expected, String actual) ->
          message("engine.checksum", uri, expected, actual);
      case EngineFailure.UnsafeArchive(var uri, String entry, String detail) ->
          message("engine.unsafe-archive", uri, entry, detail);
      case EngineFailure.BrokenArchive(var uri, String detail) ->
          message("engine.broken-archive", uri, detail);
      case EngineFailure.DiskFull(Path path, long free, long needed) ->
          message(
              "engine.disk-full",
              path,
              FailureText.wholeMegabytes(free),
              FailureText.enoughMegabytes(needed));
      case EngineFailure.NotWritable(Path path, String detail) ->
          message("engine.not-writable", path, detail);
      case EngineFailure.NoGo(String needed) -> message("engine.no-go", needed);
      case EngineFailure.UnusableGo(Path go, String found, String needed) ->
          message("engine.unusable-go", go, found, needed);
      case EngineFailure.BuildFailed(int exitCode, List<String> lastLines) ->
          message("engine.build-failed", exitCode, String.join(" ", lastLines));
      case EngineFailure.BuildTooSlow(var limit, List<String> lastLines) ->
          message("engine.build-too-slow", limit.toMinutes(), String.join(" ", lastLines));
      case EngineFailure.Busy(Path lock, var waited) ->
          message("engine.busy", lock, waited.toMinutes());
      case EngineFailure.NoWayToInstall(List<EngineFailure> reasons) ->
          message("engine.no-way", whats(reasons));
      case EngineFailure.Cancelled() -> message("engine.cancelled");
    };
  }

  private String whats(List<EngineFailure> reasons) {
    return reasons.stream().map(each -> of(each).what()).collect(Collectors.joining(" "));
  }

  private Message message(String key, Object... facts) {
    return new Message(
        words.get(key + ".what", facts).strip(), "", words.get(key + ".next", facts));
  }
}
