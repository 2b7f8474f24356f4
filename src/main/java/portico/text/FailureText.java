package portico.text;

import java.util.Optional;
import java.util.stream.Collectors;
import portico.catalog.CatalogFailure;
import portico.model.Violation;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;

/** Turns every failure into words: what happened, whether resources may exist, what to do next. */
public final class FailureText {
  private final Words words;

  public FailureText(Words words) {
    this.words = words;
  }

  /** What is wrong with a value, in one sentence that says what would be right. */
  public String of(Violation violation) {
    return words.get("rule." + violation.rule().name(), violation.facts().toArray());
  }

  /** Why AWS could not be read. */
  public Message of(CatalogFailure failure) {
    return switch (failure) {
      case CatalogFailure.NoCredentials(Optional<String> profile, String detail) ->
          profile
              .map(name -> read("catalog.no-credentials-profile", name, detail))
              .orElseGet(() -> read("catalog.no-credentials", detail));
      case CatalogFailure.UnknownProfile(String profile) ->
          read("catalog.unknown-profile", profile);
      case CatalogFailure.ExpiredCredentials(Optional<String> profile, boolean sso) ->
          sso
              ? read("catalog.expired-sso", profile.orElse("default"))
              : read("catalog.expired", profile.orElse("default"));
      case CatalogFailure.InvalidCredentials(Optional<String> profile, String code) ->
          read("catalog.invalid-credentials", profile.orElse("default"), code);
      case CatalogFailure.AccessDenied(String action, String detail) ->
          read("catalog.access-denied", action, detail);
      case CatalogFailure.Unreachable(var endpoint, String detail) ->
          read("catalog.unreachable", endpoint, detail);
      case CatalogFailure.RegionNotEnabled(String region) -> read("catalog.region", region);
      case CatalogFailure.Throttled(String action) -> read("catalog.throttled", action);
      case CatalogFailure.ClockSkew(String detail) -> read("catalog.clock", detail);
      case CatalogFailure.ServiceError(String action, String code, String message) ->
          read("catalog.service-error", action, code, message);
    };
  }

  private Message read(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }

  /** Why there is no engine. */
  public Message of(EngineFailure failure) {
    return switch (failure) {
      case EngineFailure.NotRunnable(String binary, String detail) ->
          read("engine.not-runnable", binary, detail);
      case EngineFailure.TooOld(String binary, String found, String needed) ->
          read("engine.too-old", binary, found, needed);
      case EngineFailure.DownloadFailed(String uri, String detail) ->
          read("engine.download-failed", uri, detail);
      case EngineFailure.ChecksumMismatch(String uri, String expected, String actual) ->
          read("engine.checksum", uri, expected, actual);
      case EngineFailure.BadArchive(String uri, String detail) ->
          read("engine.bad-archive", uri, detail);
      case EngineFailure.DiskFull(String folder, long free, long needed) ->
          read("engine.disk-full", folder, megabytes(free), megabytes(needed));
      case EngineFailure.NotWritable(String folder, String detail) ->
          read("engine.not-writable", folder, detail);
      case EngineFailure.BuildFailed(int exitCode, String lastLines) ->
          read("engine.build-failed", exitCode, lastLines);
      case EngineFailure.NoWayToInstall(var attempts) ->
          read(
              "engine.no-way",
              attempts.stream().map(each -> of(each).what()).collect(Collectors.joining(" ")));
      case EngineFailure.Cancelled() -> read("engine.cancelled");
    };
  }

  /**
   * Why an operation did not succeed.
   *
   * @param resources how many resources the state holds afterwards; -1 when unknown
   */
  public Message of(OperationFailure failure, int resources) {
    return switch (failure) {
      case OperationFailure.InvalidSpec(var violations) ->
          new Message(
              words.get(
                  "operation.invalid-spec.what",
                  violations.stream()
                      .map(each -> each.field() + ": " + of(each))
                      .collect(Collectors.joining(" "))),
              words.get("resources.untouched"),
              words.get("operation.invalid-spec.next"));
      case OperationFailure.NoSuchEnvironment(String name) ->
          read("operation.no-such-environment", name);
      case OperationFailure.EnvironmentBusy(var pid, var since, var host) ->
          untouched(
              "operation.busy",
              pid.isPresent() ? String.valueOf(pid.getAsLong()) : "?",
              since.map(String::valueOf).orElse("?"),
              host.orElse("this machine"));
      case OperationFailure.DiskFull(String folder, long free, long needed) ->
          untouched("operation.disk-full", folder, megabytes(free), megabytes(needed));
      case OperationFailure.NotWritable(String folder, String detail) ->
          untouched("operation.not-writable", folder, detail);
      case OperationFailure.EngineUnavailable(EngineFailure engine) -> {
        Message message = of(engine);
        yield new Message(message.what(), words.get("resources.untouched"), message.next());
      }
      case OperationFailure.AccountUnusable(CatalogFailure account) -> {
        Message message = of(account);
        yield new Message(message.what(), words.get("resources.untouched"), message.next());
      }
      case OperationFailure.ProviderMissing(String detail) ->
          untouched("operation.provider-missing", detail);
      case OperationFailure.ResourceRefused(var resource, var step, String message) ->
          after("operation.resource-refused", resources, resource.name(), step, message);
      case OperationFailure.Stalled(long silentSeconds) ->
          after("operation.stalled", resources, silentSeconds);
      case OperationFailure.Interrupted(String what) ->
          after("operation.interrupted", resources, what);
      case OperationFailure.StateDamaged(String file, boolean restored) ->
          restored
              ? after("operation.state-restored", resources, file)
              : after("operation.state-damaged", resources, file);
      case OperationFailure.WorkerFailed(String detail) ->
          after("operation.worker-failed", resources, detail);
      case OperationFailure.EngineError(int exitCode, String message) ->
          after("operation.engine-error", resources, exitCode, message);
    };
  }

  private Message untouched(String key, Object... facts) {
    return new Message(
        words.get(key + ".what", facts),
        words.get("resources.untouched"),
        words.get(key + ".next", facts));
  }

  private Message after(String key, int resources, Object... facts) {
    return new Message(
        words.get(key + ".what", facts), resourcesText(resources), words.get(key + ".next", facts));
  }

  /** What the state holds after an operation that did not succeed. */
  public String resourcesText(int resources) {
    return switch (resources) {
      case -1 -> words.get("resources.unknown");
      case 0 -> words.get("resources.none");
      case 1 -> words.get("resources.one");
      default -> words.get("resources.some", resources);
    };
  }

  private static long megabytes(long bytes) {
    return bytes / (1024 * 1024);
  }
}
