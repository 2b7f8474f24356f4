package portico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portico.catalog.OwnedResource;
import portico.engine.state.Checkpoint;
import portico.engine.state.StackFiles;
import portico.environment.EnvironmentState;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** Folders that are full, read-only or damaged. */
@Tag("engine")
class FolderFaultsTest {
  @TempDir Path folder;

  private static Path stateFile(FaultScene scene) {
    return scene.root.resolve("state/.pulumi/stacks/portico/demo.json");
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void too_little_space_stops_an_operation_before_it_begins() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      scene.set("minimum-free-megabytes=900000000");
      assertThat(FaultScene.message(scene.live.run(OperationKind.DEPLOY, scene.spec)))
          .matches(
              "There is too little space in "
                  + scene.root
                  + " to keep the state safe: \\d+ MB free, 900000000 MB needed\\. Nothing was"
                  + " changed\\. Free some space or choose another folder with --home, then try"
                  + " again\\.");
      assertThat(scene.live.inAws()).isEmpty();
      assertThat(scene.live.services().environments().list()).isEmpty();
    }
  }

  @Test
  void a_state_file_that_was_cut_off_is_restored_and_a_deploy_finds_nothing_to_do()
      throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      cut(stateFile(scene));
      assertThat(scene.state())
          .isEqualTo(new EnvironmentState.Damaged(stateFile(scene).toString(), true));
      scene.nothingIsLeftToDo();
      assertThat(scene.repairs(scene.lastOperation()))
          .containsExactly("The state file was damaged; the last verified copy took its place.");
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());

      cut(stateFile(scene));
      scene.destroyCompletes();
    }
  }

  @Test
  void a_state_file_cut_off_by_a_killed_deploy_loses_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      OperationId id = scene.deployUntil(OwnedResource.Kind.LOAD_BALANCER);
      ProcessHandle engine = scene.live.engineOf(id);
      scene.live.worker(id).destroyForcibly();
      engine.destroyForcibly();
      assertThat(scene.live.end(id)).isEqualTo(new OperationStatus.Interrupted());
      cut(stateFile(scene));
      // A preview must restore the file without forgetting that it is only a copy.
      scene.clock.rush();
      scene.live.succeed(OperationKind.PREVIEW, scene.spec);
      scene.destroyCompletes();
    }
  }

  @Test
  void a_state_file_that_is_gone_is_restored_and_a_destroy_leaves_nothing() throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      Files.delete(stateFile(scene));
      assertThat(scene.state())
          .isEqualTo(new EnvironmentState.Damaged(stateFile(scene).toString(), true));
      scene.nothingIsLeftToDo();
      assertThat(scene.repairs(scene.lastOperation()))
          .containsExactly("The state file was missing; the last verified copy took its place.");
      Files.delete(stateFile(scene));
      scene.destroyCompletes();
    }
  }

  @Test
  void a_damaged_state_without_a_copy_is_told_and_nothing_is_touched() throws IOException {
    try (FaultScene scene = new FaultScene(folder).deployed()) {
      Path copies = scene.root.resolve("environments/demo/checkpoints");
      Path kept = Files.copy(stateFile(scene), folder.resolve("backup"));
      deleteTree(copies);
      cut(stateFile(scene));

      assertThat(FaultScene.message(scene.live.run(OperationKind.DESTROY, scene.spec)))
          .isEqualTo(
              "The state file "
                  + stateFile(scene)
                  + " is damaged and there is no verified copy. Resources may exist. Restore the"
                  + " file from a backup. The resources that it described have the tag"
                  + " portico:environment.");
      assertThat(scene.state())
          .isEqualTo(new EnvironmentState.Damaged(stateFile(scene).toString(), false));
      assertThat(scene.loadBalancers()).hasSize(1);

      Files.delete(stateFile(scene));
      Files.copy(kept, stateFile(scene));
      scene.nothingIsLeftToDo();
      scene.destroyCompletes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "environments", "operations", "pulumi"})
  void a_file_in_the_place_of_a_folder_is_told_and_nothing_is_touched(String name)
      throws IOException {
    try (FaultScene scene = new FaultScene(folder)) {
      Path inTheWay = scene.root.resolve(name);
      deleteTree(inTheWay);
      Files.writeString(inTheWay, "in the way");
      assertThat(scene.refusal())
          .isEqualTo(
              "Portico cannot write to "
                  + inTheWay
                  + " (it is a file and should be a folder). Nothing was changed. Make the folder"
                  + " writable, or choose another one with --home.");
      Wiring wiring = new Wiring();
      assertThatThrownBy(() -> wiring.open(scene.root)).isInstanceOf(UncheckedIOException.class);
      Files.delete(inTheWay);
      assertThat(scene.live.inAws()).isEmpty();
      assertThat(scene.live.services().environments().list()).isEmpty();
    }
  }

  @Test
  void a_read_only_volume_is_told_and_a_full_one_loses_nothing() throws Exception {
    try (FaultScene scene = new FaultScene(folder);
        SmallVolume volume = SmallVolume.mount(scene.root.resolve("state"), 1)) {
      scene.set("minimum-free-megabytes=0");
      OperationId id = scene.deployUntil(OwnedResource.Kind.SECURITY_GROUP);
      scene.awaitInAws(OwnedResource.Kind.LOAD_BALANCER);
      Path filler = scene.root.resolve("state/filler");
      fill(filler);
      scene.clock.rush();
      LiveHome.await(() -> !parses(scene), "damage by the full disk");
      scene.live.operations().cancel(id);
      scene.live.operations().cancel(id);
      assertThat(scene.live.outcome(id))
          .as(() -> scene.live.log(id))
          .isInstanceOf(Outcome.Cancelled.class);
      Files.delete(filler);
      assertThat(scene.state()).isInstanceOf(EnvironmentState.Damaged.class);
      String made = scene.loadBalancers().getFirst();
      scene.deployCompletes();
      assertThat(scene.loadBalancers()).containsExactly(made);
      assertThat(scene.repairs(scene.lastOperation()))
          .contains("The state file was damaged; the last verified copy took its place.");

      volume.readOnly();
      assertThat(FaultScene.message(scene.live.run(OperationKind.DEPLOY, scene.spec)))
          .isEqualTo(
              "Portico cannot write to "
                  + scene.root.resolve("state")
                  + " (Read-only file system). Nothing was changed. Make the folder writable, or"
                  + " choose another one with --home.");
      assertThat(scene.state()).isEqualTo(new EnvironmentState.Deployed());
      volume.writable();
      scene.destroyCompletes();
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = "full ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(filler, StandardOpenOption.CREATE)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }

  private static boolean parses(FaultScene scene) {
    try {
      new StackFiles(scene.live.home().stateFolder()).checkpoint(LiveHome.DEMO);
      return true;
    } catch (IOException | Checkpoint.Unreadable damaged) {
      return false;
    }
  }
}
