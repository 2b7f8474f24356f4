package portico.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInFailure;
import portico.model.Rule;
import portico.model.Violation;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** At least one failure of every kind, and every variant that has words of its own. */
final class FailureSamples {
  static final String FOLDER = "/home/ann/.portico";
  static final String ARCHIVE = "https://get.example/pulumi-v3.259.0-linux-x64.tar.gz";
  static final long MB = 1024 * 1024;
  static final Instant SINCE = Instant.parse("2026-11-23T15:30:12.123456Z");
  static final ResourceRef LOAD_BALANCER =
      ResourceRef.ofUrn(
          "urn:pulumi:dev::portico::aws:lb/loadBalancer:LoadBalancer::ai-inference-lb");

  private static final Optional<String> TEAM = Optional.of("team");

  private FailureSamples() {}

  static List<CatalogFailure> catalog() {
    return List.of(
        new CatalogFailure.NoCredentials(Optional.empty(), "the default chain is empty"),
        new CatalogFailure.NoCredentials(TEAM, "it holds no key"),
        new CatalogFailure.UnknownProfile("team"),
        new CatalogFailure.ExpiredCredentials(Optional.empty(), false),
        new CatalogFailure.ExpiredCredentials(TEAM, false),
        new CatalogFailure.ExpiredCredentials(Optional.empty(), true),
        new CatalogFailure.ExpiredCredentials(TEAM, true),
        new CatalogFailure.MfaCodeNeeded(Optional.empty(), "arn:aws:iam::123456789012:mfa/ada"),
        new CatalogFailure.MfaCodeNeeded(TEAM, "arn:aws:iam::123456789012:mfa/ada"),
        new CatalogFailure.InvalidCredentials(Optional.empty(), "InvalidClientTokenId"),
        new CatalogFailure.InvalidCredentials(TEAM, "InvalidClientTokenId"),
        new CatalogFailure.AccessDenied("ec2:DescribeVpcs", "You are not authorized."),
        new CatalogFailure.Unreachable(URI.create("http://127.0.0.1:4566"), "connection refused"),
        new CatalogFailure.RegionNotEnabled("ap-east-1"),
        new CatalogFailure.Throttled("ec2:DescribeSubnets"),
        new CatalogFailure.ClockSkew("by 12 minutes"),
        new CatalogFailure.ServiceError("acm:ListCertificates", "InternalFailure", "Try later."));
  }

  static List<SignInFailure> signIn() {
    return List.of(
        new SignInFailure.NothingToDo(Optional.empty()),
        new SignInFailure.NothingToDo(TEAM),
        new SignInFailure.Misconfigured(Optional.empty(), "sso_region in [default]"),
        new SignInFailure.Misconfigured(TEAM, "section [sso-session corp]"),
        new SignInFailure.Refused(),
        new SignInFailure.CodeOver(),
        new SignInFailure.GivenUp(),
        new SignInFailure.NotACode(),
        new SignInFailure.WrongCode("arn:aws:iam::123456789012:mfa/ada"),
        new SignInFailure.NotKept("/home/ada/.aws/sso/cache", "no space left"),
        new SignInFailure.Account(new CatalogFailure.Throttled("sts:AssumeRole")));
  }

  static List<EngineFailure> engine() {
    EngineFailure download =
        new EngineFailure.DownloadFailed(
            URI.create(ARCHIVE),
            EngineFailure.DownloadFailed.Cause.UNREACHABLE,
            "no route to host");
    EngineFailure build = new EngineFailure.BuildFailed(1, List.of("go: no such module"));
    Path pulumi = Path.of("/usr/bin/pulumi");
    return List.of(
        new EngineFailure.NotRunnable(pulumi, "exit code 127"),
        new EngineFailure.TooOld(pulumi, "3.90.0", "3.206.0"),
        new EngineFailure.TooNew(pulumi, "4.0.0", "4.0.0"),
        new EngineFailure.UnexpectedVersion(pulumi, "3.1.0", "3.259.0"),
        new EngineFailure.NotFound(List.of()),
        download,
        new EngineFailure.ChecksumMismatch(URI.create(ARCHIVE), "aa11", "bb22"),
        new EngineFailure.UnsafeArchive(
            URI.create(ARCHIVE), "../../etc/passwd", "leaves the folder"),
        new EngineFailure.BrokenArchive(URI.create(ARCHIVE), "unexpected end"),
        new EngineFailure.DiskFull(Path.of(FOLDER), 12 * MB, 400 * MB),
        new EngineFailure.NotWritable(Path.of(FOLDER), "read-only file system"),
        new EngineFailure.NoGo("1.24"),
        new EngineFailure.UnusableGo(Path.of("/usr/bin/go"), "1.18", "1.24"),
        build,
        new EngineFailure.BuildTooSlow(Duration.ofMinutes(30), List.of("compiling")),
        new EngineFailure.Busy(Path.of(FOLDER), Duration.ofMinutes(40)),
        new EngineFailure.NoWayToInstall(List.of(download, build)),
        new EngineFailure.Cancelled());
  }

  static List<OperationFailure> operation() {
    return List.of(
        new OperationFailure.InvalidSpec(
            List.of(
                Violation.of("region", Rule.REGION_FORM, "us"),
                Violation.of("loadBalancer.name", Rule.NAME_LENGTH, 33, 32))),
        new OperationFailure.NoSuchEnvironment("dev"),
        new OperationFailure.EnvironmentBusy(
            OptionalLong.of(4711), Optional.of(SINCE), Optional.of("ml-box")),
        new OperationFailure.EnvironmentBusy(
            OptionalLong.empty(), Optional.empty(), Optional.empty()),
        new OperationFailure.DiskFull(FOLDER, 12 * MB, 200 * MB),
        new OperationFailure.NotWritable(FOLDER, "read-only file system"),
        new OperationFailure.EngineUnavailable(new EngineFailure.Cancelled()),
        new OperationFailure.AccountUnusable(new CatalogFailure.ExpiredCredentials(TEAM, true)),
        new OperationFailure.LeftoversUnknown(new CatalogFailure.ExpiredCredentials(TEAM, true)),
        new OperationFailure.ProviderMissing("403 Forbidden"),
        new OperationFailure.ResourceRefused(LOAD_BALANCER, Step.CREATE, "It exists already."),
        new OperationFailure.DeletionProtected("ai-inference-lb"),
        new OperationFailure.Stalled(600),
        new OperationFailure.Interrupted("the worker process"),
        new OperationFailure.StateDamaged(FOLDER + "/dev.json", true),
        new OperationFailure.StateDamaged(FOLDER + "/dev.json", false),
        new OperationFailure.WorkerFailed("exit code 1"),
        new OperationFailure.EngineError(255, "error: unknown flag"));
  }
}
