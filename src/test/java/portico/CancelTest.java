package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.OwnedResource;
import portico.environment.EnvironmentState;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.practice.aws.http.Fault;

/** Stopping on request, gracefully and at once. */
@Tag("engine")
class CancelTest {
  private static final Duration PROMPT = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void a_deploy_stops_gracefully_while_the_load_balancer_provisions() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = scene.deployUntil(OwnedResource.Kind.LOAD_BALANCER);

      assertThat(promptly(scene, id, 1))
          .as(() -> scene.live.log(id))
          .isEqualTo(new Outcome.Cancelled(5));
      assertThat(scene.inState()).isEqualTo(5);
      assertThat(locks(scene)).isEmpty();
      assertThat(cancels(scene, id)).containsExactly(1);
      assertThat(scene.state())
          .isEqualTo(
              new EnvironmentState.Incomplete(Optional.of(id), EnvironmentState.Reason.CANCELLED));

      List<String> made = scene.loadBalancers();
      assertThat(made).hasSize(1);
      scene.deployCompletes();
      assertThat(scene.loadBalancers()).isEqualTo(made);
      scene.nothingIsLeftToDo();
    }
  }

  @Test
  void a_deploy_stops_at_once_at_the_second_request_though_aws_does_not_answer()
      throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      scene.faults.always("CreateLoadBalancer", new Fault.Hang());
      OperationId id = scene.live.start(OperationKind.DEPLOY, scene.spec);
      scene.live.await(
          id,
          event ->
              event instanceof OperationEvent.ResourceStarted started
                  && started.resource().type().equals("aws:lb/loadBalancer:LoadBalancer"));

      assertThat(promptly(scene, id, 2))
          .as(() -> scene.live.log(id))
          .isInstanceOf(Outcome.Cancelled.class);
      assertThat(cancels(scene, id)).containsExactly(1, 2);
      scene.faults.clear();
      scene.deployCompletes();
    }
  }

  @Test
  void what_is_cancelled_before_the_engine_runs_changes_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = scene.live.start(OperationKind.DEPLOY, scene.spec);
      assertThat(promptly(scene, id, 1))
          .as(() -> scene.live.log(id))
          .isEqualTo(new Outcome.Cancelled(0));
      assertThat(scene.live.inAws()).isEmpty();

      OperationId preview = scene.live.start(OperationKind.PREVIEW, scene.spec);
      scene.live.await(
          preview,
          event ->
              event instanceof OperationEvent.PhaseStarted(var at, Phase phase)
                  && phase == Phase.RUNNING);
      assertThat(promptly(scene, preview, 1))
          .as(() -> scene.live.log(preview))
          .isEqualTo(new Outcome.Cancelled(0));
      assertThat(scene.live.inAws()).isEmpty();
    }
  }

  @Test
  void a_deploy_stops_promptly_while_the_account_does_not_answer() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      scene.faults.always("GetCallerIdentity", new Fault.Hang());
      OperationId id = scene.live.start(OperationKind.DEPLOY, scene.spec);
      scene.live.await(
          id,
          event ->
              event instanceof OperationEvent.PhaseStarted(var at, Phase phase)
                  && phase == Phase.ACCOUNT);
      assertThat(promptly(scene, id, 1))
          .as(() -> scene.live.log(id))
          .isEqualTo(new Outcome.Cancelled(0));
    }
  }

  private static Outcome promptly(FaultScene scene, OperationId id, int times) {
    long asked = System.nanoTime();
    for (int each = 0; each < times; each++) {
      scene.live.operations().cancel(id);
    }
    Outcome outcome = scene.live.outcome(id);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROMPT);
    return outcome;
  }

  private static List<Integer> cancels(FaultScene scene, OperationId id) {
    return scene.live.operations().journal(id).stream()
        .filter(OperationEvent.CancelRequested.class::isInstance)
        .map(event -> ((OperationEvent.CancelRequested) event).times())
        .toList();
  }

  private static List<Path> locks(FaultScene scene) throws IOException {
    Path folder = scene.root.resolve("state/.pulumi/locks");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }
}
