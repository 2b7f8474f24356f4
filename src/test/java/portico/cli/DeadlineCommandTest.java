package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.FakeDeadlines;
import portico.testing.Samples;

/** When an environment ends: chosen with a deployment, shown, put off, taken back. */
class DeadlineCommandTest {
  private static final EnvironmentName DEMO = new EnvironmentName("demo");

  private final CliRun cli = new CliRun();

  @BeforeEach
  void deployed() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
  }

  private void endsIn(Duration length) {
    cli.fakes.environments.put(
        Samples.deployed("demo", Samples.PRACTICE)
            .ending(FakeDeadlines.at(Samples.NOW.plus(length))));
    cli.fakes.deadlines.endAt(DEMO, Samples.NOW.plus(length));
  }

  @Test
  void a_deployment_says_when_it_ends_counted_from_its_own_end() {
    assertThat(cli.run("deploy", "demo", "--yes", "--ends-in", "8h")).isZero();

    assertThat(cli.fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(Samples.NOW.plusSeconds(20).plus(Duration.ofHours(8)));
    assertThat(cli.json().at("/ends/at").asString()).isEqualTo("2026-11-23T23:30:20Z");
    assertThat(cli.json().at("/ends/set_by").asString()).isEqualTo("ada");
    assertThat(cli.err()).contains("Ends by itself: ", "(in 8 h)", "A laptop that is off");
  }

  @Test
  void after_a_failed_deployment_it_waits_for_one_that_succeeds() {
    cli.operations.script(
        OperationKind.DEPLOY,
        id -> cli.fakes.operations.finish(id, new Outcome.Failed(List.of(), 2)));

    assertThat(cli.run("deploy", "demo", "--yes", "--ends-in", "2d")).isEqualTo(1);
    assertThat(cli.json().at("/ends/after_deployment").asString()).isEqualTo("2d");
    assertThat(cli.err()).contains("2 days after the end of the next deployment that succeeds");
  }

  @Test
  void without_the_option_what_was_set_before_holds() {
    endsIn(Duration.ofHours(3));

    assertThat(cli.run("deploy", "demo", "--yes")).isZero();
    assertThat(cli.fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(Samples.NOW.plus(Duration.ofHours(3)));
    assertThat(cli.err()).contains("(in 3 h)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "5m", "91d", "tomorrow"})
  void a_wrong_time_is_refused_before_anything_starts(String time) {
    assertThat(cli.run("deploy", "demo", "--yes", "--ends-in", time)).isEqualTo(2);
    assertThat(cli.run("deadline", "demo", "--in", time)).isEqualTo(2);

    assertThat(cli.err())
        .contains("\"" + time + "\" is no time to live", "30m, 8h or 2d; from 10m to 90d");
    assertThat(cli.fakes.operations.started).isEmpty();
    assertThat(cli.fakes.deadlines.endings).isEmpty();
  }

  @Test
  void a_deadline_that_could_not_be_kept_is_a_failure() {
    cli.fakes.deadlines.refusal = Optional.of(new OperationFailure.NotWritable("/x", "read-only"));

    assertThat(cli.run("deploy", "demo", "--yes", "--ends-in", "8h")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("not_writable");
    assertThat(cli.err()).contains("it stays until it is destroyed");
  }

  @Test
  void it_is_shown() {
    assertThat(cli.run("deadline")).isZero();
    assertThat(cli.out()).contains("demo ends by itself: never");

    endsIn(Duration.ofMinutes(200));
    assertThat(cli.run("deadline", "demo", "--json")).isZero();
    assertThat(cli.json().at("/ends/seconds_left").asInt()).isEqualTo(12_000);
    assertThat(cli.json().at("/ends/due").asBoolean()).isFalse();
  }

  @Test
  void it_is_set_counted_from_now_and_taken_back() {
    cli.now = Samples.NOW.plusSeconds(60);
    assertThat(cli.run("deadline", "demo", "--in", "4h")).isZero();
    assertThat(cli.fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(cli.now.plus(Duration.ofHours(4)));
    assertThat(cli.out()).contains("(in 4 h)");

    assertThat(cli.run("deadline", "demo", "--never")).isZero();
    assertThat(cli.fakes.deadlines.endings).isEmpty();
    assertThat(cli.run("deadline", "demo", "--never", "--in", "4h")).isEqualTo(2);
  }

  @Test
  void what_does_not_stand_cannot_end() {
    cli.fakes.environments.put(
        Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty()));

    assertThat(cli.run("deadline", "demo", "--in", "4h")).isEqualTo(2);
    assertThat(cli.err()).contains("deploy it with --ends-in");
    assertThat(cli.run("deadline", "nobody", "--in", "4h")).isEqualTo(2);
    assertThat(cli.fakes.deadlines.endings).isEmpty();
  }

  @Test
  void list_and_status_tell_the_time_left() {
    cli.fakes.environments.put(Samples.deployed("kept", Samples.PRACTICE));
    endsIn(Duration.ofHours(50));

    assertThat(cli.run("list")).isZero();
    assertThat(cli.out()).containsPattern("demo .* in 2 days 2 h ").containsPattern("kept .* - ");
    assertThat(cli.run("list", "--json")).isZero();
    assertThat(cli.json().at("/environments").toString())
        .contains("\"at\":\"2026-11-25T17:30:00Z\"");
    assertThat(cli.run("status", "demo", "--offline")).isZero();
    assertThat(cli.out()).containsPattern("Ends +.*\\(in 2 days 2 h\\)");
    assertThat(cli.run("status", "demo", "--offline", "--json")).isZero();
    assertThat(cli.json().at("/ends/due").asBoolean()).isFalse();
  }

  @Test
  void what_is_past_due_is_said_plainly() {
    endsIn(Duration.ofMinutes(-20));

    assertThat(cli.run("status", "demo", "--offline")).isZero();
    assertThat(cli.out()).contains("(was due 20 min ago)", "run \"portico expire\"");
    assertThat(cli.run("list")).isZero();
    assertThat(cli.out()).contains("was due 20 min ago");
  }
}
