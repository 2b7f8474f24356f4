package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.testing.Samples;

/** Removing an environment: what is asked, what is refused. */
class DestroyTest {
  private final CliRun cli = new CliRun();

  @BeforeEach
  void one_deployed_environment() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
  }

  private List<OperationKind> started() {
    return cli.fakes.operations.started.stream().map(OperationRequest::kind).toList();
  }

  @Test
  void a_destroy_with_yes_asks_nothing() {
    assertThat(cli.run("destroy", "--name", "demo", "--yes")).isZero();

    assertThat(started()).containsExactly(OperationKind.DESTROY);
    assertThat(cli.fakes.operations.started.getFirst().account()).isEqualTo(Samples.PRACTICE);
    assertThat(cli.out()).isEqualTo("demo is destroyed after 20 s: 6 delete.\n");
  }

  @Test
  void a_destroy_without_yes_wants_the_name_typed() {
    cli.interactive = true;
    cli.input = "demo\n";
    assertThat(cli.run("destroy", "--name", "demo")).isZero();
    assertThat(started()).containsExactly(OperationKind.DESTROY_PREVIEW, OperationKind.DESTROY);

    cli.input = "yes\n";
    assertThat(cli.run("destroy", "--name", "demo")).isEqualTo(130);
    assertThat(started()).hasSize(3);
    assertThat(cli.err()).contains("Type demo to go ahead:", "Not confirmed.");
  }

  @Test
  void a_destroy_without_anyone_to_ask_is_refused() {
    assertThat(cli.run("destroy", "--name", "demo", "--json")).isEqualTo(2);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("confirmation_needed");
    assertThat(started()).isEmpty();
  }

  @Test
  void a_destroyed_environment_can_be_forgotten() {
    cli.operations.script(
        OperationKind.DESTROY,
        id -> {
          cli.fakes.environments.put(
              Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty()));
          cli.succeed(id);
        });

    assertThat(cli.run("destroy", "--name", "demo", "--yes", "--forget", "--json")).isZero();

    assertThat(cli.json().get("forgotten").asBoolean()).isTrue();
    assertThat(cli.fakes.environments.environments).isEmpty();
  }

  @Test
  void what_is_not_there_cannot_be_destroyed() {
    assertThat(cli.run("destroy", "--name", "nothing", "--yes", "--json")).isEqualTo(2);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("no_such_environment");
    assertThat(cli.json().get("environment").asString()).isEqualTo("nothing");
  }

  @Test
  void a_stack_of_someone_else_is_left_alone() {
    Environment ours = Samples.deployed("theirs", Samples.PRACTICE);
    cli.fakes.environments.put(
        new Environment(
            ours.name(),
            ours.state(),
            Optional.empty(),
            Optional.empty(),
            ours.provider(),
            ours.outputs(),
            ours.resources(),
            ours.lastChange()));

    assertThat(cli.run("destroy", "--name", "theirs", "--yes", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("not_porticos");
  }

  @Test
  void a_destroy_does_not_look_elsewhere() {
    assertThat(
            cli.run(
                "destroy", "--name", "demo", "--yes", "--endpoint", "http://127.0.0.1:1", "--json"))
        .isEqualTo(2);
    assertThat(cli.json().at("/failures/0/what").asString())
        .contains("Asked for is: endpoint " + URI.create("http://127.0.0.1:1"));
  }
}
