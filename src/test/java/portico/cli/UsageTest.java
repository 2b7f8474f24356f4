package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.operation.OperationKind;
import portico.testing.Samples;

class UsageTest {
  private final CliRun cli = new CliRun();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deploy --yes | Name the environment, for example with --name demo.",
        "deploy --yes --name Demo | \"Demo\" is no name of an environment. Use 1 to 40 lower-case"
            + " letters, digits and hyphens, with a letter or digit at both ends.",
        "deploy a --name b --yes | Two names are given: \"a\" and \"b\".",
        "deploy a --yes --practice --profile p | --practice stands alone: it needs neither"
            + " --profile nor --endpoint.",
        "deploy a --yes --region west | \"west\" is not a region code. Write one such as"
            + " us-west-2.",
        "deploy a --yes --endpoint localhost:5000 | \"localhost:5000\" is no address of an"
            + " endpoint. Write one such as http://127.0.0.1:5000, without user and password.",
        "deploy a --yes --endpoint http://me:secret@aws | \"http://***@aws\" is no address of an"
            + " endpoint. Write one such as http://127.0.0.1:5000, without user and password.",
        "deploy a --yes --endpoint 'http://a b' | Unmatched argument at index 5: 'b''",
        "deploy a --provider none | Invalid value for option '--provider': expected"
            + " one of [BUNDLED, OFFICIAL] (case-insensitive) but was 'none'",
        "catalog nothing | Invalid value for positional parameter at index 0 (WHAT): expected one"
            + " of [IDENTITY, PROFILES, REGIONS, VPCS, SUBNETS, INSTANCES, LOAD_BALANCERS,"
            + " CERTIFICATES, TLS_POLICIES, SECURITY_GROUPS, WEB_ACLS, ZONES, IPAM_POOLS, QUOTAS]"
            + " (case-insensitive) but was 'nothing'",
        "deploy --nonsense | Unknown option: '--nonsense'",
        "deplyo | Unmatched arguments from index 0: 'deplyo', '--json'",
      })
  void a_wrong_command_line_is_told_and_nothing_is_contacted(String line, String message) {
    String[] args = (line + " --json").split(" ");

    assertThat(cli.run(args)).isEqualTo(2);

    assertThat(cli.err()).startsWith(message);
    assertThat(cli.out().lines()).hasSize(1);
    assertThat(cli.json().at("/outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("usage");
    assertThat(cli.json().at("/failures/0/what").asString()).startsWith(message);
    assertThat(cli.fakes.catalogs.opened).isEmpty();
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void a_region_beside_that_of_the_spec_is_a_contradiction() {
    cli.input = "region: us-west-2";

    assertThat(cli.run("deploy", "a", "--yes", "--spec", "-", "--region", "eu-west-1"))
        .isEqualTo(2);
    assertThat(cli.err())
        .startsWith("The spec stands in region us-west-2, but --region says eu-west-1.");
  }

  @Test
  void a_mistyped_command_names_the_one_that_was_meant() {
    assertThat(cli.run("deplyo")).isEqualTo(2);

    assertThat(cli.err()).contains("Did you mean: portico deploy");
  }

  @Test
  void without_json_a_wrong_command_line_leaves_standard_output_empty() {
    assertThat(cli.run("list", "--nonsense")).isEqualTo(2);

    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains("Try \"portico list --help\".");
  }

  @Test
  void the_home_is_the_option_else_the_variable_else_in_the_users_folder() {
    cli.run("list");
    cli.variables.put("PORTICO_HOME", "/var/portico");
    cli.run("list");
    cli.run("list", "--home", "/srv/portico");

    assertThat(cli.homes)
        .containsExactly(
            Path.of(System.getProperty("user.home"), ".portico"),
            Path.of("/var/portico"),
            Path.of("/srv/portico"));
  }

  @Test
  void a_home_that_cannot_be_used_is_told() {
    cli.homeFailure = Optional.of(new IOException("read-only file system"));

    assertThat(cli.run("list", "--home", "/srv/portico", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("home_unusable");
    assertThat(cli.err())
        .startsWith(
            "Portico cannot keep its files in /srv/portico (java.io.IOException: read-only file"
                + " system).");
  }

  @Test
  void a_defect_is_told_as_one() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
    cli.operations.script(
        OperationKind.REFRESH,
        id -> {
          throw new IllegalStateException("worker of clay");
        });

    assertThat(cli.run("refresh", "demo", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("defect");
    assertThat(cli.err()).contains("java.lang.IllegalStateException: worker of clay");
  }
}
