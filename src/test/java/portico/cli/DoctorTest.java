package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.catalog.TargetHealth;
import portico.operation.OperationKind;
import portico.testing.Samples;

class DoctorTest {
  private final CliRun cli = new CliRun();

  @BeforeEach
  void deploy() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    cli.fakes.catalog.securityGroups.addAll(Samples.closedSecurityGroups());
    health("unhealthy", "Target.Timeout");
  }

  private void health(String state, String reason) {
    cli.fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(new TargetHealth("i-0f1e2d3c4b5a69788", 8000, state, reason, "")));
  }

  @Test
  void causes_are_listed_with_numbered_fixes() {
    assertThat(cli.run("doctor", "demo")).isEqualTo(ExitCode.FAILED);

    assertThat(cli.out())
        .contains(
            "i-0f1e2d3c4b5a69788:8000 of ai-inference-tg is unhealthy Target.Timeout",
            "[This is so] No security group of the target (sg-0aa11bb22cc33dd44)",
            "fix 1: Add the target's security group");
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void machines_get_verdicts_and_numbers() {
    cli.run("doctor", "demo", "--json");

    var first = cli.json().get("diagnoses").get(0).get("findings").get(0);
    assertThat(first.get("cause").asString()).isEqualTo("target_closed");
    assertThat(first.get("verdict").asString()).isEqualTo("confirmed");
    assertThat(first.get("fix").asInt()).isEqualTo(1);
  }

  @Test
  void a_fix_is_shown_and_deployed() {
    assertThat(cli.run("doctor", "demo", "--fix", "1", "--yes")).isEqualTo(ExitCode.DONE);

    assertThat(cli.err()).containsPattern("\\+ .*sg-0aa11bb22cc33dd44");
    var request = cli.fakes.operations.started.getFirst();
    assertThat(request.kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(request.spec().access().targetSecurityGroupIds())
        .containsExactly("sg-0aa11bb22cc33dd44");
  }

  @Test
  void a_number_that_is_no_fix_is_refused() {
    assertThat(cli.run("doctor", "demo", "--fix", "9", "--yes")).isEqualTo(ExitCode.USAGE);

    assertThat(cli.err()).contains("There is no fix 9");
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void without_targets_none_is_called_healthy() {
    cli.fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of());

    assertThat(cli.run("doctor", "demo")).isEqualTo(ExitCode.DONE);
    assertThat(cli.out()).contains("No target is registered").doesNotContain("healthy");
  }

  @Test
  void healthy_targets_end_with_success() {
    health("healthy", "");

    assertThat(cli.run("doctor", "demo")).isEqualTo(ExitCode.DONE);
    assertThat(cli.out()).contains("All 1 targets are healthy.");
  }
}
