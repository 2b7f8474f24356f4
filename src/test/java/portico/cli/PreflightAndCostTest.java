package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.LoadBalancerState;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.Samples;

class PreflightAndCostTest {
  private final CliRun cli = new CliRun();

  @TempDir private Path folder;

  private void takeTheName() {
    cli.fakes.catalog.loadBalancers.put(
        "ai-inference-lb",
        new LoadBalancerState("arn", "ai-inference-lb", "dns", "active", "vpc-1", Map.of()));
  }

  @Test
  void checks_that_pass_end_with_zero_and_start_nothing() {
    assertThat(cli.run("preflight", "--practice", "--name", "demo")).isZero();

    assertThat(cli.out()).contains("passed     Names: All 2 names are free");
    assertThat(cli.out()).contains("Nothing stands in the way");
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void a_problem_comes_first_and_ends_with_one() {
    takeTheName();

    assertThat(cli.run("preflight", "--practice", "--name", "demo")).isEqualTo(ExitCode.FAILED);

    assertThat(cli.out().lines().findFirst().orElseThrow())
        .startsWith("problem")
        .contains("ai-inference-lb already");
  }

  @Test
  void a_machine_reads_every_check() {
    takeTheName();

    cli.run("preflight", "--practice", "--name", "demo", "--json");

    assertThat(cli.json().at("/outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/problems").asInt()).isEqualTo(1);
    assertThat(cli.json().at("/checks/0/finding").asString()).isEqualTo("load_balancer_name_taken");
    assertThat(cli.json().at("/warnings").toString()).contains("speaks HTTP");
  }

  @Test
  void a_deploy_says_first_what_it_is_warned_of() {
    cli.fakes.catalog.denied.add("elasticloadbalancing:CreateLoadBalancer");

    cli.run("deploy", "--practice", "--name", "demo", "--yes");

    assertThat(cli.err()).contains("warning    Permissions", "warning    Listener");
  }

  @Test
  void a_practice_environment_is_told_to_be_free_and_what_it_would_cost() {
    cli.fakes.environments.put(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
    cli.fakes.operations.add(Samples.request(Samples.id(1), OperationKind.DEPLOY));
    cli.fakes.operations.finish(Samples.id(1), new Outcome.Succeeded(new TreeMap<>(), Map.of()));

    assertThat(cli.run("cost", Samples.NAME.value())).isZero();

    assertThat(cli.out())
        .startsWith("Practice costs nothing")
        .contains("2 public IPv4 addresses", "Total", "would have cost at least $", "taxes");
  }

  @Test
  void more_requests_cost_more_and_the_fixed_part_stays() throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), "region: us-west-2");
    cli.run("cost", "--practice", "--spec", spec.toString(), "--json");
    double demo = cli.json().at("/per_hour").asDouble();
    String fixed = cli.json().at("/items/0").toString();

    cli.run(
        "cost",
        "--practice",
        "--spec",
        spec.toString(),
        "--requests-per-minute",
        "60000",
        "--json");

    assertThat(cli.json().at("/per_hour").asDouble()).isGreaterThan(demo);
    assertThat(cli.json().at("/items/0").toString()).isEqualTo(fixed);
    assertThat(cli.json().at("/deciding_dimension").asString()).isEqualTo("processed_bytes");
  }

  @Test
  void a_use_that_cannot_be_is_refused() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));

    assertThat(cli.run("cost", "demo", "--new-connections", "2")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("cost")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("between 0 and 1", "--spec");
  }
}
