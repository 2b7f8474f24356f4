package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.Step;
import portico.testing.Samples;

class ProgressLinesTest {
  private final CliRun cli = new CliRun();

  @BeforeEach
  void one_deployed_environment() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
  }

  @Test
  void every_kind_of_progress_is_a_line() {
    Instant at = Samples.NOW;
    cli.operations.script(
        OperationKind.DEPLOY,
        id -> {
          for (OperationEvent event :
              List.of(
                  new OperationEvent.PhaseStarted(at, Phase.ENGINE),
                  install(at, new InstallEvent.Looking("PATH")),
                  install(at, new InstallEvent.Downloading(0, OptionalLong.of(50 << 20))),
                  install(at, new InstallEvent.Downloading(1 << 20, OptionalLong.of(50 << 20))),
                  install(
                      at.plusSeconds(5),
                      new InstallEvent.Downloading(2 << 20, OptionalLong.empty())),
                  install(at, new InstallEvent.Verifying()),
                  install(at, new InstallEvent.Unpacking()),
                  install(at.plusSeconds(10), new InstallEvent.Building("cmd/pulumi")),
                  install(at, new InstallEvent.Ready("3.259.0", "/opt/pulumi")),
                  new OperationEvent.ResourceStarted(at, Samples.TARGET, Step.SAME, List.of()),
                  new OperationEvent.ResourceStarted(at, Samples.LISTENER, Step.UPDATE, List.of()),
                  new OperationEvent.Diagnostic(
                      at, OperationEvent.Severity.INFO, Optional.empty(), "chatter"),
                  new OperationEvent.Diagnostic(
                      at, OperationEvent.Severity.WARNING, Optional.empty(), "slow\n"),
                  new OperationEvent.Diagnostic(
                      at, OperationEvent.Severity.ERROR, Optional.empty(), "broken"),
                  new OperationEvent.ResourceFailed(
                      at.plusMillis(1500), Samples.LISTENER, Step.UPDATE),
                  new OperationEvent.Repaired(at, "lock of a dead process"),
                  new OperationEvent.CancelRequested(at, 1),
                  new OperationEvent.CancelRequested(at, 2))) {
            cli.fakes.operations.emit(id, event);
          }
          cli.fakes.operations.finish(id, new Outcome.Cancelled(0));
        });

    cli.run("deploy", "demo", "--yes");

    assertThat(cli.err().lines().skip(1).filter(line -> !line.startsWith("warning ")).toList())
        .containsExactly(
            "Getting the Pulumi engine...",
            "  Looking for the Pulumi engine: PATH and the usual places for programs",
            "  Downloading the Pulumi engine: 0 of 50 MB",
            "  Downloading the Pulumi engine: 2 MB",
            "  Comparing the download's checksum with the published one",
            "  Unpacking the Pulumi engine",
            "  Building the Pulumi engine, which takes some minutes once: cmd/pulumi",
            "  Pulumi 3.259.0 is ready: /opt/pulumi",
            "  update Listener ai-inference-listener",
            "  warning: slow",
            "  error: broken",
            "  FAILED: update Listener ai-inference-listener (1.5 s)",
            "  settled: lock of a dead process",
            "  The worker is cancelling.",
            "  The worker stops at once.",
            "The operation " + Samples.id(1000) + " was cancelled.",
            "No resources exist.",
            "Deploy again to complete demo, or destroy to remove what exists.");
  }

  private static OperationEvent install(Instant at, InstallEvent event) {
    return new OperationEvent.EngineInstall(at, event);
  }
}
