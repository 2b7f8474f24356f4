package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.TestEngine;

/** Engines that are missing, too old, or never answer. */
@Tag("engine")
class EngineFaultsTest {
  /** See the decision on the engine's minimum. */
  private static final String MINIMUM = "3.206.0";

  private static final String REAL = "exec " + TestEngine.binary() + " \"$@\"";

  @TempDir Path folder;

  @Test
  void an_engine_that_is_missing_or_too_old_is_told() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      Path missing = folder.resolve("nowhere/pulumi");
      assertThat(message(scene, missing))
          .isEqualTo(
              missing
                  + " cannot be used as the Pulumi engine (no such file). Nothing was changed. Set"
                  + " PORTICO_PULUMI to a working pulumi, or unset it and let Portico install"
                  + " one.");
      Path old = scene.fakeEngine("echo v3.100.0");
      assertThat(message(scene, old))
          .isEqualTo(
              old
                  + " is Pulumi 3.100.0; Portico needs "
                  + MINIMUM
                  + " or newer. Nothing was changed. Update it, or unset PORTICO_PULUMI and let"
                  + " Portico install its own.");
      Path broken = scene.fakeEngine("echo no; exit 3");
      assertThat(message(scene, broken))
          .isEqualTo(
              broken
                  + " cannot be used as the Pulumi engine (exit 3: no). Nothing was changed. Set"
                  + " PORTICO_PULUMI to a working pulumi, or unset it and let Portico install"
                  + " one.");
      assertThat(scene.live.services().environments().list()).isEmpty();
    }
  }

  @Test
  void an_engine_that_is_silent_is_ended_and_a_deploy_completes() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      scene.set("engine-first-sign-seconds=4");
      Path pids = folder.resolve("pids");
      String hang = "echo $$ >> " + pids + "; exec sleep 1000";
      for (String silentAt : new String[] {"stack", "up"}) {
        Path silent = scene.fakeEngine("[ \"$1\" = " + silentAt + " ] && { " + hang + "; }", REAL);
        assertThat(message(scene, silent))
            .isEqualTo(
                "Nothing was heard from the engine for 4 seconds, so it was stopped. No resources"
                    + " exist. Look at the log, then deploy again to go on from here, or destroy"
                    + " to remove what exists.");
      }
      assertThat(Files.readAllLines(pids))
          .hasSize(2)
          .allSatisfy(pid -> assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty());
      scene.set("engine-first-sign-seconds=120");
      scene.deployCompletes();
    }
  }

  @Test
  void an_engine_that_ignores_the_wish_to_stop_is_ended_at_the_second() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      Path started = folder.resolve("started");
      Path deaf =
          scene.fakeEngine(
              "if [ \"$1\" = up ]; then",
              "trap '' TERM INT; touch " + started + "; while :; do sleep 1; done",
              "fi",
              REAL);
      try (LiveHome live =
          new LiveHome(scene.root, scene.account, Map.of("PORTICO_PULUMI", deaf.toString()))) {
        OperationId id = live.start(OperationKind.DEPLOY, scene.spec);
        LiveHome.await(() -> Files.exists(started), "the deaf engine");
        ProcessHandle engine = live.engineOf(id);
        live.operations().cancel(id);
        live.operations().cancel(id);
        assertThat(live.outcome(id)).isEqualTo(new Outcome.Cancelled(0));
        LiveHome.await(() -> !engine.isAlive(), "the end of the deaf engine");
      }
    }
  }

  private static String message(FaultScene scene, Path engine) {
    return FaultScene.message(
        scene.deployWith(scene.account, Map.of("PORTICO_PULUMI", engine.toString())));
  }
}
