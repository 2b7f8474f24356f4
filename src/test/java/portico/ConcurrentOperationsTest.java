package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.OwnedResource;
import portico.environment.EnvironmentState;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;
import portico.text.FailureText;
import portico.text.Words;

/** Two operations on one environment, and locks that others left behind. */
@Tag("engine")
class ConcurrentOperationsTest {
  private static final String NEXT =
      "Nothing was changed. Wait until it is over or cancel it, then try again.";

  @TempDir Path folder;

  @Test
  void a_second_deploy_is_refused_while_the_first_is_at_work() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId first = scene.deployUntil(OwnedResource.Kind.SECURITY_GROUP);

      StartAnswer second = start(scene);
      assertThat(second).isInstanceOf(StartAnswer.Refused.class);
      OperationFailure busy = ((StartAnswer.Refused) second).failure();
      assertThat(new FailureText(Words.core()).of(busy, -1).inOneLine())
          .matches(
              "Another operation is at work on this environment \\(process "
                  + scene.live.workerPid(first)
                  + ", since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\)\\. "
                  + NEXT);

      scene.clock.rush();
      assertThat(scene.live.outcome(first)).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
      assertThat(scene.live.operations().history(LiveHome.DEMO)).hasSize(1);
    }
  }

  private static StartAnswer start(FaultScene scene) {
    return scene
        .live
        .operations()
        .start(
            OperationKind.DEPLOY, LiveHome.DEMO, scene.spec, scene.account, ProviderKind.BUNDLED);
  }

  @Test
  void of_two_deploys_in_the_same_moment_one_succeeds() throws Exception {
    try (FaultScene scene = new FaultScene(folder);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      scene.clock.rush();
      CyclicBarrier both = new CyclicBarrier(2);
      Callable<StartAnswer> start =
          () -> {
            both.await();
            return start(scene);
          };
      int succeeded = 0;
      for (Future<StartAnswer> answer : List.of(threads.submit(start), threads.submit(start))) {
        succeeded += succeeds(scene, answer.get()) ? 1 : 0;
      }
      assertThat(succeeded).isEqualTo(1);
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
      assertThat(scene.loadBalancers()).hasSize(1);
    }
  }

  private static boolean succeeds(FaultScene scene, StartAnswer answer) {
    return switch (answer) {
      case StartAnswer.Refused(OperationFailure failure) -> {
        assertThat(failure).isInstanceOf(OperationFailure.EnvironmentBusy.class);
        yield false;
      }
      case StartAnswer.Started(OperationId id) ->
          switch (scene.live.outcome(id)) {
            case Outcome.Succeeded succeeded -> true;
            case Outcome.Failed(var failures, int resources) -> {
              assertThat(failures)
                  .as(() -> scene.live.log(id))
                  .hasOnlyElementsOfType(OperationFailure.EnvironmentBusy.class);
              yield false;
            }
            case Outcome.Cancelled cancelled -> throw new AssertionError(scene.live.log(id));
          };
    };
  }

  @Test
  void a_worker_that_finds_the_environment_locked_says_so_and_the_environment_stays_as_it_was()
      throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      Path file = scene.live.home().environmentLock(LiveHome.DEMO);
      Files.writeString(file.resolveSibling("lock.owner"), "4242 2026-01-02T03:04:05.678Z");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        assertThat(held.isValid()).isTrue();
        assertThat(FaultScene.message(scene.live.run(OperationKind.DESTROY, scene.spec)))
            .isEqualTo(
                "Another operation is at work on this environment (process 4242, since 2026-01-02"
                    + " 03:04:05 UTC). "
                    + NEXT);
      }
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
      assertThat(scene.live.environment().resources()).hasSize(FaultScene.RESOURCES);
    }
  }

  @Test
  void a_lock_of_a_dead_engine_is_released_and_one_of_another_machine_is_respected()
      throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      long dead = pidOfTheDead();
      Path lock = lock(scene, dead, hostName());
      scene.nothingIsLeftToDo();
      assertThat(lock).doesNotExist();
      assertThat(scene.repairs(scene.lastOperation()))
          .containsExactly("Released the lock of engine process " + dead + ", which is gone.");

      Path foreign = lock(scene, 1, "far.example");
      assertThat(FaultScene.message(scene.live.run(OperationKind.DEPLOY, scene.spec)))
          .isEqualTo(
              "Another operation is at work on this environment (process 1, on far.example, since"
                  + " 2026-01-02 03:04:05 UTC). "
                  + NEXT);
      assertThat(foreign).exists();
      assertThat(scene.live.environment().resources()).hasSize(FaultScene.RESOURCES);
      Files.delete(foreign);
      scene.destroyCompletes();
    }
  }

  private static Path lock(FaultScene scene, long pid, String host) throws IOException {
    Path folder = scene.root.resolve("state/.pulumi/locks/organization/portico/demo");
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve("0b5c4d0e-0000-4000-8000-00000000000" + pid % 10 + ".json"),
        """
        {"pid":%d,"username":"someone","hostname":"%s","timestamp":"2026-01-02T03:04:05Z"}
        """
            .formatted(pid, host));
  }

  private static long pidOfTheDead() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }

  private static String hostName() throws IOException {
    return new String(
            new ProcessBuilder("hostname").start().getInputStream().readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8)
        .strip();
  }
}
