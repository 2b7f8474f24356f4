package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.environment.EnvironmentState;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** Files of operations as a killed process or a hard reset leaves them. */
@Tag("engine")
class LeftoverFilesTest {
  @TempDir Path folder;

  @Test
  void cut_off_and_missing_files_of_an_operation_lose_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      OperationId id = scene.lastOperation();
      Path operation = scene.live.home().operation(id);
      long worker = scene.live.workerPid(id);
      LiveHome.await(() -> ProcessHandle.of(worker).isEmpty(), "the end of the worker");
      int events = scene.live.operations().journal(id).size();

      // As if the worker had been killed after the engine's end and before its result.
      Path result = operation.resolve("result.json");
      cut(result);
      assertThat(status(scene, id)).isEqualTo(new OperationStatus.Interrupted());
      Files.delete(result);
      assertThat(status(scene, id)).isEqualTo(new OperationStatus.Interrupted());
      assertThat(scene.state())
          .isEqualTo(
              new EnvironmentState.Incomplete(
                  Optional.of(id), EnvironmentState.Reason.INTERRUPTED));
      assertThat(scene.live.environment().outputs()).containsKey("load_balancer_dns_name");

      cut(operation.resolve("events.ndjson"), 10);
      assertThat(scene.live.operations().journal(id)).hasSize(events - 1);

      Files.delete(scene.root.resolve("environments/demo/environment.json"));
      assertThat(scene.live.environment().spec()).contains(scene.spec);
      scene.nothingIsLeftToDo();
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());

      // An operation whose request cannot be read, and one without a request, are passed over.
      cut(operation.resolve("request.json"));
      Files.createDirectories(scene.root.resolve("operations/20990101-000000-000-0000"));
      assertThat(scene.live.operations().history(LiveHome.DEMO)).hasSize(1);
      assertThat(scene.live.operations().find(id)).isEmpty();
      scene.destroyCompletes();
    }
  }

  /** Seen after an engine was killed while it wrote: "failed to load checkpoint: EOF". */
  @Test
  void an_attribute_file_that_a_killed_engine_left_empty_is_no_obstacle() throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      Path attributes =
          scene.root.resolve("state/.pulumi/stacks/portico/" + LiveHome.DEMO + ".json.attrs");
      Files.write(attributes, new byte[0]);
      scene.nothingIsLeftToDo();
      scene.destroyCompletes();
    }
  }

  @Test
  void a_worker_killed_before_it_did_anything_leaves_no_environment() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = scene.live.start(OperationKind.DEPLOY, scene.spec);
      scene.live.worker(id).destroyForcibly();
      assertThat(scene.live.end(id)).isEqualTo(new OperationStatus.Interrupted());
      assertThat(scene.live.services().environments().list()).isEmpty();
      assertThat(scene.live.inAws()).isEmpty();
    }
  }

  @Test
  void a_worker_goes_on_when_the_process_that_started_it_is_killed() throws Exception {
    try (FaultScene scene = new FaultScene(folder)) {
      Process starter = StarterMain.launch(scene);
      OperationId id = new OperationId(starter.inputReader(StandardCharsets.UTF_8).readLine());
      assertThat(status(scene, id)).isInstanceOf(OperationStatus.Running.class);
      starter.destroyForcibly().onExit().join();

      scene.clock.rush();
      assertThat(scene.live.outcome(id))
          .as(() -> scene.live.log(id))
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.live.operations().journal(id))
          .anyMatch(OperationEvent.ResourceFinished.class::isInstance);
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
    }
  }

  private static OperationStatus status(FaultScene scene, OperationId id) {
    return scene.live.operations().find(id).orElseThrow().status();
  }

  private static void cut(Path file) throws IOException {
    cut(file, Files.size(file) / 2);
  }

  private static void cut(Path file, long bytes) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) - bytes);
    }
  }
}
