package portico.cli;

import portico.catalog.CatalogFailure;
import portico.catalog.SignInFailure;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;

/** The stable names of failures in JSON. */
final class FailureCode {
  private FailureCode() {}

  static String of(OperationFailure failure) {
    return switch (failure) {
      case OperationFailure.InvalidSpec _ -> "invalid_spec";
      case OperationFailure.NoSuchEnvironment _ -> "no_such_environment";
      case OperationFailure.EnvironmentBusy _ -> "environment_busy";
      case OperationFailure.DiskFull _ -> "disk_full";
      case OperationFailure.NotWritable _ -> "not_writable";
      case OperationFailure.EngineUnavailable(EngineFailure engine) -> of(engine);
      case OperationFailure.AccountUnusable(CatalogFailure account) -> of(account);
      case OperationFailure.LeftoversUnknown _ -> "leftovers_unknown";
      case OperationFailure.ProviderMissing _ -> "provider_missing";
      case OperationFailure.ResourceRefused _ -> "resource_refused";
      case OperationFailure.DeletionProtected _ -> "deletion_protected";
      case OperationFailure.Stalled _ -> "stalled";
      case OperationFailure.Interrupted _ -> "interrupted";
      case OperationFailure.StateDamaged _ -> "state_damaged";
      case OperationFailure.WorkerFailed _ -> "worker_failed";
      case OperationFailure.EngineError _ -> "engine_error";
    };
  }

  static String of(EngineFailure failure) {
    return switch (failure) {
      case EngineFailure.NotRunnable _ -> "engine_not_runnable";
      case EngineFailure.TooOld _ -> "engine_too_old";
      case EngineFailure.DownloadFailed _ -> "engine_download_failed";
      case EngineFailure.ChecksumMismatch _ -> "engine_checksum_mismatch";
      case EngineFailure.TooNew _ -> "engine_too_new";
      case EngineFailure.UnexpectedVersion _ -> "engine_unexpected_version";
      case EngineFailure.NotFound _ -> "engine_not_found";
      case EngineFailure.UnsafeArchive _ -> "engine_unsafe_archive";
      case EngineFailure.BrokenArchive _ -> "engine_broken_archive";
      case EngineFailure.NoGo _ -> "engine_no_go";
      case EngineFailure.UnusableGo _ -> "engine_unusable_go";
      case EngineFailure.BuildTooSlow _ -> "engine_build_too_slow";
      case EngineFailure.Busy _ -> "engine_install_busy";
      case EngineFailure.DiskFull _ -> "disk_full";
      case EngineFailure.NotWritable _ -> "not_writable";
      case EngineFailure.BuildFailed _ -> "engine_build_failed";
      case EngineFailure.NoWayToInstall _ -> "engine_unavailable";
      case EngineFailure.Cancelled _ -> "engine_cancelled";
    };
  }

  static String of(CatalogFailure failure) {
    return switch (failure) {
      case CatalogFailure.NoCredentials _ -> "no_credentials";
      case CatalogFailure.UnknownProfile _ -> "unknown_profile";
      case CatalogFailure.ExpiredCredentials _ -> "expired_credentials";
      case CatalogFailure.MfaCodeNeeded _ -> "mfa_code_needed";
      case CatalogFailure.InvalidCredentials _ -> "invalid_credentials";
      case CatalogFailure.AccessDenied _ -> "access_denied";
      case CatalogFailure.Unreachable _ -> "unreachable";
      case CatalogFailure.RegionNotEnabled _ -> "region_not_enabled";
      case CatalogFailure.Throttled _ -> "throttled";
      case CatalogFailure.ClockSkew _ -> "clock_skew";
      case CatalogFailure.ServiceError _ -> "service_error";
    };
  }

  static String of(SignInFailure failure) {
    return switch (failure) {
      case SignInFailure.NothingToDo _ -> "nothing_to_sign_in";
      case SignInFailure.Misconfigured _ -> "sign_in_misconfigured";
      case SignInFailure.Refused _ -> "sign_in_refused";
      case SignInFailure.CodeOver _ -> "sign_in_over";
      case SignInFailure.GivenUp _ -> "sign_in_given_up";
      case SignInFailure.NotACode _ -> "not_a_code";
      case SignInFailure.WrongCode _ -> "wrong_code";
      case SignInFailure.NotKept _ -> "sign_in_not_kept";
      case SignInFailure.Account(var account) -> of(account);
    };
  }
}
