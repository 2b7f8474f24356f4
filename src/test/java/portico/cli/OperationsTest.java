package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.Step;
import portico.spec.SpecFile;
import portico.testing.Samples;

class OperationsTest {
  private final CliRun cli = new CliRun();

  @BeforeEach
  void one_deployed_environment() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
  }

  private List<OperationKind> started() {
    return cli.fakes.operations.started.stream().map(OperationRequest::kind).toList();
  }

  @Test
  void a_preview_is_a_table_of_resources_and_steps() {
    cli.operations.script(
        OperationKind.PREVIEW,
        id -> {
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW,
                  Samples.resource("pulumi:pulumi:Stack", "portico-demo"),
                  Step.CREATE,
                  List.of()));
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW, Samples.TARGET_GROUP, Step.UPDATE, List.of("healthCheck", "port")));
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW, Samples.LISTENER, Step.CREATE, List.of()));
          cli.fakes.operations.emit(
              id, new OperationEvent.ResourceFinished(Samples.NOW, Samples.LISTENER, Step.REPLACE));
          cli.fakes.operations.finish(
              id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.UPDATE, 1, Step.REPLACE, 1)));
        });

    assertThat(cli.run("preview", "demo")).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            Step     Resource      Name                   Changes
            update   Target group  ai-inference-tg        healthCheck, port
            replace  Listener      ai-inference-listener
            A deploy of demo would do: 1 update, 1 replace.
            """);
    assertThat(started()).containsExactly(OperationKind.PREVIEW);
    assertThat(cli.run("preview", "demo", "--json")).isZero();
    assertThat(cli.json().get("resources").toString())
        .isEqualTo(
            "[{\"step\":\"update\",\"type\":\"aws:lb/targetGroup:TargetGroup\",\"name\":"
                + "\"ai-inference-tg\",\"changed\":[\"healthCheck\",\"port\"]},{\"step\":\"replace\","
                + "\"type\":\"aws:lb/listener:Listener\",\"name\":\"ai-inference-listener\","
                + "\"changed\":[]}]");
    assertThat(cli.json().get("changes").toString()).isEqualTo("{\"update\":1,\"replace\":1}");
  }

  @Test
  void a_preview_without_changes_says_so() {
    cli.operations.script(
        OperationKind.PREVIEW,
        id ->
            cli.fakes.operations.finish(
                id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.SAME, 6))));

    cli.run("preview", "demo");

    assertThat(cli.out()).endsWith("A deploy of demo would do: nothing to change.\n");
  }

  @Test
  void a_preview_tells_the_values_before_and_after() {
    cli.input =
        SpecFile.write(Samples.spec()).replace("intervalSeconds: 30", "intervalSeconds: 20");

    assertThat(cli.run("preview", "demo", "--spec", "-")).isZero();
    assertThat(cli.out())
        .contains("-       intervalSeconds: 30\n+       intervalSeconds: 20\n")
        .doesNotContain("region:");
  }

  @Test
  void what_changes_something_says_how_long_such_took() {
    assertThat(cli.run("refresh", "demo")).isZero();
    assertThat(cli.err()).doesNotContain("Going by");

    assertThat(cli.run("refresh", "demo")).isZero();
    assertThat(cli.err()).contains("Going by earlier runs this takes 20 s, and 20 s at most.");
  }

  @Test
  void the_preview_of_a_destroy_takes_no_spec() {
    assertThat(cli.run("preview", "demo", "--destroy")).isZero();
    assertThat(started()).containsExactly(OperationKind.DESTROY_PREVIEW);

    assertThat(cli.run("preview", "demo", "--destroy", "--spec", "-")).isEqualTo(2);
  }

  @Test
  void what_differs_in_aws_is_a_table_and_a_failure() {
    cli.operations.script(
        OperationKind.REFRESH_PREVIEW,
        id -> {
          for (var each : List.of(Samples.TARGET_GROUP, Samples.LISTENER, Samples.LOAD_BALANCER)) {
            cli.fakes.operations.emit(
                id, new OperationEvent.ResourceStarted(Samples.NOW, each, Step.REFRESH, List.of()));
          }
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW, Samples.TARGET_GROUP, Step.UPDATE, List.of("healthCheck.path")));
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceFinished(Samples.NOW, Samples.TARGET_GROUP, Step.UPDATE));
          cli.fakes.operations.emit(
              id, new OperationEvent.ResourceFinished(Samples.NOW, Samples.LISTENER, Step.DELETE));
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceFinished(Samples.NOW, Samples.LOAD_BALANCER, Step.SAME));
          cli.fakes.operations.finish(
              id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.UPDATE, 1, Step.DELETE, 1)));
        });

    assertThat(cli.run("drift", "demo")).isEqualTo(1);

    assertThat(cli.out())
        .startsWith(
            """
            In AWS   Resource      Name                   Differs in
            changed  Target group  ai-inference-tg        healthCheck.path
            gone     Listener      ai-inference-listener
            """)
        .contains("2 of demo differ");
    assertThat(started()).containsExactly(OperationKind.REFRESH_PREVIEW);
  }

  @Test
  void nothing_that_differs_is_a_success() {
    cli.operations.script(
        OperationKind.REFRESH_PREVIEW,
        id ->
            cli.fakes.operations.finish(
                id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.SAME, 6))));

    assertThat(cli.run("drift", "demo", "--json")).isZero();
    assertThat(cli.json().get("differences").isEmpty()).isTrue();
  }

  @Test
  void a_refresh_reads_everything_again() {
    assertThat(cli.run("refresh", "demo", "--json")).isZero();

    assertThat(started()).containsExactly(OperationKind.REFRESH);
    assertThat(cli.json().get("operation").asString()).isEqualTo("refresh");
  }

  @Test
  void a_cancel_asks_the_running_operation_and_waits() {
    OperationId id = Samples.id(7);
    cli.fakes.operations.add(
        new OperationRequest(
            id,
            OperationKind.DEPLOY,
            Samples.deployed("demo", Samples.PRACTICE).name(),
            Samples.spec(),
            Samples.PRACTICE,
            ProviderKind.BUNDLED,
            Samples.NOW));
    cli.operations.script(
        OperationKind.DEPLOY, each -> cli.fakes.operations.finish(each, new Outcome.Cancelled(2)));

    assertThat(cli.run("cancel", "--name", "demo", "--now", "--json")).isZero();

    assertThat(cli.fakes.operations.cancelled).containsExactly(id, id);
    assertThat(cli.json().get("outcome").asString()).isEqualTo("cancelled");
    assertThat(cli.run("cancel", "--name", "demo", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("nothing_running");
  }

  @Test
  void a_cancel_that_comes_too_late_fails() {
    cli.fakes.operations.add(
        new OperationRequest(
            Samples.id(7),
            OperationKind.DEPLOY,
            Samples.deployed("demo", Samples.PRACTICE).name(),
            Samples.spec(),
            Samples.PRACTICE,
            ProviderKind.BUNDLED,
            Samples.NOW));

    assertThat(cli.run("cancel", "--name", "demo", "--json")).isEqualTo(1);

    assertThat(cli.fakes.operations.cancelled).hasSize(1);
    assertThat(cli.json().get("outcome").asString()).isEqualTo("succeeded");
  }
}
