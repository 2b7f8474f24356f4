package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.environment.Environment;
import portico.operation.OperationEvent;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.spec.SpecFile;
import portico.testing.Samples;

/** A load balancer that AWS refuses to delete is told of before an operation is refused. */
class DeletionProtectionTest {
  private static final String ON = "Deletion protection is on for the load balancer";

  private final CliRun cli = new CliRun();

  @BeforeEach
  void a_protected_environment() {
    Environment plain = Samples.deployed("demo", Samples.PRACTICE);
    cli.fakes.environments.put(
        new Environment(
            plain.name(),
            plain.state(),
            Optional.of(Samples.withDeletionProtection(Samples.spec())),
            plain.account(),
            plain.provider(),
            plain.outputs(),
            plain.resources(),
            plain.lastChange()));
  }

  private List<OperationKind> started() {
    return cli.fakes.operations.started.stream().map(OperationRequest::kind).toList();
  }

  /** The spec that stands, with deletion protection, and one more change. */
  private static String spec(String old, String changed) {
    String file = SpecFile.write(Samples.withDeletionProtection(Samples.spec()));
    assertThat(file).contains(old);
    return file.replace(old, changed);
  }

  @Test
  void a_destroy_that_must_fail_is_not_started_and_nobody_is_asked() {
    cli.interactive = true;
    cli.input = "demo\n";

    assertThat(cli.run("destroy", "--name", "demo", "--json")).isEqualTo(ExitCode.FAILED);

    assertThat(started()).isEmpty();
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("deletion_protected");
    assertThat(cli.err())
        .contains(ON + " \"ai-inference-lb\"", "deletionProtection: false", "--despite-protection")
        .doesNotContain("Type demo");
  }

  @Test
  void yes_alone_does_not_start_it_either() {
    assertThat(cli.run("destroy", "--name", "demo", "--yes")).isEqualTo(ExitCode.FAILED);

    assertThat(started()).isEmpty();
  }

  @Test
  void who_switched_it_off_elsewhere_may_try() {
    assertThat(cli.run("destroy", "--name", "demo", "--yes", "--despite-protection")).isZero();

    assertThat(started()).containsExactly(OperationKind.DESTROY);
    assertThat(cli.err()).contains(ON);
  }

  @Test
  void without_protection_nothing_is_said() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("preview", "demo", "--destroy")).isZero();
    assertThat(cli.run("destroy", "--name", "demo", "--yes")).isZero();
    assertThat(cli.err()).doesNotContain(ON);
  }

  @Test
  void the_preview_of_a_destroy_tells_it() {
    assertThat(cli.run("preview", "demo", "--destroy", "--json")).isZero();

    assertThat(cli.err()).contains(ON + " \"ai-inference-lb\": a destroy is refused");
    assertThat(cli.json().get("deletion_protected").asString()).isEqualTo("ai-inference-lb");
  }

  @Test
  void the_preview_of_another_name_tells_it_even_when_protection_goes_too() {
    cli.input =
        spec("name: ai-inference-lb", "name: other-lb")
            .replace("deletionProtection: true", "deletionProtection: false");

    assertThat(cli.run("preview", "demo", "--spec", "-", "--json")).isZero();

    assertThat(cli.err()).contains(ON + " \"ai-inference-lb\", and this would replace it");
    assertThat(cli.json().get("deletion_protected").asString()).isEqualTo("ai-inference-lb");
  }

  @Test
  void a_replacement_that_only_the_engine_knows_of_is_told() {
    cli.operations.script(
        OperationKind.PREVIEW,
        id -> {
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW, Samples.LOAD_BALANCER, Step.REPLACE, List.of("loadBalancerType")));
          cli.fakes.operations.finish(
              id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.REPLACE, 1)));
        });

    assertThat(cli.run("preview", "demo")).isZero();

    assertThat(cli.err()).contains("and this would replace it");
  }

  @Test
  void a_change_that_keeps_the_load_balancer_is_none_to_warn_of() {
    cli.input = spec("intervalSeconds: 30", "intervalSeconds: 20");

    assertThat(cli.run("preview", "demo", "--spec", "-", "--json")).isZero();

    assertThat(cli.err()).doesNotContain(ON);
    assertThat(cli.json().has("deletion_protected")).isFalse();
  }

  @Test
  void a_deploy_tells_it_before_it_asks() {
    cli.interactive = true;
    cli.input = "n\n";
    cli.operations.script(
        OperationKind.PREVIEW,
        id -> {
          cli.fakes.operations.emit(
              id,
              new OperationEvent.ResourceStarted(
                  Samples.NOW, Samples.LOAD_BALANCER, Step.REPLACE, List.of()));
          cli.fakes.operations.finish(
              id, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.REPLACE, 1)));
        });

    assertThat(cli.run("deploy", "--name", "demo")).isEqualTo(ExitCode.CANCELLED);

    assertThat(cli.err()).containsSubsequence("and this would replace it", "Deploy demo");
  }
}
