package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.testing.Samples;

/** Deployments that do not start or do not succeed. */
class DeployFailureTest extends DeployScene {
  @Test
  void a_wrong_spec_is_refused_before_anything_is_contacted() throws Exception {
    String spec = file("regoin: x\nlisteners: [{port: 0}]\n");

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--spec", spec, "--yes", "--json"))
        .isEqualTo(2);

    assertThat(cli.fakes.catalogs.opened).isEmpty();
    assertThat(cli.fakes.operations.started).isEmpty();
    assertThat(cli.err())
        .startsWith(
            """
            line 1, column 1: regoin: There is no field "regoin" here. Did you mean "region"?
            line 2, column 20: listeners[0].port: A port is a number from 1 to 65535; 0 is not.
            """);
    assertThat(cli.json().get("problems").toString())
        .isEqualTo(
            "[{\"code\":\"unknown_field\",\"field\":\"regoin\",\"line\":1,\"column\":1,\"message\":"
                + "\"There is no field \\\"regoin\\\" here. Did you mean \\\"region\\\"?\"},"
                + "{\"code\":\"port_range\",\"field\":\"listeners[0].port\",\"line\":2,\"column\":20,"
                + "\"message\":\"A port is a number from 1 to 65535; 0 is not.\"}]");
  }

  @Test
  void a_missing_spec_file_is_told() {
    String missing = folder.resolve("none.yaml").toString();

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--spec", missing, "--yes"))
        .isEqualTo(2);
    assertThat(cli.err())
        .startsWith("The spec " + missing + " cannot be read: there is no such file.");
  }

  @Test
  void an_unreadable_account_is_a_failure() {
    cli.fakes.catalog.failure =
        Optional.of(new CatalogFailure.ExpiredCredentials(Optional.of("ml"), true));

    assertThat(cli.run("deploy", "--profile", "ml", "--name", "a", "--yes")).isEqualTo(1);

    assertThat(cli.json().toString())
        .isEqualTo(
            "{\"outcome\":\"failed\",\"environment\":\"a\",\"failures\":[{\"code\":"
                + "\"expired_credentials\",\"what\":\"The sign-in of profile \\\"ml\\\" has"
                + " expired.\",\"resources\":\"Nothing was changed.\",\"next\":\"Sign in on"
                + " the account step, or run \\\"portico sign-in --profile ml\\\" or \\\"aws"
                + " sso login --profile ml\\\", then try again.\"}]}");
  }

  @Test
  void a_refused_start_is_a_failure() {
    cli.fakes.operations.refusal =
        Optional.of(
            new OperationFailure.EnvironmentBusy(
                OptionalLong.of(7), Optional.empty(), Optional.empty()));

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--yes")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("environment_busy");
  }

  @Test
  void a_failed_deploy_tells_what_exists() {
    cli.operations.script(
        OperationKind.DEPLOY,
        id ->
            cli.fakes.operations.finish(
                id,
                new Outcome.Failed(
                    List.of(
                        new OperationFailure.ResourceRefused(
                            Samples.LOAD_BALANCER, Step.CREATE, "TooManyLoadBalancers")),
                    2)));

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--yes")).isEqualTo(1);

    assertThat(cli.json().at("/outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("resource_refused");
    assertThat(cli.json().at("/failures/0/resources").asString()).isEqualTo("2 resources exist.");
    assertThat(cli.err()).contains("TooManyLoadBalancers");
  }

  @Test
  void a_worker_that_disappears_is_a_failure() {
    cli.operations.script(OperationKind.DEPLOY, cli.fakes.operations::interrupt);

    assertThat(cli.run("deploy", "--practice", "--name", "a", "--yes")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("interrupted");
  }
}
