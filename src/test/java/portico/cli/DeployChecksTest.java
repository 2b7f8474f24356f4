package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import portico.catalog.Quota;

class DeployChecksTest {
  private final CliRun cli = new CliRun();

  private void fillTheQuota() {
    cli.fakes.catalog.quotas.add(new Quota("application-load-balancers", 50, OptionalInt.of(50)));
  }

  @Test
  void what_aws_is_known_to_refuse_is_not_started() {
    fillTheQuota();

    int code = cli.run("deploy", "--practice", "--name", "demo", "--yes", "--json");

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(cli.fakes.operations.started).isEmpty();
    assertThat(cli.err())
        .contains("allows 50; with this environment there would be 51")
        .contains("AWS would refuse this: 1 of the checks above failed.")
        .contains("--despite-checks");
    assertThat(cli.out()).contains("\"code\":\"checks_failed\"");
  }

  @Test
  void whoever_knows_better_may_try_it() {
    fillTheQuota();

    cli.run("deploy", "--practice", "--name", "demo", "--yes", "--despite-checks");

    assertThat(cli.fakes.operations.started).hasSize(1);
    assertThat(cli.err()).contains("allows 50; with this environment there would be 51");
  }
}
