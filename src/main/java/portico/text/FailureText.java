package portico.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInFailure;
import portico.model.Violation;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;

/** Turns every failure into words: what happened, whether resources may exist, what to do next. */
public final class FailureText {
  private static final long MEGABYTE = 1024 * 1024;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Words words;
  private final StatusText status;
  private final EngineFailureText engineText;

  public FailureText(Words words) {
    this.words = words;
    this.status = new StatusText(words);
    this.engineText = new EngineFailureText(words);
  }

  /** What is wrong with a value, in one sentence that says what would be right. */
  public String of(Violation violation) {
    return words.get("rule." + violation.rule().name(), violation.facts().toArray());
  }

  /** Why AWS could not be read. */
  public Message of(CatalogFailure failure) {
    return switch (failure) {
      case CatalogFailure.NoCredentials(Optional<String> profile, String detail) ->
          forProfile("catalog.no-credentials", profile, detail);
      case CatalogFailure.UnknownProfile(String profile) ->
          read("catalog.unknown-profile", profile);
      case CatalogFailure.ExpiredCredentials(Optional<String> profile, boolean sso) ->
          forProfile(sso ? "catalog.expired-sso" : "catalog.expired", profile);
      case CatalogFailure.MfaCodeNeeded(Optional<String> profile, String device) ->
          forProfile("catalog.mfa-code", profile, device);
      case CatalogFailure.InvalidCredentials(Optional<String> profile, String code) ->
          forProfile("catalog.invalid-credentials", profile, code);
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

  /** Why a sign-in came to nothing. */
  public Message of(SignInFailure failure) {
    return switch (failure) {
      case SignInFailure.NothingToDo(Optional<String> profile) ->
          forProfile("sign-in.nothing-to-do", profile);
      case SignInFailure.Misconfigured(Optional<String> profile, String missing) ->
          forProfile("sign-in.misconfigured", profile, missing);
      case SignInFailure.Refused() -> read("sign-in.refused");
      case SignInFailure.CodeOver() -> read("sign-in.code-over");
      case SignInFailure.GivenUp() -> read("sign-in.given-up");
      case SignInFailure.NotACode() -> read("sign-in.not-a-code");
      case SignInFailure.WrongCode(String device) -> read("sign-in.wrong-code", device);
      case SignInFailure.NotKept(String file, String detail) ->
          read("sign-in.not-kept", file, detail);
      case SignInFailure.Account(CatalogFailure account) -> of(account);
    };
  }

  /** Without a profile the credentials come from wherever the SDK looks; no name is made up. */
  private Message forProfile(String key, Optional<String> profile, Object... facts) {
    return profile
        .map(
            name ->
                read(key + "-profile", Stream.concat(Stream.of(name), Stream.of(facts)).toArray()))
        .orElseGet(() -> read(key, facts));
  }

  private Message read(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }

  /** Why there is no engine. */
  public Message of(EngineFailure failure) {
    return engineText.of(failure);
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
      case OperationFailure.EnvironmentBusy(var pid, var since, var host) -> busy(pid, since, host);
      case OperationFailure.DiskFull(String folder, long free, long needed) ->
          untouched("operation.disk-full", folder, wholeMegabytes(free), enoughMegabytes(needed));
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
      case OperationFailure.LeftoversUnknown(CatalogFailure account) ->
          after("operation.leftovers-unknown", resources, of(account).what());
      case OperationFailure.ProviderMissing(String detail) ->
          untouched("operation.provider-missing", detail);
      case OperationFailure.ResourceRefused(var resource, var step, String message) ->
          after(
              "operation.resource-refused",
              resources,
              status.typeOf(resource),
              resource.name(),
              status.of(step),
              message);
      case OperationFailure.DeletionProtected(String loadBalancer) ->
          untouched("operation.deletion-protected", loadBalancer);
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

  private Message busy(OptionalLong pid, Optional<Instant> since, Optional<String> host) {
    List<String> known = new ArrayList<>();
    pid.ifPresent(id -> known.add(words.get("operation.busy.process", id)));
    host.ifPresent(name -> known.add(words.get("operation.busy.host", name)));
    since.ifPresent(time -> known.add(words.get("operation.busy.since", TIME.format(time))));
    String details = known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
    return untouched("operation.busy", details);
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

  static long wholeMegabytes(long bytes) {
    return bytes / MEGABYTE;
  }

  /** Rounded up, so that what is asked for is never what is already there. */
  static long enoughMegabytes(long bytes) {
    return Math.ceilDiv(bytes, MEGABYTE);
  }
}
