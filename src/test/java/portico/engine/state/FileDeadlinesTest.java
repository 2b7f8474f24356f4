package portico.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.engine.Home;
import portico.environment.Deadline;
import portico.environment.Deadlines;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.FakeOperations;
import portico.testing.Samples;

class FileDeadlinesTest {
  private static final Instant DUE = Samples.NOW.plus(Duration.ofHours(3));
  private static final EnvironmentName OTHER = new EnvironmentName("other");

  @TempDir Path folder;
  private final FakeOperations operations = new FakeOperations();

  @BeforeEach
  void create() throws IOException {
    home().create();
  }

  private Home home() {
    return new Home(folder);
  }

  /** Another process sees what this one wrote. */
  private Deadlines deadlines() {
    return new FileDeadlines(home(), operations, () -> Samples.NOW, Optional.of("ada"));
  }

  private OperationId operate(OperationKind kind) {
    OperationId id = Samples.id(operations.history(Samples.NAME).size());
    operations.add(Samples.request(id, kind));
    return id;
  }

  private void succeed(OperationId id) {
    operations.finish(id, new Outcome.Succeeded(new TreeMap<>(), Map.of()));
  }

  @Test
  void at_first_everything_stays() {
    assertThat(deadlines().find(Samples.NAME)).isEqualTo(Ending.never());
    assertThat(deadlines().all()).isEmpty();
  }

  @Test
  void what_was_set_is_found_by_others_with_when_and_by_whom() {
    assertThat(deadlines().endAt(Samples.NAME, DUE)).isEmpty();
    assertThat(deadlines().endAt(OTHER, DUE.plusSeconds(1))).isEmpty();

    assertThat(deadlines().find(Samples.NAME).deadline())
        .contains(new Deadline(DUE, Samples.NOW, Optional.of("ada")));
    assertThat(deadlines().all().keySet()).containsExactly(Samples.NAME, OTHER);
  }

  @Test
  void a_lifetime_waits_for_its_deployment() {
    OperationId deployment = operate(OperationKind.DEPLOY);
    deadlines().endAfter(Samples.NAME, deployment, new Lifetime(Duration.ofHours(8)));

    assertThat(deadlines().find(Samples.NAME).deadline()).isEmpty();
    assertThat(deadlines().find(Samples.NAME).pending()).isPresent();
    succeed(deployment);
    assertThat(deadlines().find(Samples.NAME).deadline().orElseThrow().due())
        .isEqualTo(Samples.NOW.plusSeconds(20).plus(Duration.ofHours(8)));
  }

  @Test
  void an_earlier_deadline_holds_until_then() {
    deadlines().endAt(Samples.NAME, DUE);
    deadlines()
        .endAfter(Samples.NAME, operate(OperationKind.DEPLOY), new Lifetime(Duration.ofDays(2)));

    assertThat(deadlines().find(Samples.NAME).deadline().map(Deadline::due)).contains(DUE);
    assertThat(deadlines().find(Samples.NAME).pending()).isPresent();
  }

  @Test
  void never_removes_it_and_may_be_said_twice() {
    deadlines().endAt(Samples.NAME, DUE);

    assertThat(deadlines().never(Samples.NAME)).isEmpty();
    assertThat(deadlines().never(Samples.NAME)).isEmpty();
    assertThat(deadlines().all()).isEmpty();
  }

  @Test
  void a_destroy_by_anyone_makes_it_void() {
    deadlines().endAt(Samples.NAME, DUE);
    succeed(operate(OperationKind.DESTROY));

    assertThat(deadlines().all()).isEmpty();
  }

  @Test
  void it_goes_with_the_environment_and_is_told_with_it() throws IOException {
    new EnvironmentFile(home().environment(Samples.NAME))
        .write(Samples.request(Samples.id(1), OperationKind.DEPLOY));
    Files.createDirectories(
        home().stateFolder().resolve(".pulumi").resolve("stacks").resolve(Home.PROJECT));
    FileEnvironments environments = new FileEnvironments(home(), operations);
    deadlines().endAt(Samples.NAME, DUE);

    assertThat(environments.find(Samples.NAME).orElseThrow().ending())
        .isEqualTo(deadlines().find(Samples.NAME));
    assertThat(environments.forget(Samples.NAME)).isTrue();
    assertThat(deadlines().find(Samples.NAME).stays()).isTrue();
  }

  @Test
  void a_damaged_file_ends_nothing() throws IOException {
    deadlines().endAt(Samples.NAME, DUE);
    Files.writeString(home().environment(Samples.NAME).resolve("deadline.json"), "{\"deadline\":");

    assertThat(deadlines().find(Samples.NAME)).isEqualTo(Ending.never());
    assertThat(deadlines().all()).isEmpty();
  }

  @Test
  void what_cannot_be_kept_is_told() throws IOException {
    Files.writeString(home().environment(Samples.NAME), "a file where a folder should be");

    assertThat(deadlines().endAt(Samples.NAME, DUE))
        .hasValueSatisfying(
            failure -> assertThat(failure).isInstanceOf(OperationFailure.NotWritable.class));
  }
}
