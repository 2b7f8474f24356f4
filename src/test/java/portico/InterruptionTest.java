package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portico.catalog.OwnedResource;
import portico.environment.EnvironmentState;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.Phase;

/** Processes killed in the middle: nothing is lost, and the next operation completes. */
@Tag("engine")
class InterruptionTest {
  @TempDir Path folder;

  /** When the process is killed. */
  enum Moment {
    ENGINE_STARTS,
    FIRST_RESOURCE_MADE,
    LOAD_BALANCER_PROVISIONS
  }

  private OperationId deployUntil(Moment moment, FaultScene scene) {
    OperationId id = scene.live.start(OperationKind.DEPLOY, scene.spec);
    switch (moment) {
      case ENGINE_STARTS ->
          scene.live.await(
              id,
              event ->
                  event instanceof OperationEvent.PhaseStarted(var at, Phase phase)
                      && phase == Phase.RUNNING);
      case FIRST_RESOURCE_MADE -> LiveHome.await(() -> !scene.live.inAws().isEmpty(), "a resource");
      case LOAD_BALANCER_PROVISIONS -> scene.awaitInAws(OwnedResource.Kind.LOAD_BALANCER);
    }
    return id;
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    LiveHome.await(() -> !process.isAlive(), "the end of " + process);
  }

  private static void killEngine(FaultScene scene, OperationId id) {
    LiveHome.await(() -> LiveHome.engine(scene.live.worker(id)).isPresent(), "an engine of " + id);
    kill(scene.live.engineOf(id));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void a_killed_engine_is_told_and_a_deploy_completes(Moment moment) throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = deployUntil(moment, scene);
      killEngine(scene, id);

      Outcome outcome = scene.live.outcome(id);
      String counted =
          switch (moment) {
            case ENGINE_STARTS -> "No resources exist";
            case FIRST_RESOURCE_MADE ->
                "(\\d resources exist|1 resource exists|No resources exist)";
            case LOAD_BALANCER_PROVISIONS -> "5 resources exist";
          };
      assertThat(FaultScene.message(outcome))
          .as(() -> scene.live.log(id))
          .matches(
              "The operation was interrupted: the engine process \\(signal 9\\) was ended from"
                  + " outside. "
                  + counted
                  + ". Deploy again to complete it, or destroy to remove what exists. Either first"
                  + " settles what was left open\\.");
      assertThat(scene.state())
          .isEqualTo(
              new EnvironmentState.Incomplete(Optional.of(id), EnvironmentState.Reason.FAILED));

      var made = scene.loadBalancers();
      scene.deployCompletes();
      assertThat(scene.loadBalancers()).containsAll(made);
      if (moment == Moment.LOAD_BALANCER_PROVISIONS) {
        assertThat(made).hasSize(1);
        assertThat(scene.repairs(scene.lastOperation()))
            .anyMatch(text -> text.startsWith("Released the lock of engine process"))
            .anyMatch(text -> text.startsWith("Settled an open operation (creating)"));
        scene.nothingIsLeftToDo();
      }
    }
  }

  @Test
  void after_a_killed_engine_a_destroy_leaves_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = deployUntil(Moment.LOAD_BALANCER_PROVISIONS, scene);
      killEngine(scene, id);
      assertThat(scene.live.outcome(id)).isInstanceOf(Outcome.Failed.class);
      scene.destroyCompletes();
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void a_killed_worker_is_told_and_a_deploy_completes(Moment moment) throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = deployUntil(moment, scene);
      kill(scene.live.worker(id));

      assertThat(scene.live.end(id)).isEqualTo(new OperationStatus.Interrupted());
      assertThat(scene.state())
          .isEqualTo(
              new EnvironmentState.Incomplete(
                  Optional.of(id), EnvironmentState.Reason.INTERRUPTED));
      var made = scene.loadBalancers();
      scene.deployCompletes();
      assertThat(scene.loadBalancers()).containsAll(made);
    }
  }

  @Test
  void after_a_killed_worker_a_destroy_leaves_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = deployUntil(Moment.LOAD_BALANCER_PROVISIONS, scene);
      kill(scene.live.worker(id));
      assertThat(scene.live.end(id)).isEqualTo(new OperationStatus.Interrupted());
      scene.destroyCompletes();
    }
  }

  @Test
  void after_an_engine_killed_in_a_destroy_the_next_destroy_leaves_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      OperationId id = scene.live.start(OperationKind.DESTROY, scene.spec);
      LiveHome.await(() -> scene.loadBalancers().isEmpty(), "the load balancer gone");
      killEngine(scene, id);
      assertThat(scene.live.outcome(id)).isInstanceOf(Outcome.Failed.class);
      assertThat(scene.state())
          .isEqualTo(
              new EnvironmentState.Incomplete(Optional.of(id), EnvironmentState.Reason.FAILED));
      scene.destroyCompletes();
    }
  }

  @RepeatedTest(2)
  void killed_at_any_moment_nothing_is_lost(TestReporter reporter) throws IOException {
    Random random = new Random();
    boolean engine = random.nextBoolean();
    long millis = random.nextInt(3000);
    reporter.publishEntry("kill", (engine ? "engine" : "worker") + " after " + millis + " ms");
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = deployUntil(Moment.ENGINE_STARTS, scene);
      scene.clock.rush();
      long moment = System.nanoTime() + millis * 1_000_000;
      LiveHome.await(() -> System.nanoTime() - moment > 0, "the moment of the kill");
      // It may be over by then: that too is a moment.
      ProcessHandle.of(scene.live.workerPid(id))
          .flatMap(worker -> engine ? LiveHome.engine(worker) : Optional.of(worker))
          .ifPresent(ProcessHandle::destroyForcibly);
      scene.live.end(id);

      scene.deployCompletes();
      scene.destroyCompletes();
    }
  }
}
