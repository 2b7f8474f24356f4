package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.testing.FakeDeadlines;
import portico.testing.Samples;

/** What a scheduler runs: it destroys what is due, says what stands, and never asks. */
class ExpireTest {
  private final CliRun cli = new CliRun();

  private void put(Environment environment, Duration left) {
    cli.fakes.environments.put(environment);
    cli.fakes.deadlines.endings.put(environment.name(), FakeDeadlines.at(Samples.NOW.plus(left)));
  }

  private void due(String name) {
    put(Samples.deployed(name, Samples.PRACTICE), Duration.ofMinutes(-20));
  }

  private List<String> destroyed() {
    return cli.fakes.operations.started.stream()
        .filter(each -> each.kind() == OperationKind.DESTROY)
        .map(OperationRequest::environment)
        .map(EnvironmentName::value)
        .toList();
  }

  @Test
  void what_is_due_is_destroyed_and_the_rest_is_not() {
    due("demo");
    put(Samples.deployed("later", Samples.PROFILE), Duration.ofHours(1));
    cli.fakes.environments.put(Samples.deployed("kept", Samples.PRACTICE));

    assertThat(cli.run("expire", "--json")).isZero();

    assertThat(destroyed()).containsExactly("demo");
    assertThat(cli.json().at("/due/0/result").asString()).isEqualTo("destroyed");
    assertThat(cli.json().at("/due/0/operation_id").asString()).isNotEmpty();
    assertThat(cli.json().at("/next/environment").asString()).isEqualTo("later");
    assertThat(cli.err()).contains("Destroying demo, which was due 20 min ago.");
    assertThat(cli.fakes.deadlines.find(new EnvironmentName("demo")).stays()).isTrue();
  }

  @Test
  void nothing_due_is_no_failure() {
    assertThat(cli.run("expire")).isZero();
    assertThat(cli.out()).contains("Nothing is due, and nothing ends by itself.");

    put(Samples.deployed("later", Samples.PRACTICE), Duration.ofHours(1));
    assertThat(cli.run("expire")).isZero();
    assertThat(cli.out()).contains("Nothing is due. Next: later ends ", "(in 1 h)");
    assertThat(destroyed()).isEmpty();
  }

  @Test
  void a_dry_run_only_says_so() {
    due("demo");

    assertThat(cli.run("expire", "--dry-run", "--json")).isZero();
    assertThat(cli.json().at("/due/0/result").asString()).isEqualTo("would_be_destroyed");
    assertThat(cli.run("expire", "--dry-run")).isZero();
    assertThat(cli.out()).contains("demo was due 20 min ago and would be destroyed.");
    assertThat(destroyed()).isEmpty();
  }

  @Test
  void only_the_named_one_is_looked_at() {
    due("demo");
    due("other");

    assertThat(cli.run("expire", "other")).isZero();
    assertThat(destroyed()).containsExactly("other");
  }

  @Test
  void what_cannot_be_destroyed_is_said_with_the_next_step_and_the_others_go() {
    Environment safe = Samples.deployed("safe", Samples.PRACTICE);
    put(
        new Environment(
            safe.name(),
            safe.state(),
            safe.spec().map(Samples::withDeletionProtection),
            safe.account(),
            safe.provider(),
            safe.outputs(),
            safe.resources(),
            safe.lastChange()),
        Duration.ofMinutes(-30));
    put(
        Samples.inState(
            "busy",
            Samples.PRACTICE,
            new EnvironmentState.Working(Samples.id(1), OperationKind.DEPLOY)),
        Duration.ofMinutes(-25));
    due("demo");

    assertThat(cli.run("expire", "--json")).isEqualTo(1);

    assertThat(destroyed()).containsExactly("demo");
    assertThat(cli.json().get("outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/due/0/result").asString()).isEqualTo("deletion_protected");
    assertThat(cli.json().at("/due/1/result").asString()).isEqualTo("environment_busy");
    assertThat(cli.json().at("/due/2/result").asString()).isEqualTo("destroyed");
    assertThat(cli.err())
        .contains("protects its load balancer ai-inference-lb", "portico deadline safe --never")
        .contains("a Deploy is at work on it", "It is destroyed the next time");
  }

  @Test
  void a_failed_destroy_keeps_the_deadline_and_is_not_tried_in_a_loop() {
    due("demo");
    cli.operations.script(
        OperationKind.DESTROY,
        id ->
            cli.fakes.operations.finish(
                id,
                new Outcome.Failed(
                    List.of(
                        new OperationFailure.AccountUnusable(
                            new CatalogFailure.ExpiredCredentials(Optional.empty(), true))),
                    3)));

    assertThat(cli.run("expire", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/due/0/failures/0/code").asString()).isEqualTo("expired_credentials");
    assertThat(cli.run("expire", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/due/0/result").asString()).isEqualTo("waits_after_failure");
    assertThat(destroyed()).hasSize(1);

    cli.now = Samples.NOW.plusSeconds(20).plus(Duration.ofMinutes(15));
    assertThat(cli.run("expire", "--json")).isEqualTo(1);
    assertThat(destroyed()).hasSize(2);
  }

  @Test
  void one_that_another_window_destroys_just_now_is_told() {
    due("demo");
    cli.fakes.operations.refusal =
        Optional.of(
            new OperationFailure.EnvironmentBusy(
                OptionalLong.of(17), Optional.empty(), Optional.empty()));

    assertThat(cli.run("expire", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/due/0/result").asString()).isEqualTo("environment_busy");
  }

  @Test
  void what_holds_no_resources_is_not_due() {
    put(
        Samples.inState("gone", Samples.PRACTICE, new EnvironmentState.Empty()),
        Duration.ofMinutes(-20));

    assertThat(cli.run("expire")).isZero();
    assertThat(destroyed()).isEmpty();
  }

  @Test
  void who_presses_control_c_stops_the_rest() {
    due("demo");
    due("other");
    cli.operations.script(
        OperationKind.DESTROY, id -> cli.fakes.operations.finish(id, new Outcome.Cancelled(3)));

    assertThat(cli.run("expire")).isEqualTo(130);
    assertThat(destroyed()).hasSize(1);
  }

  @Test
  void a_schedule_needs_the_start_script() {
    assertThat(cli.run("expire", "--schedule")).isEqualTo(2);
    assertThat(cli.err()).contains("target/portico/bin/portico expire --schedule");
    assertThat(cli.run("expire", "--scheduler", "at")).isEqualTo(2);
  }
}
